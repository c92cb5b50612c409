// Requests over connections that stay open.

import http from 'node:http';

const PATIENCE_MS = 10_000;

let agent = newAgent();

function newAgent() {
  return new http.Agent({ keepAlive: true, maxSockets: 256 });
}

/** Forgets the connections to a server that is gone. */
export function closeConnections() {
  agent.destroy();
  agent = newAgent();
}

/** Posts JSON; resolves to the status and the JSON of the answer. */
export function ask(port, path, body) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    const request = http.request(
      { host: '127.0.0.1', port, path, method: 'POST', agent, headers, timeout: PATIENCE_MS },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (part) => {
          answer += part;
        });
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('aborted')));
        response.on('end', () =>
          resolve({ status: response.statusCode, body: JSON.parse(answer) }),
        );
      },
    );
    request.on('timeout', () => request.destroy(new Error('timeout')));
    request.on('error', reject);
    request.end(text);
  });
}
