'use strict';

// Packages of Debian, unpacked into a folder without installing them.

const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('./release-targets');

/** Why this machine has none, or undefined. */
function missingDebian() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return `it needs linux-x64, this machine is ${process.platform}-${process.arch}`;
  }
  const file = '/etc/os-release';
  const release = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  if (!/^VERSION_CODENAME=bookworm$/m.test(release)) return 'it takes packages of Debian 12';
  return undefined;
}

const KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';
const ARCHIVE = 'http://deb.debian.org/debian';

/** What makes apt read another release, or another processor's packages, without this system's state. */
function sourcesOf(folder, { suite, architecture = 'amd64' }) {
  const apt = path.join(folder, 'apt');
  for (const it of ['state/lists/partial', 'cache/archives/partial']) {
    fs.mkdirSync(path.join(apt, it), { recursive: true });
  }
  fs.writeFileSync(path.join(apt, 'status'), '');
  fs.writeFileSync(path.join(apt, 'list'), `deb [signed-by=${KEYS}] ${ARCHIVE} ${suite} main\n`);
  const settings = {
    'APT::Architecture': architecture,
    'APT::Architectures': architecture,
    'Dir::Cache': `${apt}/cache`,
    'Dir::Etc::SourceList': `${apt}/list`,
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::State': `${apt}/state`,
    'Dir::State::status': `${apt}/status`,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/**
 * Unpacks packages of this machine's Debian into target/debian/<name>, unless these are there, and
 * gives that folder. With `suite`, they are those of another release, for `architecture`.
 */
function unpackDebian(name, packages, from = undefined) {
  const reason = missingDebian();
  if (reason) throw new Error(reason);
  const folder = path.join(ROOT, 'target/debian', name);
  const stamp = path.join(folder, 'unpacked');
  const wanted = JSON.stringify({ packages, from });
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return folder;
  const downloads = path.join(folder, 'downloads');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(downloads, { recursive: true });
  const flags = ['-qq', '-o', 'APT::Sandbox::User=root', ...(from ? sourcesOf(folder, from) : [])];
  execFileSync('apt-get', [...flags, 'update'], { stdio: 'inherit' });
  execFileSync('apt-get', [...flags, 'download', ...packages], {
    cwd: downloads,
    stdio: 'inherit',
  });
  for (const file of fs.readdirSync(downloads)) {
    execFileSync('dpkg', ['-x', path.join(downloads, file), folder]);
  }
  for (const it of ['downloads', 'apt']) {
    fs.rmSync(path.join(folder, it), { recursive: true, force: true });
  }
  fs.writeFileSync(stamp, wanted);
  return folder;
}

const RUST = [
  // Rust with the sources of its standard library.
  ...['rustc-web', 'cargo-web', 'rust-web-src', 'libstd-rust-web-1.96', 'libstd-rust-web-dev'],
  // What strips libraries for macOS, and links those for Windows.
  ...['llvm-22', 'rust-web-llvm', 'lld-22'],
  // What these load.
  ...['libllvm22', 'libgit2-1.5', 'libhttp-parser2.9'],
  ...['libmbedcrypto7', 'libmbedtls14', 'libmbedx509-1'],
];

/**
 * Debian's Rust, which builds the standard library for any target from its sources: its folder, the
 * environment that finds it, and the folder of the sources, which the addon must not name.
 */
function debianRust() {
  const folder = unpackDebian('rust', RUST);
  const libraries = ['usr/lib/x86_64-linux-gnu', 'usr/lib'].map((it) => path.join(folder, it));
  return {
    folder,
    env: {
      PATH: [path.join(folder, 'usr/bin'), process.env.PATH].join(':'),
      LD_LIBRARY_PATH: libraries.join(':'),
      // `-Zbuild-std` is an unstable flag of cargo.
      RUSTC_BOOTSTRAP: '1',
    },
    sources: path.join(folder, 'usr/lib/rustlib/src/rust'),
  };
}

module.exports = { debianRust, missingDebian, unpackDebian };
