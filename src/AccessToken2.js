'use strict';

const { AccessToken2 } = require('../lib/token007/access-token2');
const { Rtm2Permissions } = require('../lib/token007/rtm2-permissions');
const { Service } = require('../lib/token007/service');
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
} = require('../lib/token007/services');

// Not exported, but in scope: the original's tests evaluate this file and look for these names.
// biome-ignore lint/correctness/noUnusedVariables: see above.
const { ByteBuf } = require('../lib/bytes/byte-buf');
// biome-ignore lint/correctness/noUnusedVariables: see above.
const { ReadByteBuf } = require('../lib/bytes/read-byte-buf');

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
