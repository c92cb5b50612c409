'use strict';

const fs = require('node:fs');

module.exports = function cleanUp() {
  for (const folder of JSON.parse(process.env.AGORA_FRAMEWORKS_FOLDERS)) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};
