'use strict';

// Loaded into a server by the tests: it ends with them, however they end.
process.stdin.on('end', () => process.exit(1)).resume();
process.stdin.unref();
