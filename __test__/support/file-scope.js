'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

// What a module keeps to itself, by name: the original's own tests evaluate a source file with one
// more line that exports such names, so they belong to what must stay.
function fileScope(library, file, names) {
  const filename = path.join(library.root, `${file}.js`);
  const source = `${fs.readFileSync(filename, 'utf8')}\nmodule.exports = { ${names.join(', ')} };`;
  const module = { exports: {} };
  const evaluate = new Function('module', 'exports', 'require', '__filename', '__dirname', source);
  evaluate(module, module.exports, createRequire(filename), filename, path.dirname(filename));
  return module.exports;
}

module.exports = { fileScope };
