'use strict';

// A project that depends on `agora-token`, and a compiler that compiles it.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const ROOT = path.join(__dirname, '..', '..');
const FIXTURES = path.join(__dirname, 'fixtures');
const ORIGINAL = path.join(ROOT, 'node_modules', 'agora-token-reference');

function createProject() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'agora-token-types-'));

  function link(name, target) {
    const place = path.join(folder, 'node_modules', name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.rmSync(place, { force: true });
    fs.symlinkSync(target, place, 'junction');
  }

  /** Runs a compiler over `files`, fixtures or written here; returns what it reported. */
  function compile(tsc, files, compilerOptions, type = 'commonjs') {
    for (const file of files) {
      const fixture = path.join(FIXTURES, file);
      if (fs.existsSync(fixture)) fs.copyFileSync(fixture, path.join(folder, file));
    }
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type }));
    const config = JSON.stringify({ compilerOptions, files });
    fs.writeFileSync(path.join(folder, 'tsconfig.json'), config);
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder], {
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  }

  return {
    folder,
    link,
    compile,
    write: (file, text) => fs.writeFileSync(path.join(folder, file), text),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

module.exports = { createProject, FIXTURES, ORIGINAL, ROOT };
