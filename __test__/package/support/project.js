'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { run } = require('./run');

const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** An empty project of a user's in `folder`. */
function createProject(folder, manifest = {}) {
  fs.mkdirSync(folder, { recursive: true });
  const write = (file, text) => {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
    return target;
  };
  write('package.json', JSON.stringify({ name: 'project', private: true, ...manifest }));
  return {
    folder,
    write,

    /** `npm install` with a cache of its own, so that nothing comes from outside the test. */
    install(specifiers, { registry, flags = [] }) {
      const cache = path.join(folder, '.npm-cache');
      const args = ['install', ...specifiers, ...QUIET, ...flags];
      return run('npm', [...args, `--registry=${registry}`, `--cache=${cache}`], { cwd: folder });
    },

    /** Runs JavaScript in the project and gives what it printed. */
    node(source, { file = 'main.cjs', env } = {}) {
      return run(process.execPath, [write(file, source)], { cwd: folder, env });
    },

    installed(file) {
      return fs.existsSync(path.join(folder, 'node_modules', file));
    },
  };
}

module.exports = { createProject };
