// node tools/browser-esbuild.mjs NAME MODE: prints the errors and warnings.
import { build } from 'esbuild';
import { files, output } from './polyfills.mjs';

const [name, mode] = process.argv.slice(2);
const { errors, warnings } = await build({
  entryPoints: [`browser/${name}.cjs`],
  bundle: true,
  platform: 'browser',
  outfile: output('esbuild', name, mode),
  logLevel: 'silent',
  alias: files,
  define: { global: 'globalThis' },
  inject: ['browser/globals.mjs'],
});
console.log(JSON.stringify([...errors, ...warnings].map((it) => it.text)));
