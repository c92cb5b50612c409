'use strict';

const fs = require('node:fs');

module.exports = async function cleanUp() {
  const { folder, registry } = globalThis.rehearsal;
  await registry.stop();
  fs.rmSync(folder, { recursive: true, force: true });
};
