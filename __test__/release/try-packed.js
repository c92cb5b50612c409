'use strict';

// Installs the packages that scripts/pack-release.js left in release/, for this machine, in an empty
// project, and runs the tests' program on them, with the addon and with JavaScript. What it prints must
// be what the original prints.
//
//   node __test__/release/try-packed.js

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { hostName, PACKAGE_PREFIX, ROOT } = require('../../scripts/release-targets');
const { createProject } = require('../package/support/project');
const { run } = require('../package/support/run');
const { judge } = require('../runtimes/judge');

const PROGRAM = path.join(ROOT, '__test__/runtimes/program.js');
const ORIGINAL = path.join(ROOT, 'node_modules/agora-token-reference');
const ORIGINAL_006 = path.join(ROOT, 'node_modules/agora-access-token-reference');
const FROZEN = path.join(ROOT, '__test__/support/frozen-process.js');

function tarball(folder, start) {
  const files = fs.readdirSync(path.join(ROOT, 'release', folder));
  const found = files.filter((it) => it.startsWith(start) && /-\d+\.\d+\.\d+\S*\.tgz$/.test(it));
  if (found.length !== 1) throw new Error(`release/${folder} has no ${start}: ${files}`);
  return path.join(ROOT, 'release', folder, found[0]);
}

async function runProgram(user, name, env) {
  const printed = await run(process.execPath, ['program.cjs', name], { cwd: user.folder, env });
  return JSON.parse(printed);
}

/** The sample of agora-access-token, on the package for its users. */
async function tryAccessToken(folder, packages, flags) {
  createProject(folder);
  const ours = `agora-access-token@file:${tarball('access-token', 'agora-access-token')}`;
  await run('npm', ['install', ...flags, ...packages, ours], { cwd: folder });
  const installed = path.join(folder, 'node_modules/agora-access-token');
  fs.copyFileSync(path.join(ORIGINAL_006, 'sample.js'), path.join(installed, 'sample.js'));
  const [expected, actual] = await Promise.all(
    [ORIGINAL_006, installed].map((cwd) =>
      run(process.execPath, ['-r', FROZEN, 'sample.js'], { cwd }),
    ),
  );
  const verdict = actual === expected && /\b006/.test(actual) ? 'equal' : 'FAILED';
  console.log(`${hostName()}, packed, agora-access-token: ${verdict}`);
  if (verdict === 'FAILED') process.exitCode = 1;
}

async function main() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agora-packed-'));
  try {
    const user = createProject(folder);
    const prefix = PACKAGE_PREFIX.replace('@', '').replace('/', '-');
    const packages = [tarball('main', 'agora'), tarball('platforms', `${prefix}-${hostName()}-`)];
    // The tarballs list the other platforms, which no registry has yet.
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts'];
    await run('npm', ['install', ...flags, `agora-token@file:${packages[0]}`, packages[1]], {
      cwd: folder,
    });
    await tryAccessToken(path.join(folder, 'access-token'), packages, flags);
    fs.copyFileSync(PROGRAM, path.join(folder, 'program.cjs'));
    fs.symlinkSync(ORIGINAL, path.join(folder, 'node_modules/original'), 'junction');
    const expected = await runProgram(user, 'original');
    for (const kernel of ['native', 'javascript']) {
      const actual = await runProgram(user, 'agora-token', { AGORA_TOKEN_BACKEND: kernel });
      const { verdict, detail } = judge({ actual, expected, kernel, isNode: true });
      console.log(`${hostName()}, packed, ${kernel}: ${verdict}, ${detail}`);
      if (verdict === 'FAILED') process.exitCode = 1;
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

main();
