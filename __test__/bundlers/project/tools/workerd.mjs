// node tools/workerd.mjs SCRIPT: runs a Worker in workerd and prints what it answers.
import { Miniflare } from 'miniflare';

const worker = new Miniflare({
  modules: true,
  scriptPath: process.argv[2],
  compatibilityDate: '2025-09-01',
  compatibilityFlags: ['nodejs_compat'],
});
const response = await worker.dispatchFetch('http://localhost/');
console.log(await response.text());
await worker.dispose();
