// The server of sample/server, in a process of its own.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { APP_ID, CERTIFICATE } = require('../../../support/identifiers');

const FOLDER = fileURLToPath(new URL('../../../../sample/server', import.meta.url));
const LISTENING = /Server listening at http:\/\/[^"]+:(\d+)/;

/** Starts the server, on a free port unless one is given: `{ process, port, backend }`. */
export async function startServer(port = 0) {
  const server = spawn(process.execPath, ['server.js'], {
    cwd: FOLDER,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      AGORA_APP_ID: APP_ID,
      AGORA_APP_CERTIFICATE: CERTIFICATE,
      HOST: '127.0.0.1',
      PORT: `${port}`,
      REQUESTS_PER_MINUTE: '1000000',
    },
  });
  const listening = await new Promise((resolve, reject) => {
    let output = '';
    server.stdout.setEncoding('utf8').on('data', (text) => {
      // Read to the end, or the server would wait for its log to be read.
      if (output.length < 10_000) output += text;
      const found = LISTENING.exec(output);
      if (found) resolve(Number(found[1]));
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)));
  });
  server.removeAllListeners('exit');
  const health = await fetch(`http://127.0.0.1:${listening}/health`);
  const { backend } = await health.json();
  return { process: server, port: listening, backend };
}
