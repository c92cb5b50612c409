'use strict';

// Writes the package of each platform under npm/: `napi create-npm-dirs` makes the manifests, and
// this adds what that leaves out. With a folder as argument it writes for the package in there.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { PLATFORMS, ROOT } = require('./release-targets');

const NAPI = path.join(ROOT, 'node_modules/@napi-rs/cli/dist/cli.js');

/** The page that third-party-licenses.js writes. */
const NOTICES = 'THIRD-PARTY-LICENSES.md';

/** What the names of platforms mean to a reader. */
const WORDS = {
  darwin: 'macOS',
  freebsd: 'FreeBSD',
  linux: 'Linux',
  win32: 'Windows',
  arm: 'ARMv7 with hardware floating point',
  arm64: 'arm64',
  x64: 'x64',
  glibc: 'glibc',
  musl: 'musl',
};

function describe(name) {
  const [platform, arch] = name.split('-');
  const libc = PLATFORMS[name];
  return `${WORDS[platform]} on ${WORDS[arch]}${libc ? `, ${WORDS[libc]}` : ''}`;
}

function completeManifest(manifest, name) {
  const libc = PLATFORMS[name];
  const { os, cpu, files, ...rest } = manifest;
  return {
    ...rest,
    files: [...files, NOTICES],
    description: `The addon of agora-token-native for ${describe(name)}`,
    os,
    cpu,
    // The CLI leaves it out where the ABI is called gnueabihf.
    ...(libc ? { libc: [libc] } : {}),
  };
}

function readme(name, packageName) {
  return `# ${packageName}

The addon of \`agora-token-native\` for ${describe(name)}.

Install \`agora-token-native\`, not this package: it lists this one under \`optionalDependencies\`, and
your package manager takes it where it fits.

MIT licensed. ${NOTICES} has the licences of the crates in it.
`;
}

function write(root) {
  execFileSync(process.execPath, [NAPI, 'create-npm-dirs', '--cwd', root], { stdio: 'pipe' });
  for (const name of Object.keys(PLATFORMS)) {
    const folder = path.join(root, 'npm', name);
    const file = path.join(folder, 'package.json');
    const manifest = completeManifest(JSON.parse(fs.readFileSync(file, 'utf8')), name);
    fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
    fs.writeFileSync(path.join(folder, 'README.md'), readme(name, manifest.name));
    for (const it of ['LICENSE', NOTICES])
      fs.copyFileSync(path.join(ROOT, it), path.join(folder, it));
  }
}

write(path.resolve(process.argv[2] ?? ROOT));
