'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { run } = require('../package/support/run');

const LISTS = ['package.json', 'package-lock.json'];

/** Installs what the lists in `source` name into `folder`, unless these very versions are there. */
async function installTools(source, folder, flags = []) {
  const wanted = LISTS.map((file) => fs.readFileSync(path.join(source, file), 'utf8')).join('\n');
  const stamp = path.join(folder, 'installed');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const file of LISTS) fs.copyFileSync(path.join(source, file), path.join(folder, file));
  // Not `npm ci`, which fails where a registry lacks the binary of some other platform. Scripts of
  // the packages do not run.
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...flags];
  await run('npm', args, { cwd: folder });
  fs.writeFileSync(stamp, wanted);
}

module.exports = { installTools };
