'use strict';

const { backend } = require('./lib/kernel/backend');
const { TokenError } = require('./tools/token-error');
const {
  buildTokens,
  buildTokensAsync,
  createTokenBuilder,
  decodeToken,
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
  buildTokens,
  buildTokensAsync,
  createTokenBuilder,
  decodeToken,
  TokenError,
  verifyToken,
};
