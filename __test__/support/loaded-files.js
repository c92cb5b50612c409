'use strict';

// Preloaded (node -r) into a process that runs one of the original's suites: when the process ends, it
// writes the files that it has loaded to the file that AGORA_TEST_LOADED names.

const fs = require('node:fs');

process.on('exit', () => {
  fs.writeFileSync(process.env.AGORA_TEST_LOADED, JSON.stringify(Object.keys(require.cache)));
});
