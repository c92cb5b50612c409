'use strict';

const { AccessToken, priviledges } = require('./AccessToken');

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
    this.key = new AccessToken(appID, appCertificate, channelName, account);
    this.key.addPriviledge(priviledges.kJoinChannel, privilegeExpiredTs);
    if (role == Role.ATTENDEE || role == Role.PUBLISHER || role == Role.ADMIN) {
      this.key.addPriviledge(priviledges.kPublishAudioStream, privilegeExpiredTs);
      this.key.addPriviledge(priviledges.kPublishVideoStream, privilegeExpiredTs);
      this.key.addPriviledge(priviledges.kPublishDataStream, privilegeExpiredTs);
    }
    return this.key.build();
  }
}

module.exports = { RtcTokenBuilder, Role };
