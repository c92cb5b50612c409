// node worker.mjs SCRIPT MINIFLARE: serves a Worker in workerd.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [script, miniflare] = process.argv.slice(2);
const { Miniflare } = await import(pathToFileURL(miniflare));
const { AGORA_APP_ID, AGORA_APP_CERTIFICATE, HOST, PORT } = process.env;

const worker = new Miniflare({
  host: HOST,
  port: Number(PORT),
  modules: [{ type: 'ESModule', path: 'worker.mjs', contents: readFileSync(script, 'utf8') }],
  compatibilityDate: '2025-09-01',
  compatibilityFlags: ['nodejs_compat'],
  bindings: { AGORA_APP_ID, AGORA_APP_CERTIFICATE },
});
await worker.ready;
