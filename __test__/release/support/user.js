'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { createProject } = require('../../package/support/project');
const { run } = require('../../package/support/run');
const { createBin } = require('./tools');

const rehearsal = JSON.parse(process.env.AGORA_REHEARSAL);

/** The settings of a user whose registry is this machine's. What was published now may be installed. */
function environment(folder, bin) {
  const { url } = rehearsal;
  return {
    PATH: [bin, path.dirname(process.execPath), process.env.PATH].join(':'),
    HOME: folder,
    XDG_CACHE_HOME: path.join(folder, '.cache'),
    XDG_DATA_HOME: path.join(folder, '.data'),
    CI: 'false',
    pnpm_config_minimum_release_age: '0',
    YARN_NPM_REGISTRY_SERVER: url.replace(/\/$/, ''),
    YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
    YARN_ENABLE_TELEMETRY: 'false',
    YARN_ENABLE_GLOBAL_CACHE: 'false',
    YARN_NPM_MINIMAL_AGE_GATE: '0',
    BUN_CONFIG_REGISTRY: url,
  };
}

/** A user's empty project, and a shell in it that has one package manager. */
async function createUser(manager) {
  const folder = fs.mkdtempSync(path.join(rehearsal.folder, 'user-'));
  const project = createProject(folder, { version: '1.0.0' });
  const env = environment(folder, await createBin(folder, manager));
  const node = manager === 'Yarn 4' ? 'yarn node' : 'node';
  project.write('.npmrc', `registry=${rehearsal.url}\n`);
  project.write('app.js', 'console.log(require(process.argv[2]).backend)');
  return {
    ...project,

    /** Runs a command line as it stands on the page. */
    shell: (command, extra) =>
      run('bash', ['-c', command], { cwd: folder, env: { ...env, ...extra } }),

    manifest: () => JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')),

    /** Which kernel a package of the project runs on; `undefined` is the original. */
    async backendOf(name, extra) {
      const printed = await run('bash', ['-c', `${node} app.js ${name}`], {
        cwd: folder,
        env: { ...env, ...extra },
      });
      return printed;
    },

    /** The platforms whose addons are installed. */
    addons() {
      const scope = path.join(folder, 'node_modules/@agora-token-native');
      if (!fs.existsSync(scope)) return [];
      return fs
        .readdirSync(scope)
        .map((it) => it.replace('binding-', ''))
        .sort();
    },
  };
}

module.exports = { createUser, rehearsal };
