'use strict';

// A registry on this machine that knows a few packages, so that installs run as users type them
// before anything is published. It knows no others: an install that asks for more fails.

const crypto = require('node:crypto');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { readManifest } = require('../../../scripts/tarball');

function packument(manifest, file, url) {
  const bytes = fs.readFileSync(file);
  const dist = {
    tarball: `${url}/-/${path.basename(file)}`,
    integrity: `sha512-${crypto.createHash('sha512').update(bytes).digest('base64')}`,
    shasum: crypto.createHash('sha1').update(bytes).digest('hex'),
  };
  const { name, version } = manifest;
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist } },
    time: { created: '2026-01-01T00:00:00.000Z', [version]: '2026-01-01T00:00:00.000Z' },
  };
}

/** Serves the packages in the tarballs `files`; gives { url, asked, close }. */
async function startRegistry(files) {
  const packages = new Map();
  const asked = [];
  const server = http.createServer((request, response) => {
    const [, place] = /^\/([^?]*)/.exec(decodeURIComponent(request.url));
    asked.push(place);
    const file = files.find((it) => place === `-/${path.basename(it)}`);
    if (file) return response.end(fs.readFileSync(file));
    const found = packages.get(place);
    response.statusCode = found ? 200 : 404;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(found ?? { error: 'not found' }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  for (const file of files) {
    const manifest = readManifest(file);
    packages.set(manifest.name, packument(manifest, file, url));
  }
  const close = () => new Promise((resolve) => server.close(resolve));
  return { url, asked, close };
}

module.exports = { startRegistry };
