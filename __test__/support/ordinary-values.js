'use strict';

const { APP_ID, CERTIFICATE } = require('./identifiers');
const { constant, recipe } = require('./recipes');

const ASCII =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#$%&()+-:;<=.>?@[]^_{}|~,';
const UNICODE = `${ASCII}éßñ频道房间каналコ😀👍`;

function name(random) {
  const length = random.pick([0, 1, 2, 8, 32, 64, random.int(1, 64), random.int(1, 255)]);
  return random.text(length, random.chance(0.8) ? ASCII : UNICODE);
}

// Some accounts of more than a buffer's first 1024 bytes.
function account(random) {
  return random.chance(0.05) ? random.text(random.int(1000, 6000), ASCII) : name(random);
}

function uid(random) {
  return random.pick([
    0,
    1,
    2882341273,
    0xffffffff,
    random.int(0, 0xffff),
    random.int(0, 0xffffffff),
  ]);
}

function seconds(random) {
  return random.pick([0, 1, 60, 600, 3600, 86400, 0xffffffff, random.int(0, 0xffffffff)]);
}

function resources(random) {
  return Array.from({ length: random.int(0, 4) }, () => name(random));
}

function permissions(random) {
  if (random.chance(0.1)) {
    return constant(random.pick([undefined, null]));
  }
  const entries = Array.from({ length: random.int(0, 5) }, () => [
    random.pick([0, 1, 2, 3, 4, 65535]),
    random.int(0, 1),
    resources(random),
  ]);
  return recipe(`Rtm2Permissions of ${JSON.stringify(entries)}`, ({ library }) => {
    const made = new library.modules['src/AccessToken2'].Rtm2Permissions();
    for (const entry of entries) {
      made.add(...entry);
    }
    return made;
  });
}

function extra(random) {
  const entries = random.pick([null, {}, { 1: '3' }, { 1: '0', 2: name(random) }]);
  return recipe(JSON.stringify(entries), () => entries && { ...entries });
}

const KINDS = {
  appId: (random) => constant(random.chance(0.8) ? APP_ID : random.hex(32)),
  certificate: (random) => constant(random.chance(0.8) ? CERTIFICATE : random.hex(32)),
  'certificate-like': (random) =>
    constant(random.chance(0.9) ? random.hex(32) : random.hex(random.int(0, 70))),
  channel: (random) => constant(name(random)),
  account: (random) => constant(account(random)),
  uid: (random) => constant(uid(random)),
  role: (random) => constant(random.pick([0, 1, 2, 101])),
  apaasRole: (random) =>
    constant(random.pick([-1, 0, 1, 2, 3, 32767, -32768, random.int(-32768, 32767)])),
  expire: (random) => constant(seconds(random)),
  timestamp: (random) => constant(seconds(random)),
  upload: (random) => constant(random.pick(['0', '3'])),
  serviceType: (random) => constant(random.int(0, 65535)),
  permissions,
  extra,
};

// A recipe for an argument that a caller who has read the documentation would pass.
function ordinaryValue(random, kind) {
  return KINDS[kind](random);
}

module.exports = { account, name, ordinaryValue, resources, seconds, uid };
