// node tools/webpack.mjs ENTRY OUTPUT [external]: prints the errors and warnings.
import path from 'node:path';
import webpack from 'webpack';

const [entry, filename, external] = process.argv.slice(2);
const isModule = filename.endsWith('.mjs');
const compiler = webpack({
  mode: 'production',
  target: 'node18',
  entry: `./${entry}`,
  output: { path: path.resolve('out'), filename, module: isModule },
  experiments: { outputModule: isModule },
  externals: external ? { 'agora-token': 'commonjs agora-token' } : {},
});
compiler.run((error, stats) => {
  if (error) throw error;
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  console.log(JSON.stringify([...errors, ...warnings].map((it) => it.message)));
});
