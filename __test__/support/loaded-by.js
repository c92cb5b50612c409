'use strict';

const { execFileSync } = require('node:child_process');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');

const REPORT = `
  console.log(JSON.stringify({
    backend: require('.').backend,
    files: Object.keys(require.cache),
    modules: process.moduleLoadList,
  }));`;

/**
 * What a program loads that runs in the package's folder: files of the package by their path in it,
 * modules of Node's by their names, and the kernel that it got.
 */
function loadedBy(source) {
  const printed = execFileSync(process.execPath, ['-e', `${source};${REPORT}`], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const { backend, files, modules } = JSON.parse(printed.trim().split('\n').at(-1));
  return {
    backend,
    files: files.map((file) => path.relative(ROOT, file).replaceAll(path.sep, '/')),
    modules: modules
      .filter((it) => it.startsWith('NativeModule '))
      .map((it) => it.replace(/^NativeModule /, 'node:')),
  };
}

module.exports = { loadedBy };
