// What stands in for Node's modules in a browser, by their bare names, as bundlers take it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const NAMES = [
  ...['assert', 'buffer', 'crypto', 'events', 'process', 'stream', 'string_decoder', 'util', 'vm'],
  'zlib',
];
const polyfills = createRequire(import.meta.url)('node-stdlib-browser');

export const files = Object.fromEntries(NAMES.map((name) => [name, polyfills[name]]));
export const nowhere = { crypto: false, zlib: false };

export function output(tool, name, mode) {
  fs.mkdirSync('out/browser', { recursive: true });
  return path.resolve(`out/browser/${tool}-${name}-${mode}.js`);
}
