'use strict';

// A program that only builds tokens does not load what looks into them.

const { execFileSync } = require('node:child_process');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../../..');

function loadedBy(source) {
  const program = `${source}; console.log(JSON.stringify(Object.keys(require.cache)))`;
  const printed = execFileSync(process.execPath, ['-e', program], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(printed)
    .map((file) => path.relative(ROOT, file).replaceAll(path.sep, '/'))
    .filter((file) => /^(tools\/\w+\/|node_modules\/)/.test(file));
}

test('the root loads none of it', () => {
  expect(loadedBy("require('.')")).toEqual([]);
});

test('decoding does not load the builder, nor the library for durations', () => {
  const loaded = loadedBy("try { require('.').decodeToken('') } catch {}");
  expect(loaded).toContain('tools/decode/decode-token.js');
  expect(loaded.filter((file) => /builder|\bms\b/.test(file))).toEqual([]);
});

test('durations in numbers do not load it either', () => {
  const build = (expiresIn) => `require('.').createTokenBuilder({
    appId: 'a'.repeat(32), appCertificate: 'b'.repeat(32),
  }).rtm({ userId: 'ada', expiresIn: ${expiresIn} })`;
  expect(loadedBy(build(60)).filter((file) => /\bms\b/.test(file))).toEqual([]);
  expect(loadedBy(build("'1m'")).filter((file) => /\bms\b/.test(file))).toHaveLength(1);
});
