// node tools/vite.mjs OUTPUT [bundled]: an SSR build of app.mjs.
import { build } from 'vite';

const [output, bundled] = process.argv.slice(2);
await build({
  configFile: false,
  logLevel: 'error',
  build: { ssr: 'app.mjs', outDir: `out/${output}` },
  ssr: { noExternal: bundled ? true : undefined },
});
