'use strict';

// node browser/run.cjs BUNDLE [app]: runs a bundle in a realm with what a browser, or the
// engine of React Native, has and Node adds to, and prints what it does.

const fs = require('node:fs');
const vm = require('node:vm');

const [file, isApp] = process.argv.slice(2);
const warnings = [];
const BROWSER = { crypto: globalThis.crypto, document: {}, navigator: { product: 'Gecko' } };
const APP = {
  navigator: { product: 'ReactNative' },
  process: { env: {}, nextTick: queueMicrotask, version: 'v0' },
};
const common = { TextDecoder, TextEncoder, clearTimeout, queueMicrotask, setTimeout };
const realm = vm.createContext({
  ...common,
  console: { ...console, warn: (text) => warnings.push(text) },
  ...(isApp ? APP : BROWSER),
});
realm.self = realm.window = realm.globalThis = realm;
vm.runInContext(fs.readFileSync(file, 'utf8'), realm);

const attempt = () => {
  try {
    return { token: realm.build() };
  } catch ({ name, message }) {
    return { error: `${name}: ${message}` };
  }
};
console.log(JSON.stringify({ role: realm.role, built: [attempt(), attempt()], warnings }));
