'use strict';

// HTTP as a browser's `fetch` would not send it: with any headers and any path, a connection each.

const http = require('node:http');
const net = require('node:net');

/** Resolves to the status, the headers and the text of the answer. */
function ask(url, { path = '/', method = 'GET', headers = {}, body = '' } = {}) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path, method, headers, agent: false };
    const request = http.request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Posts JSON; resolves to the status, the headers and the JSON of the answer. */
async function post(url, path, body, headers = {}) {
  const { text, ...answer } = await ask(url, {
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { ...answer, body: text === '' ? null : JSON.parse(text) };
}

/** Sends what may be no HTTP; resolves to the answer when the server has closed the connection. */
async function sendRaw(port, text) {
  const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
  let answer = '';
  socket.setEncoding('latin1').on('data', (part) => {
    answer += part;
  });
  socket.on('error', () => {});
  await new Promise((resolve) => socket.on('close', resolve));
  return answer;
}

module.exports = { ask, post, sendRaw };
