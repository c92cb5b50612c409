'use strict';

// What the page has of the product, for decoder.spec.js.

const { decodeToken, explainDamage } = require('../../tools/decode/decode-token');
const { verifyToken } = require('../../tools/verify/verify-token');
const { makeExample } = require('../../site/src/example');
const { withWebCrypto } = require('../../site/src/web-crypto');

module.exports = { decodeToken, explainDamage, makeExample, verifyToken, withWebCrypto };
