'use strict';

const fs = require('node:fs');

module.exports = function cleanUp() {
  fs.rmSync(process.env.AGORA_BUNDLERS_PROJECT, { recursive: true, force: true });
  fs.rmSync(JSON.parse(process.env.AGORA_BUNDLERS_PACKAGES).folder, { recursive: true });
};
