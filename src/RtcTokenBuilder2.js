'use strict';

const classes = require('./AccessToken2');
const { addRtcService, addRtmService, sameExpire } = require('../lib/builders/add-services');
const { rtcRtmTokenBuilder } = require('../lib/builders/rtc-rtm-tokens');
const { watchIfAsked } = require('../lib/builders/watch-if-asked');
const grants = require('../lib/short-way/grants');
const { shortWayOf } = require('../lib/short-way/single');
const { Role, isPublisher } = require('../lib/token007/rtc-role');

const { AccessToken2 } = classes;
const short = shortWayOf(classes);

const buildRtcAndRtm = rtcRtmTokenBuilder(classes, {
  grant: grants.rtcAndRtm2,
  isPublisher,
});

/** Builds Token007s for RTC, alone or together with RTM. */
class RtcTokenBuilder {
  static buildTokenWithUid(
    appId,
    appCertificate,
    channelName,
    uid,
    role,
    tokenExpire,
    privilegeExpire = 0,
  ) {
    return this.buildTokenWithUserAccount(
      appId,
      appCertificate,
      channelName,
      uid,
      role,
      tokenExpire,
      privilegeExpire,
    );
  }

  static buildTokenWithUserAccount(
    appId,
    appCertificate,
    channelName,
    account,
    role,
    tokenExpire,
    privilegeExpire = 0,
  ) {
    if (
      short.isOpen(appId, appCertificate) &&
      grants.rtc(short, channelName, account, role, tokenExpire, privilegeExpire)
    ) {
      return short.seal(appId, appCertificate);
    }

    const token = new AccessToken2(appId, appCertificate, 0, tokenExpire);
    const expires = sameExpire(privilegeExpire);
    addRtcService(token, classes, channelName, account, () => isPublisher(role), expires);
    return token.build();
  }

  static buildTokenWithUidAndPrivilege(
    appId,
    appCertificate,
    channelName,
    uid,
    tokenExpire,
    joinChannelPrivilegeExpire,
    pubAudioPrivilegeExpire,
    pubVideoPrivilegeExpire,
    pubDataStreamPrivilegeExpire,
  ) {
    return this.BuildTokenWithUserAccountAndPrivilege(
      appId,
      appCertificate,
      channelName,
      uid,
      tokenExpire,
      joinChannelPrivilegeExpire,
      pubAudioPrivilegeExpire,
      pubVideoPrivilegeExpire,
      pubDataStreamPrivilegeExpire,
    );
  }

  static BuildTokenWithUserAccountAndPrivilege(
    appId,
    appCertificate,
    channelName,
    account,
    tokenExpire,
    joinChannelPrivilegeExpire,
    pubAudioPrivilegeExpire,
    pubVideoPrivilegeExpire,
    pubDataStreamPrivilegeExpire,
  ) {
    if (
      short.isOpen(appId, appCertificate) &&
      grants.rtcWithPrivileges(
        short,
        channelName,
        account,
        tokenExpire,
        joinChannelPrivilegeExpire,
        pubAudioPrivilegeExpire,
        pubVideoPrivilegeExpire,
        pubDataStreamPrivilegeExpire,
      )
    ) {
      return short.seal(appId, appCertificate);
    }

    const token = new AccessToken2(appId, appCertificate, 0, tokenExpire);
    addRtcService(token, classes, channelName, account, () => true, {
      joinChannel: joinChannelPrivilegeExpire,
      pubAudio: pubAudioPrivilegeExpire,
      pubVideo: pubVideoPrivilegeExpire,
      pubDataStream: pubDataStreamPrivilegeExpire,
    });
    return token.build();
  }

  static buildTokenWithRtm(
    appId,
    appCertificate,
    channelName,
    account,
    role,
    tokenExpire,
    privilegeExpire = 0,
  ) {
    if (
      short.isOpen(appId, appCertificate) &&
      grants.rtcAndRtm(short, channelName, account, role, tokenExpire, privilegeExpire)
    ) {
      return short.seal(appId, appCertificate);
    }

    const token = new AccessToken2(appId, appCertificate, 0, tokenExpire);
    const expires = sameExpire(privilegeExpire);
    addRtcService(token, classes, channelName, account, () => isPublisher(role), expires);
    addRtmService(token, classes, account, tokenExpire);
    return token.build();
  }

  static buildTokenWithRtm2(
    appId,
    appCertificate,
    channelName,
    rtcAccount,
    rtcRole,
    rtcTokenExpire,
    joinChannelPrivilegeExpire,
    pubAudioPrivilegeExpire,
    pubVideoPrivilegeExpire,
    pubDataStreamPrivilegeExpire,
    rtmUserId,
    rtmTokenExpire,
  ) {
    return buildRtcAndRtm(
      appId,
      appCertificate,
      channelName,
      rtcAccount,
      rtcRole,
      rtcTokenExpire,
      joinChannelPrivilegeExpire,
      pubAudioPrivilegeExpire,
      pubVideoPrivilegeExpire,
      pubDataStreamPrivilegeExpire,
      rtmUserId,
      rtmTokenExpire,
    );
  }
}

watchIfAsked({ RtcTokenBuilder });

module.exports = { RtcTokenBuilder, Role };
