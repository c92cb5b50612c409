// node tools/rollup.mjs OUTPUT FORMAT [external]: prints the warnings.
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

const [output, format, external] = process.argv.slice(2);
const warnings = [];
const bundle = await rollup({
  input: 'app.mjs',
  plugins: [nodeResolve({ preferBuiltins: true }), commonjs()],
  external: external ? ['agora-token'] : [],
  onwarn: (warning) => warnings.push(warning.message),
});
await bundle.write({ file: `out/${output}`, format });
console.log(JSON.stringify(warnings));
