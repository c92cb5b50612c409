'use strict';

// A reverse proxy on loopback, as small as it can be.

const http = require('node:http');

const proxies = new Set();

afterAll(() => {
  for (const proxy of proxies) {
    proxy.close();
    proxy.closeAllConnections();
  }
});

/**
 * Starts a proxy before `target` that takes all its clients for `client`, so that one machine can
 * stand for many. It appends that address to what `X-Forwarded-For` says. Resolves to its URL.
 */
function startProxy(target, client) {
  const { hostname, port } = new URL(target);
  const proxy = http.createServer((incoming, answer) => {
    const { method, url: path, headers } = incoming;
    const forwarded = headers['x-forwarded-for'];
    const addresses = forwarded === undefined ? client : `${forwarded}, ${client}`;
    const outgoing = http.request(
      {
        hostname,
        port,
        path,
        method,
        agent: false,
        headers: { ...headers, 'x-forwarded-for': addresses },
      },
      (response) => {
        answer.writeHead(response.statusCode, response.headers);
        response.pipe(answer);
      },
    );
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  proxies.add(proxy);
  return new Promise((resolve, reject) => {
    proxy.on('error', reject);
    proxy.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${proxy.address().port}`));
  });
}

module.exports = { startProxy };
