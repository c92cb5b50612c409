'use strict';

const path = require('node:path');
const { RealDate, withRandom } = require('./sandbox');

const OURS = path.resolve(__dirname, '../..');
const ORIGINAL = path.dirname(require.resolve('agora-token-reference/package.json'));

// Every module of the original that a user can require, by its path in the package.
const MODULES = [
  'index',
  'src/AccessToken',
  'src/AccessToken2',
  'src/ApaasTokenBuilder',
  'src/ChatTokenBuilder',
  'src/ConvoAITokenBuilder',
  'src/DynamicKey5',
  'src/EducationTokenBuilder',
  'src/FpaTokenBuilder',
  'src/RtcTokenBuilder',
  'src/RtcTokenBuilder2',
  'src/RtmTokenBuilder',
  'src/RtmTokenBuilder2',
  'src/SignalingToken',
  'src/SttTokenBuilder',
];

// The salt of a 006 token is drawn when its module loads, so both libraries load under the same draw.
const LOAD_DRAW = 0.6180339887;

function load(name, root) {
  const modules = {};
  withRandom(
    () => LOAD_DRAW,
    () => {
      for (const file of MODULES) {
        modules[file] = require(path.join(root, `${file}.js`));
      }
    },
  );
  return { name, root, modules, backend: modules.index.backend };
}

let loaded;

// The original and ours, loaded once a test file: { original, ours }.
function libraries() {
  loaded ??= { original: load('original', ORIGINAL), ours: load('ours', OURS) };
  return loaded;
}

module.exports = { MODULES, ORIGINAL, OURS, LOAD_DRAW, RealDate, libraries, load };
