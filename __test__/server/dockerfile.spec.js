'use strict';

// Carries out the steps of the Dockerfile in a folder: what it copies and what it runs must make a
// server that starts. It stands in for a Docker engine, which test machines may lack.

const { execSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { CREDENTIALS, startProcess } = require('./server-process');

const ROOT = path.resolve(__dirname, '../..');
const DOCKERFILE = path.join(ROOT, 'sample/server/Dockerfile');
const INSTALL_MS = 120_000;
const IGNORED = /(^|\/)(node_modules|\.env|target|\.git)(\/|$)|\.rs$/;

const steps = fs
  .readFileSync(DOCKERFILE, 'utf8')
  .split('\n')
  .map((line) => /^([A-Z]+) (.*)$/.exec(line))
  .filter(Boolean)
  .map(([, instruction, rest]) => ({ instruction, rest }));

function only(instruction) {
  return steps.filter((step) => step.instruction === instruction).map(({ rest }) => rest);
}

const environment = Object.fromEntries(
  only('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('='))),
);

/** The files of the context that a source of COPY names; it may begin with `*`. */
function expand(source) {
  if (!source.startsWith('*')) return [source];
  return fs.readdirSync(ROOT).filter((file) => file.endsWith(source.slice(1)));
}

function copy(folder, rest) {
  const places = rest.split(' ');
  const target = places.pop();
  const sources = places.flatMap(expand);
  for (const source of sources) {
    const isFile = fs.statSync(path.join(ROOT, source)).isFile();
    const into = isFile
      ? path.join(folder, target, path.basename(source))
      : path.join(folder, target);
    fs.cpSync(path.join(ROOT, source), into, {
      recursive: true,
      filter: (file) => !IGNORED.test(path.relative(ROOT, file)),
    });
  }
}

/** With an end of its own: while it runs, the limits of the tests do not. */
function run(command, options) {
  return execSync(command, { stdio: 'pipe', killSignal: 'SIGKILL', timeout: 10_000, ...options });
}

let folder;

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'server-image-')));
  for (const { instruction, rest } of steps) {
    if (instruction === 'COPY') copy(folder, rest);
    if (instruction === 'RUN') run(rest, { cwd: folder, timeout: INSTALL_MS });
  }
}, 3 * INSTALL_MS);

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

test('the server starts, answers its health check, and stops', async () => {
  const command = JSON.parse(only('CMD')[0]);
  const env = { ...environment, ...CREDENTIALS, API_KEY: 'a-key-for-the-tests' };
  const server = await startProcess(command, { cwd: folder, env });
  const [, ...check] = JSON.parse(only('HEALTHCHECK')[0].replace(/^CMD /, ''));
  const health = (PORT) =>
    run(`node ${check.map((word) => `'${word}'`).join(' ')}`, {
      env: { PATH: process.env.PATH, PORT },
    });
  expect(health(`${server.port}`).toString()).toBe('');
  expect(() => health('1')).toThrow();
  expect(await server.stop()).toBe(0);
});

test('it is reached from outside the image', () => {
  // In these tests it listens on loopback only.
  expect(environment).toMatchObject({ HOST: '0.0.0.0', PORT: '3000' });
  expect(only('EXPOSE')).toEqual([environment.PORT]);
});

test('nothing but what runs is in the image', () => {
  const installed = fs.readdirSync(path.join(folder, 'node_modules')).filter((it) => it[0] !== '.');
  expect(installed).toContain('ms');
  expect(installed).not.toContain('jest');
  expect(fs.existsSync(path.join(folder, 'sample/server/node_modules/playwright-core'))).toBe(
    false,
  );
  expect(fs.readdirSync(path.join(folder, 'src')).filter((file) => file.endsWith('.rs'))).toEqual(
    [],
  );
});

test('it does not run as root, and is there for glibc and for musl', () => {
  expect(only('USER')).toEqual(['node']);
  expect(only('ARG')).toEqual(['NODE=24-slim']);
  expect(fs.readFileSync(DOCKERFILE, 'utf8')).toContain('--build-arg NODE=24-alpine');
});
