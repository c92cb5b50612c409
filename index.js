'use strict';

const { backend, backendInfo } = require('./lib/kernel/backend');
const {
  buildTokens,
  buildTokensAsync,
  createTokenBuilder,
  decodeToken,
  uidOf,
  verifyToken,
} = require('./tools');
const { Rtm2Permissions } = require('./src/AccessToken2');
const { ApaasTokenBuilder } = require('./src/ApaasTokenBuilder');
const { ChatTokenBuilder } = require('./src/ChatTokenBuilder');
const { ConvoAITokenBuilder } = require('./src/ConvoAITokenBuilder');
const { EducationTokenBuilder } = require('./src/EducationTokenBuilder');
const { FpaTokenBuilder } = require('./src/FpaTokenBuilder');
const { RtcTokenBuilder, Role: RtcRole } = require('./src/RtcTokenBuilder2');
const { RtmTokenBuilder } = require('./src/RtmTokenBuilder2');
const { SttTokenBuilder } = require('./src/SttTokenBuilder');
const { RtmPermission } = require('./lib/token007/rtm-permission');

/** Loaded when it is first asked for, below. */
let TokenError;

// Shorthand properties only: Node reads the names of ES module imports off this literal.
module.exports = {
  ApaasTokenBuilder,
  ChatTokenBuilder,
  ConvoAITokenBuilder,
  EducationTokenBuilder,
  FpaTokenBuilder,
  RtcRole,
  RtcTokenBuilder,
  RtmTokenBuilder,
  Rtm2Permissions,
  SttTokenBuilder,
  RtmPermission,
  backend,
  backendInfo,
  buildTokens,
  buildTokensAsync,
  createTokenBuilder,
  decodeToken,
  TokenError,
  uidOf,
  verifyToken,
};

defineLazily('TokenError', () => require('./tools/token-error').TokenError);

/** Defines an export that is like any other, but is loaded by the first who asks for it. */
function defineLazily(name, load) {
  const define = (value) =>
    Object.defineProperty(module.exports, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  Object.defineProperty(module.exports, name, {
    get: () => define(load())[name],
    set: define,
    enumerable: true,
    configurable: true,
  });
}
