'use strict';

// Copies of this package in a folder of their own, with or without an addon.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { currentPlatform } = require('../../lib/kernel/platform');
const { userEnvironment } = require('../package/support/run');

const ROOT = path.resolve(__dirname, '../..');
const SHIPPED = ['bin', 'binding.js', 'index.js', 'lib', 'package.json', 'src', 'tools'];

const { buildName, packageName } = currentPlatform();

/** The addon that the build has left for this machine. */
const ADDON = path.join(ROOT, `agora-token-native.${buildName}.node`);

/** A copy without an addon. */
function createCheckout() {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'agora-checkout-')));
  for (const name of SHIPPED) {
    fs.cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  const packageFolder = path.join(folder, 'node_modules', packageName);
  return {
    folder,

    /** Puts the package of the platform into node_modules, with this file as its addon. */
    installAddon(file = ADDON) {
      const main = path.basename(ADDON);
      const { version } = require('../../package.json');
      fs.mkdirSync(packageFolder, { recursive: true });
      fs.writeFileSync(
        path.join(packageFolder, 'package.json'),
        JSON.stringify({ name: packageName, version, main }),
      );
      fs.copyFileSync(file, path.join(packageFolder, main));
      return path.join(packageFolder, main);
    },

    /** Runs JavaScript in the copy and gives { status, stdout, stderr }. */
    node(source, { env, flags = [] } = {}) {
      const program = path.join(folder, 'program.cjs');
      fs.writeFileSync(program, source);
      const options = { cwd: folder, env: userEnvironment(env), encoding: 'utf8' };
      return spawnSync(process.execPath, [...flags, program], options);
    },

    remove() {
      fs.rmSync(folder, { recursive: true });
    },
  };
}

module.exports = { ADDON, buildName, createCheckout, packageName };
