// node client.mjs MODULE SERVER: joins with a client that does nothing but tell what it was asked to.
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

const [module, server] = process.argv.slice(2);
const { fetchToken, join } = await import(pathToFileURL(module));
const told = [];

class Client extends EventEmitter {
  async join(...args) {
    told.push(['join', ...args]);
  }

  async renewToken(...args) {
    told.push(['renewToken', ...args]);
  }
}

/** Lets the client answer an event, which it does when a token has arrived. */
async function answers(client, event) {
  const { length } = told;
  client.emit(event);
  while (told.length === length) await new Promise((resolve) => setTimeout(resolve, 5));
}

const client = new Client();
await join(client, 'the App ID', 'lobby', (channel) => fetchToken(channel, 'ada', server));
await answers(client, 'token-privilege-will-expire');
await answers(client, 'token-privilege-did-expire');
const refused = await fetchToken('lobby', 'eve', server).catch((error) => error.message);
console.log(JSON.stringify({ told, refused }));
