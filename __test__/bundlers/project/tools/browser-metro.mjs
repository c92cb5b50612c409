// node tools/browser-metro.mjs NAME MODE: a bundle as React Native makes it.
import fs from 'node:fs';
import path from 'node:path';
import Metro from 'metro';
import { files, output } from './polyfills.mjs';

const [name, mode] = process.argv.slice(2);
const entry = `browser/app-${name}.cjs`;
fs.writeFileSync(entry, `require('./app-globals.cjs');\nrequire('./${name}.cjs');\n`);
const config = await Metro.loadConfig(
  { cwd: process.cwd() },
  {
    projectRoot: process.cwd(),
    watchFolders: [path.resolve('..')],
    cacheStores: [],
    maxWorkers: 1,
    reporter: { update() {} },
    resolver: {
      useWatchman: false,
      resolverMainFields: ['react-native', 'browser', 'main'],
      extraNodeModules: files,
    },
  },
);
const options = { entry, dev: false, minify: false, platform: 'ios' };
await Metro.runBuild(config, { ...options, out: output('metro', name, mode) });
console.log('[]');
