'use strict';

// Redis on loopback, on a port of its own and with nothing on disk.

const { spawn, spawnSync } = require('node:child_process');
const net = require('node:net');

const LIFE_MS = 60_000;
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Resolves when it takes connections, to its URL and what stops it. */
async function startRedis(port) {
  const own = port ?? (await freePort());
  const settings = { port: own, bind: '127.0.0.1', save: '', appendonly: 'no', daemonize: 'no' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, `${value}`]);
  const child = spawn('redis-server', args, {
    cwd: require('node:os').tmpdir(),
    timeout: LIFE_MS,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await new Promise((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (output.includes('Ready to accept connections')) resolve();
    });
    child.on('close', () => reject(new Error(output)));
  });
  const stop = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return { url: `redis://127.0.0.1:${own}`, port: own, stop };
}

module.exports = { hasRedis, startRedis };
