'use strict';

/**
 * What looks into tokens, or builds them by the batch or from named options. Each part is loaded
 * when it is first called, so that a program that only builds tokens starts as fast without it.
 */

function decodeToken(token) {
  return require('./decode/decode-token').decodeToken(token);
}

function verifyToken(token, appCertificate, options) {
  return require('./verify/verify-token').verifyToken(token, appCertificate, options);
}

function createTokenBuilder(options) {
  return require('./builder/create-token-builder').createTokenBuilder(options);
}

function buildTokens(requests, options) {
  return require('./batch/build-tokens').buildTokens(requests, options);
}

async function buildTokensAsync(requests, options) {
  return require('./batch/build-tokens').buildTokensAsync(requests, options);
}

function uidOf(text) {
  return require('./uid-of').uidOf(text);
}

module.exports = {
  buildTokens,
  buildTokensAsync,
  createTokenBuilder,
  decodeToken,
  uidOf,
  verifyToken,
};
