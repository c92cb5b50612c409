'use strict';

const { AccessToken, priviledges } = require('./AccessToken');
const { kernel } = require('../lib/kernel/backend');
const {
  JOIN_CHANNEL,
  PUBLISH_AUDIO_STREAM,
  PUBLISH_DATA_STREAM,
  PUBLISH_VIDEO_STREAM,
  rtcMessages,
} = require('../lib/kernel/privileges-006');
const { isText, isUid, isUint32 } = require('../lib/bytes/plain');

const Role = {
  /** Deprecated: the same as `PUBLISHER`. */
  ATTENDEE: 0,

  /** May publish. The role for calls, for hosts, and wherever co-host authentication is off. */
  PUBLISHER: 1,

  /** May only join, in projects with co-host authentication; elsewhere the same as a publisher. */
  SUBSCRIBER: 2,

  /** Deprecated: the same as `PUBLISHER`. */
  ADMIN: 101,
};

/** Builds RTC tokens of version 006. New projects use the builder of RtcTokenBuilder2. */
class RtcTokenBuilder {
  static buildTokenWithUid(appID, appCertificate, channelName, uid, role, privilegeExpiredTs) {
    return this.buildTokenWithAccount(
      appID,
      appCertificate,
      channelName,
      uid,
      role,
      privilegeExpiredTs,
    );
  }

  static buildTokenWithAccount(
    appID,
    appCertificate,
    channelName,
    account,
    role,
    privilegeExpiredTs,
  ) {
    // The last token stays readable as `key`, as in the original.
    const key = new AccessToken(appID, appCertificate, channelName, account);
    this.key = key;

    if (
      isText(appID) &&
      isText(appCertificate) &&
      isText(channelName) &&
      isUid(account) &&
      typeof role === 'number' &&
      isUint32(privilegeExpiredTs) &&
      isUint32(key.salt) &&
      arePriviledgesUntouched()
    ) {
      const publishes = isPublisher(role);
      key.messages = rtcMessages(publishes, privilegeExpiredTs);
      const token = kernel.accessToken.buildRtc(
        appID,
        appCertificate,
        channelName,
        account,
        publishes,
        privilegeExpiredTs,
        key.salt,
        key.ts,
      );
      return token ?? key.build();
    }

    key.addPriviledge(priviledges.kJoinChannel, privilegeExpiredTs);
    if (isPublisher(role)) {
      key.addPriviledge(priviledges.kPublishAudioStream, privilegeExpiredTs);
      key.addPriviledge(priviledges.kPublishVideoStream, privilegeExpiredTs);
      key.addPriviledge(priviledges.kPublishDataStream, privilegeExpiredTs);
    }
    return key.build();
  }
}

function isPublisher(role) {
  return role == Role.ATTENDEE || role == Role.PUBLISHER || role == Role.ADMIN;
}

/** Whether the constants are those that the kernel knows. */
function arePriviledgesUntouched() {
  return (
    priviledges.kJoinChannel === JOIN_CHANNEL &&
    priviledges.kPublishAudioStream === PUBLISH_AUDIO_STREAM &&
    priviledges.kPublishVideoStream === PUBLISH_VIDEO_STREAM &&
    priviledges.kPublishDataStream === PUBLISH_DATA_STREAM
  );
}

module.exports = { RtcTokenBuilder, Role };
