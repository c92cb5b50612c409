'use strict';

const { AccessToken2 } = require('../lib/access-token2');
const { Rtm2Permissions } = require('../lib/rtm2-permissions');
const { Service } = require('../lib/service');
const {
  kApaasServiceType,
  kChatServiceType,
  kConvoAIServiceType,
  kFCdnServiceType,
  kFpaServiceType,
  kRtcServiceType,
  kRtmServiceType,
  kRtm2ServiceType,
  kSttServiceType,
  kStreamingServiceType,
  ServiceApaas,
  ServiceChat,
  ServiceConvoAI,
  ServiceFCdn,
  ServiceFpa,
  ServiceRtc,
  ServiceRtm,
  ServiceRtm2,
  ServiceStt,
  ServiceStreaming,
} = require('../lib/services');

// Not exported, but in scope: the original's tests evaluate this file and look for these names.
// biome-ignore lint/correctness/noUnusedVariables: see above.
const { ByteBuf } = require('../lib/byte-buf');
// biome-ignore lint/correctness/noUnusedVariables: see above.
const { ReadByteBuf } = require('../lib/read-byte-buf');

module.exports = {
  AccessToken2,
  kApaasServiceType,
  kChatServiceType,
  kConvoAIServiceType,
  kFCdnServiceType,
  kFpaServiceType,
  kRtcServiceType,
  kRtmServiceType,
  kRtm2ServiceType,
  kSttServiceType,
  kStreamingServiceType,
  Rtm2Permissions,
  Service,
  ServiceApaas,
  ServiceChat,
  ServiceConvoAI,
  ServiceFCdn,
  ServiceFpa,
  ServiceRtc,
  ServiceRtm,
  ServiceRtm2,
  ServiceStt,
  ServiceStreaming,
};
