'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const path = require('node:path');
const { programOf } = require('./tools');

/** A registry that knows only what is published to it, and asks nobody else. */
const CONFIGURATION = (folder) => `
storage: ${folder}/storage
auth: { htpasswd: { file: ${folder}/htpasswd } }
uplinks: {}
packages: { '**': { access: $all, publish: $authenticated } }
log: { type: stdout, format: json, level: warn }
max_body_size: 100mb
web: { enable: false }
`;

/** A port that nothing listens on: verdaccio does not tell which one it took when it is given none. */
async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a registry on the loopback interface; gives { url, token, stop }. */
async function startVerdaccio(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'verdaccio.yaml');
  fs.writeFileSync(file, CONFIGURATION(folder));
  const address = `127.0.0.1:${await freePort()}`;
  const args = [programOf('verdaccio/bin/verdaccio'), '--config', file, '--listen', address];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  await new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk) => {
      printed += chunk;
      if (printed.includes(`http://${address}/`)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`verdaccio ended with ${code}:\n${printed}`)));
  });
  const url = `http://${address}/`;
  const stop = async () => {
    child.kill();
    await once(child, 'exit');
  };
  return { url, token: await createAccount(url), stop };
}

async function createAccount(url) {
  const name = 'publisher';
  const response = await fetch(`${url}-/user/org.couchdb.user:${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: 'rehearsal-only' }),
  });
  if (!response.ok) throw new Error(`verdaccio: ${response.status} ${await response.text()}`);
  return (await response.json()).token;
}

module.exports = { startVerdaccio };
