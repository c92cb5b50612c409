// node tools/browser-vite.mjs NAME MODE
import path from 'node:path';
import { build } from 'vite';
import { nodePolyfills } from 'vite-plugin-node-polyfills';
import { output } from './polyfills.mjs';

const [name, mode] = process.argv.slice(2);
const file = output('vite', name, mode);
await build({
  configFile: false,
  logLevel: 'error',
  plugins: mode === 'polyfilled' ? [nodePolyfills()] : [],
  build: {
    outDir: path.dirname(file),
    emptyOutDir: false,
    rollupOptions: {
      input: `browser/${name}.cjs`,
      output: { entryFileNames: path.basename(file), format: 'iife' },
    },
  },
});
console.log('[]');
