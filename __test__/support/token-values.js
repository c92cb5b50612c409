'use strict';

const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('./identifiers');
const { oddValue } = require('./odd-values');
const { ordinaryValue, seconds } = require('./ordinary-values');
const { constant, recipe } = require('./recipes');

// What a random program over AccessToken2 passes to it and writes into it.

function tokenArguments(random, oddness) {
  if (random.chance(0.2)) {
    return [];
  }
  return ['appId', 'certificate', 'timestamp', 'expire'].map((kind) =>
    random.chance(oddness) ? oddValue(random) : ordinaryValue(random, kind),
  );
}

const CERTIFICATES = [
  ...Array(5).fill(constant(CERTIFICATE)),
  constant(CERTIFICATE.toLowerCase()),
  constant(OTHER_CERTIFICATE),
  constant('short'),
  recipe('Buffer of the certificate', () => Buffer.from(CERTIFICATE)),
  recipe('String object of the certificate', () => new String(CERTIFICATE)),
  recipe('[certificate]', () => [CERTIFICATE]),
];

const TYPES = [...Array(12).keys(), 999, '1', '2', NaN, undefined, null].map(constant);

// Only that a field of the parser's own was replaced is of interest here, not how it is looked at.
const ODD_BYTES = [
  constant(null),
  constant('text'),
  recipe('a Uint8Array', () => new Uint8Array(32)),
  recipe('an array', () => [1, 2, 3]),
  recipe('an object', () => ({ length: 32 })),
];

// What users write into a token; `odd` holds odd values to choose from too.
const TOKEN_FIELDS = {
  appId: (r, odd) =>
    r.pick([constant(APP_ID), recipe('Buffer of the App ID', () => Buffer.from(APP_ID)), ...odd]),
  appCertificate: (r, odd) => r.pick([constant(CERTIFICATE), constant(OTHER_CERTIFICATE), ...odd]),
  issueTs: (r, odd) => r.pick([constant(seconds(r)), constant(1000000.5), ...odd]),
  expire: (r, odd) => r.pick([constant(seconds(r)), ...odd]),
  salt: (r, odd) => r.pick([constant(1), constant(seconds(r)), ...odd]),
  services: (r, odd) => r.pick([recipe('[]', () => []), ...odd]),
  __signature: (r) =>
    r.pick([
      recipe('a one-byte Buffer', () => Buffer.alloc(1)),
      recipe('32 zero bytes', () => Buffer.alloc(32)),
      ...ODD_BYTES,
    ]),
  __signing_info: (r) => r.pick([recipe('other bytes', () => Buffer.from('info')), ...ODD_BYTES]),
  __parsed: (r) => r.pick([constant(true), constant(false)]),
};

module.exports = { CERTIFICATES, TOKEN_FIELDS, TYPES, tokenArguments };
