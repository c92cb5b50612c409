'use strict';

const { AccessToken2 } = require('../token007/access-token2');
const { Service } = require('../token007/service');
const services = require('../token007/services');

const {
  ServiceApaas,
  ServiceChat,
  ServiceConvoAI,
  ServiceFpa,
  ServiceRtc,
  ServiceRtm,
  ServiceStt,
} = services;

/**
 * Whether the classes that a builder would go through are as they were defined. Users patch and spy
 * on them, and the original looks each up at every call. Spelled out rather than looped over: these
 * checks run once a token, and a plain property load costs a nanosecond.
 */

const { CATALOGUE, ...exported } = services;
const OURS = Object.entries({ AccessToken2, ...exported });

/**
 * Whether a builder sees these classes: a test may have put a module of its own in the place of
 * `src/AccessToken2`.
 */
function areSeen(seen) {
  return OURS.every(([name, value]) => seen[name] === value);
}

const { build, add_service, __signing, __build_check, __services_for_packing } =
  AccessToken2.prototype;
const { pack, __pack_type, __pack_privileges, service_type, add_privilege } = Service.prototype;
const packOf = {
  apaas: ServiceApaas.prototype.pack,
  chat: ServiceChat.prototype.pack,
  convoAI: ServiceConvoAI.prototype.pack,
  fpa: ServiceFpa.prototype.pack,
  rtc: ServiceRtc.prototype.pack,
  rtm: ServiceRtm.prototype.pack,
  stt: ServiceStt.prototype.pack,
};

function isTokenUntouched() {
  const token = AccessToken2.prototype;
  return (
    token.build === build &&
    token.add_service === add_service &&
    token.__signing === __signing &&
    token.__build_check === __build_check &&
    token.__services_for_packing === __services_for_packing &&
    Service.prototype.pack === pack
  );
}

/** Whether a service class still inherits what it does not define. */
function inheritsUntouched(service) {
  return (
    service.__pack_type === __pack_type &&
    service.__pack_privileges === __pack_privileges &&
    service.service_type === service_type &&
    service.add_privilege === add_privilege
  );
}

function isRtcUntouched() {
  return (
    ServiceRtc.prototype.pack === packOf.rtc &&
    inheritsUntouched(ServiceRtc.prototype) &&
    ServiceRtc.kPrivilegeJoinChannel === 1 &&
    ServiceRtc.kPrivilegePublishAudioStream === 2 &&
    ServiceRtc.kPrivilegePublishVideoStream === 3 &&
    ServiceRtc.kPrivilegePublishDataStream === 4
  );
}

function isRtmUntouched() {
  return (
    ServiceRtm.prototype.pack === packOf.rtm &&
    inheritsUntouched(ServiceRtm.prototype) &&
    ServiceRtm.kPrivilegeLogin === 1
  );
}

function isFpaUntouched() {
  return (
    ServiceFpa.prototype.pack === packOf.fpa &&
    inheritsUntouched(ServiceFpa.prototype) &&
    ServiceFpa.kPrivilegeLogin === 1
  );
}

function isChatUntouched() {
  return (
    ServiceChat.prototype.pack === packOf.chat &&
    inheritsUntouched(ServiceChat.prototype) &&
    ServiceChat.kPrivilegeUser === 1 &&
    ServiceChat.kPrivilegeApp === 2
  );
}

function isApaasUntouched() {
  return (
    ServiceApaas.prototype.pack === packOf.apaas &&
    inheritsUntouched(ServiceApaas.prototype) &&
    ServiceApaas.PRIVILEGE_USER === 2 &&
    ServiceApaas.PRIVILEGE_APP === 3
  );
}

function isConvoAIUntouched() {
  return (
    ServiceConvoAI.prototype.pack === packOf.convoAI && inheritsUntouched(ServiceConvoAI.prototype)
  );
}

function isSttUntouched() {
  return ServiceStt.prototype.pack === packOf.stt && inheritsUntouched(ServiceStt.prototype);
}

module.exports = {
  areSeen,
  isTokenUntouched,
  isRtcUntouched,
  isRtmUntouched,
  isFpaUntouched,
  isChatUntouched,
  isApaasUntouched,
  isConvoAIUntouched,
  isSttUntouched,
};
