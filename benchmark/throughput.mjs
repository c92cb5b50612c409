// Nanoseconds a token of a large asynchronous batch, for each compression, as JSON. run.mjs starts it
// once a number of cores, since the addon has one thread a core that it may use.

import { ours, requests } from './cases.mjs';
import { ofAsync } from './measure.mjs';

const LENGTH = 50_000;

const batch = requests(LENGTH);
const result = {};
for (const compression of ['zlib', 'fixed']) {
  result[compression] =
    (await ofAsync(() => ours.buildTokensAsync(batch, { compression }))) / LENGTH;
}
console.log(JSON.stringify(result));
