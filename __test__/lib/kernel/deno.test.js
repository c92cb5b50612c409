'use strict';

// Deno as far as this package sees it: it grants some permissions, and where a program reaches for
// another, it asks its user, and then refuses. The real one runs in __test__/runtimes.

const { createCheckout } = require('../../support/checkout');

const UNASKED = '\n0 questions';

/** Puts Deno's rules into a process of Node. `granted` is the names of permissions. */
const DENO = `
  const granted = JSON.parse(process.env.TEST_GRANTED);
  const isGranted = ({ name, variable }) =>
    granted.includes(name) || granted.includes(name + '=' + variable);
  let questions = 0;
  process.on('exit', () => console.log(questions, 'questions'));
  const check = (permission) => {
    if (isGranted(permission)) return;
    questions += 1;
    throw new Error('NotCapable ' + JSON.stringify(permission));
  };
  globalThis.Deno = {
    permissions: { querySync: (it) => ({ state: isGranted(it) ? 'granted' : 'prompt' }) },
  };
  const fs = require('node:fs');
  const { openSync } = fs;
  fs.openSync = (file, ...rest) => {
    check({ name: 'read' });
    return openSync(file, ...rest);
  };
  const load = require('node:module')._extensions['.node'];
  require('node:module')._extensions['.node'] = (...args) => {
    check({ name: 'ffi' });
    return load(...args);
  };
  process.report.getReport = () => check({ name: 'sys' });
  const { env } = process;
  Object.defineProperty(process, 'env', {
    value: new Proxy(env, {
      get(target, variable) {
        // Node reads others for itself.
        if (/^(AGORA|NAPI|NODE)_/.test(variable)) check({ name: 'env', variable });
        return target[variable];
      },
    }),
  });
`;

const BUILD = `
  try {
    const { backend, RtcTokenBuilder } = require('.');
    const id = 'a'.repeat(32);
    const token = RtcTokenBuilder.buildTokenWithUid(id, id, 'lobby', 1, 1, 60, 60);
    console.log(backend, token.slice(0, 3));
  } catch ({ code, message }) {
    console.log(code, message);
  }`;

let checkout;

beforeAll(() => {
  checkout = createCheckout();
  checkout.installAddon();
});

afterAll(() => {
  checkout.remove();
});

function build(granted, backend) {
  const env = { TEST_GRANTED: JSON.stringify(granted) };
  if (backend) env.AGORA_TOKEN_BACKEND = backend;
  const { stdout, stderr } = checkout.node(DENO + BUILD, { env });
  return (stdout + stderr).trim();
}

test.each([
  ['nothing', [], 'javascript 007'],
  ['the environment', ['env'], 'javascript 007'],
  ['ffi', ['ffi'], 'native 007'],
  ['ffi and the choice of the kernel', ['ffi', 'env=AGORA_TOKEN_BACKEND'], 'native 007'],
  ['everything', ['env', 'ffi', 'read', 'sys'], 'native 007'],
])('with a permission for %s', (_what, granted, expected) => {
  expect(build(granted)).toBe(expected + UNASKED);
});

test('a choice that may not be read is none', () => {
  expect(build(['ffi'], 'javascript')).toBe(`native 007${UNASKED}`);
  expect(build(['ffi', 'env=AGORA_TOKEN_BACKEND'], 'javascript')).toBe(`javascript 007${UNASKED}`);
});

test('the error of AGORA_TOKEN_BACKEND=native needs no permission, and names what is missing', () => {
  const printed = build(['env=AGORA_TOKEN_BACKEND'], 'native');
  expect(printed.endsWith(UNASKED)).toBe(true);
  expect(printed).toMatch(
    /^ERR_AGORA_TOKEN_ADDON .*no permission to load .*\.node: run it with --allow-ffi/,
  );
});
