'use strict';

// Gives the package in packages/agora-access-token-native the version of the main one, which it depends
// on at that version exactly. With a folder as argument it does so for a package in there.

const fs = require('node:fs');
const path = require('node:path');
const { name, version } = require('../package.json');
const { ACCESS_TOKEN_FOLDER, ROOT } = require('./release-targets');

function write(root) {
  const file = path.join(root, ACCESS_TOKEN_FOLDER, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  const dependencies = { [name]: version };
  const text = JSON.stringify({ ...manifest, version, dependencies }, null, 2);
  fs.writeFileSync(file, `${text}\n`);
}

write(path.resolve(process.argv[2] ?? ROOT));
