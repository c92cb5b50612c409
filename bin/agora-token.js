#!/usr/bin/env node
'use strict';

const { main } = require('../tools/cli/main');

main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
