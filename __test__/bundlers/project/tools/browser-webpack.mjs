// node tools/browser-webpack.mjs NAME MODE: prints the errors and warnings.
import path from 'node:path';
import webpack from 'webpack';
import { files, nowhere, output } from './polyfills.mjs';

const [name, mode] = process.argv.slice(2);
const file = output('webpack', name, mode);
const isPolyfilled = mode === 'polyfilled';
const compiler = webpack({
  mode: 'production',
  target: 'web',
  entry: `./browser/${name}.cjs`,
  output: { path: path.dirname(file), filename: path.basename(file) },
  performance: { hints: false },
  resolve: { fallback: isPolyfilled ? files : nowhere },
  plugins: isPolyfilled
    ? [new webpack.ProvidePlugin({ Buffer: ['buffer', 'Buffer'], process: 'process' })]
    : [],
});
compiler.run((error, stats) => {
  if (error) throw error;
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  console.log(JSON.stringify([...errors, ...warnings].map((it) => it.message)));
});
