'use strict';

// AGORA_TOKEN_CHECK: what each of its values does, and that without it nothing changes.

const fs = require('node:fs');
const path = require('node:path');
const { METHODS } = require('../../../tools/watch/methods');
const { BUILDERS } = require('../../support/builders');
const { Comparison } = require('../../support/compare');
const { libraries } = require('../../support/libraries');
const { loadedBy } = require('../../support/loaded-by');
const { Random } = require('../../support/random');
const { checkCall, randomArguments } = require('../../support/random-calls');
const { scale, seed } = require('../../support/settings');
const { packBoth } = require('../../package/support/pack');
const packed = require('../../package/support/project');
const { startRegistry } = require('../../package/support/registry');
const { createProject } = require('./process');

const KERNELS = ['native', 'javascript'];

const BAD = "RtcTokenBuilder.buildTokenWithUid(id, key, 'c', 1, 1, inOneHour)";
const LONG = "RtcTokenBuilder.buildTokenWithUid(id, key, 'c', 1, 1, 30 * 86400)";
const GOOD = "RtcTokenBuilder.buildTokenWithUid(id, key, 'c', 1, 1, 3600, 3600)";
const PRINT = `console.log(agora.backend, ${BAD}.slice(0, 3));`;

const FROZEN =
  'Math.random = () => 0.5; Date = class extends Date { getTime() { return 1e12; } };\n';

const CAUGHT = `
  let caught;
  try { ${BAD}; } catch (error) { caught = error; }
  const { name, code, message, stack } = caught;
  console.log(JSON.stringify({
    name, code, message, isOurs: caught instanceof agora.TokenError,
    first: stack.split('\\n')[1],
  }));`;

const LISTEN = `
  const events = [];
  const listen = (event) => events.push(event);
  const channel = require('node:diagnostics_channel');
  process.on('exit', () => console.log(JSON.stringify(events)));
  const call = () => ${BAD};
  call();
  channel.subscribe('agora-token:check', listen);
  call(); call();
  ${LONG};
  channel.unsubscribe('agora-token:check', listen);
  call();`;

/** What every kernel must do, from sources and from the package. */
function describeModes(projectOf) {
  describe.each(KERNELS)('on the %s kernel', (kernel) => {
    const run = (source, mode) => projectOf().run(source, mode, { AGORA_TOKEN_BACKEND: kernel });

    test('without it nothing is said', () => {
      expect(run(PRINT)).toMatchObject({ status: 0, stdout: `${kernel} 007`, stderr: '' });
    });

    test('warn: the token is built all the same, to the byte', () => {
      const source = `${FROZEN}console.log(${BAD}, ${GOOD});`;
      const watched = run(source, 'warn');
      expect(watched.warnings).toHaveLength(1);
      expect(watched.stdout).toMatch(/^007\S{100,} 007\S{100,}$/);
      expect(watched.stdout).toBe(run(source).stdout);
    });

    test('throw: a TokenError from where the builder was called', () => {
      const { stdout, stderr } = run(CAUGHT, 'throw');
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual({
        name: 'TokenError',
        code: 'ERR_DURATION',
        message: expect.stringMatching(/^RtcTokenBuilder\.buildTokenWithUid: tokenExpire is /),
        isOurs: true,
        first: expect.stringContaining(`${projectOf().file}:`),
      });
    });

    test('throw: what is only a warning stays one', () => {
      const { stdout, warnings } = run(
        `console.log(${LONG}.slice(0, 3), ${GOOD}.slice(0, 3));`,
        'throw',
      );
      expect(stdout).toBe('007 007');
      expect(warnings.map(([code]) => code)).toEqual(['WARN_LONG_DURATION']);
    });

    test.each(['warn', 'channel'])('%s: events, once for each place, to who listens', (mode) => {
      const { stdout, warnings } = run(LISTEN, mode);
      const events = JSON.parse(stdout);
      expect(events.map(({ code }) => code)).toEqual(['ERR_DURATION', 'WARN_LONG_DURATION']);
      expect(events[0]).toEqual({
        code: 'ERR_DURATION',
        message: expect.stringMatching(/^RtcTokenBuilder\.buildTokenWithUid: tokenExpire is /),
        method: 'RtcTokenBuilder.buildTokenWithUid',
        callSite: expect.stringContaining(`${projectOf().file}:`),
      });
      expect(warnings).toHaveLength(mode === 'warn' ? 2 : 0);
    });

    test('throw: the event is told before', () => {
      const source = `
        require('node:diagnostics_channel').subscribe('agora-token:check', ({ code }) => console.log(code));
        try { ${BAD}; } catch ({ code }) { console.log('thrown', code); }`;
      expect(run(source, 'throw').stdout).toBe('ERR_DURATION\nthrown ERR_DURATION');
    });

    test('any other value is told, and nothing is checked', () => {
      const { stdout, warnings } = run(PRINT, 'yes');
      expect(stdout).toBe(`${kernel} 007`);
      expect(warnings.map(([code, text]) => [code, text])).toEqual([
        [
          'ERR_OPTION',
          "AGORA_TOKEN_CHECK must be warn, throw, channel or empty; found 'yes'. Nothing is checked.",
        ],
      ]);
    });
  });
}

describe('from the sources', () => {
  const project = createProject();
  afterAll(() => project.remove());
  describeModes(() => project);
});

describe('from the package', () => {
  let packages;
  let registry;
  let project;

  beforeAll(async () => {
    packages = await packBoth();
    registry = await startRegistry(packages.dependencies.map((it) => it.file));
    const user = packed.createProject(`${packages.folder}/user`);
    await user.install([`agora-token@file:${packages.main.file}`, packages.platform.file], {
      registry: registry.url,
    });
    project = createProject(user.folder);
  });

  afterAll(async () => {
    await registry?.close();
    fs.rmSync(packages.folder, { recursive: true });
  });

  describeModes(() => project);
});

test('the methods that are checked are all of the root, with their parameters in their order', () => {
  const root = require('../../..');
  const builders = Object.keys(root).filter((name) => name.endsWith('TokenBuilder'));
  expect(Object.keys(METHODS).sort()).toEqual(builders.filter((it) => /^[A-Z]/.test(it)).sort());
  for (const [builder, methods] of Object.entries(METHODS)) {
    const own = Object.getOwnPropertyNames(root[builder]);
    expect(Object.keys(methods).sort()).toEqual(
      own
        .filter((name) => typeof root[builder][name] === 'function' && /^build/i.test(name))
        .sort(),
    );
    for (const [name, parameters] of Object.entries(methods)) {
      const [, list] = /^\w+\(([^)]*)\)/.exec(String(root[builder][name]));
      const named = list.split(',').map((it) => it.replace(/=.*/, '').trim());
      const expected = named.filter(Boolean).slice(2);
      expect([builder, name, Object.keys(parameters)]).toEqual([builder, name, expected]);
    }
  }
});

describe('without it', () => {
  const build = `require('.').RtmTokenBuilder.buildToken('${'a'.repeat(32)}', '${'b'.repeat(32)}', 'ada', 60)`;

  test('nothing of it is loaded, nor a module of Node for it', () => {
    const { files, modules } = loadedBy(build);
    expect(files.filter((it) => it.startsWith('tools/') && it !== 'tools/index.js')).toEqual([]);
    const plain = loadedBy("require('node:path')").modules;
    expect(modules.includes('node:diagnostics_channel')).toBe(
      plain.includes('node:diagnostics_channel'),
    );
  });

  test('the methods are those of the classes', () => {
    const { RtcTokenBuilder } = require('../../..');
    expect(String(RtcTokenBuilder.buildTokenWithRtm2)).toMatch(/^buildTokenWithRtm2\(\n/);
  });
});

describe('with it, results and errors are those of the original', () => {
  let pair;

  beforeAll(() => {
    process.env.AGORA_TOKEN_CHECK = 'channel';
    jest.resetModules();
    pair = libraries();
    delete process.env.AGORA_TOKEN_CHECK;
    const { RtcTokenBuilder } = pair.ours.modules.index;
    // The builders are those that check.
    expect(String(RtcTokenBuilder.buildTokenWithUid)).toContain('Reflect.apply');
  });

  test('the surface', () => {
    for (const builder of Object.keys(METHODS)) {
      const [ours, original] = [pair.ours, pair.original].map((it) => it.modules.index[builder]);
      for (const name of Object.keys(METHODS[builder])) {
        const shape = ({ [name]: method }) => [
          method.name,
          method.length,
          Object.getOwnPropertyNames(method).sort(),
          'prototype' in method,
        ];
        expect([name, shape(ours)]).toEqual([name, shape(original)]);
        const flags = (it) => ({ ...Object.getOwnPropertyDescriptor(it, name), value: 0 });
        expect(flags(ours)).toEqual(flags(original));
      }
    }
  });

  test.each([
    ['ordinary', 0],
    ['odd', 2],
  ])('%s calls', (_kind, odd) => {
    const random = new Random(seed + odd);
    const comparison = new Comparison(seed + odd, pair);
    for (const builder of BUILDERS) {
      for (let i = 0; i < 20 * scale; i++) {
        checkCall(comparison, random, builder, randomArguments(random, builder, odd));
      }
    }
    expect(comparison.cases).toBe(BUILDERS.length * 20 * scale);
    expect(comparison.report()).toBe('');
  });
});

test('every code that is reported is on the page', () => {
  const page = fs.readFileSync(path.join(__dirname, '../../../docs/checks.md'), 'utf8');
  const source = fs.readFileSync(path.join(__dirname, 'checks.test.js'), 'utf8');
  const codes = new Set(source.match(/(?<=')(?:ERR|WARN)_\w+(?=')/g));
  expect(codes.size).toBeGreaterThan(6);
  expect([...codes].filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
