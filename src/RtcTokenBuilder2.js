'use strict';

const { AccessToken2 } = require('./AccessToken2');
const { now, drawSalt } = require('../lib/clock');
const { addRtcService, addRtmService, sameExpire } = require('../lib/builders/add-services');
const { rtcRtmTokenBuilder } = require('../lib/builders/rtc-rtm-tokens');
const {
  addon,
  PUBLISHER,
  SUBSCRIBER,
  isOpen,
  isRtcUntouched,
  isRtmUntouched,
  isText,
  isUid,
  isUint32,
  refuse,
} = require('../lib/short-way/shortcut');

const Role = {
  /** May publish. The role for calls, for hosts, and wherever co-host authentication is off. */
  PUBLISHER: 1,

  /** May only join, in projects with co-host authentication; elsewhere the same as a publisher. */
  SUBSCRIBER: 2,
};

const buildRtcAndRtm = rtcRtmTokenBuilder({
  shortcut: addon?.RtcTokenBuilder.buildTokenWithRtm2,
  isPublisher: (role) => role == Role.PUBLISHER,
  isBesideUntouched: () => true,
  addBeside: () => {},
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
      isText(appId) &&
      isText(appCertificate) &&
      isText(channelName) &&
      isUid(account) &&
      isUint32(tokenExpire) &&
      isUint32(privilegeExpire) &&
      isOpen() &&
      isRtcUntouched()
    ) {
      const issueTs = now();
      const salt = drawSalt();
      const token = addon.RtcTokenBuilder.buildTokenWithUserAccount(
        appId,
        appCertificate,
        channelName,
        account,
        role == Role.PUBLISHER ? PUBLISHER : SUBSCRIBER,
        tokenExpire,
        privilegeExpire,
        issueTs,
        salt,
      );
      return token ?? refuse(issueTs, salt);
    }

    const token = new AccessToken2(appId, appCertificate, 0, tokenExpire);
    const expires = sameExpire(privilegeExpire);
    addRtcService(token, channelName, account, () => role == Role.PUBLISHER, expires);
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
      isText(appId) &&
      isText(appCertificate) &&
      isText(channelName) &&
      isUid(account) &&
      isUint32(tokenExpire) &&
      isUint32(joinChannelPrivilegeExpire) &&
      isUint32(pubAudioPrivilegeExpire) &&
      isUint32(pubVideoPrivilegeExpire) &&
      isUint32(pubDataStreamPrivilegeExpire) &&
      isOpen() &&
      isRtcUntouched()
    ) {
      const issueTs = now();
      const salt = drawSalt();
      const token = addon.RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege(
        appId,
        appCertificate,
        channelName,
        account,
        tokenExpire,
        joinChannelPrivilegeExpire,
        pubAudioPrivilegeExpire,
        pubVideoPrivilegeExpire,
        pubDataStreamPrivilegeExpire,
        issueTs,
        salt,
      );
      return token ?? refuse(issueTs, salt);
    }

    const token = new AccessToken2(appId, appCertificate, 0, tokenExpire);
    addRtcService(token, channelName, account, () => true, {
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
      isText(appId) &&
      isText(appCertificate) &&
      isText(channelName) &&
      isText(account) &&
      isUint32(tokenExpire) &&
      isUint32(privilegeExpire) &&
      isOpen() &&
      isRtcUntouched() &&
      isRtmUntouched()
    ) {
      const issueTs = now();
      const salt = drawSalt();
      const token = addon.RtcTokenBuilder.buildTokenWithRtm(
        appId,
        appCertificate,
        channelName,
        account,
        role == Role.PUBLISHER ? PUBLISHER : SUBSCRIBER,
        tokenExpire,
        privilegeExpire,
        issueTs,
        salt,
      );
      return token ?? refuse(issueTs, salt);
    }

    const token = new AccessToken2(appId, appCertificate, 0, tokenExpire);
    const expires = sameExpire(privilegeExpire);
    addRtcService(token, channelName, account, () => role == Role.PUBLISHER, expires);
    addRtmService(token, account, tokenExpire);
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

module.exports = { RtcTokenBuilder, Role };
