// Not strict, for the same reason as the module that it builds on.

const base = require('../../src/AccessToken');

const { version } = base;

/** More numbers than `agora-token` names; its builders use the same five. */
const priviledges = {
  kJoinChannel: 1,
  kPublishAudioStream: 2,
  kPublishVideoStream: 3,
  kPublishDataStream: 4,
  kPublishAudiocdn: 5,
  kPublishVideoCdn: 6,
  kRequestPublishAudioStream: 7,
  kRequestPublishVideoStream: 8,
  kRequestPublishDataStream: 9,
  kInvitePublishAudioStream: 10,
  kInvitePublishVideoStream: 11,
  kInvitePublishDataStream: 12,
  kAdministrateChannel: 101,
  kRtmLogin: 1000,
};

/** A token of version 006. Parsing leaves `appID` alone, unlike the class of `agora-token`. */
const AccessToken = function (appID, appCertificate, channelName, uid) {
  base.AccessToken.call(this, appID, appCertificate, channelName, uid);
  const parse = this.fromString;

  this.fromString = function (originToken) {
    const ownAppID = this.appID;
    const parsed = parse.call(this, originToken);
    this.appID = ownAppID;
    return parsed;
  };
};

// The builders make tokens of the base class, which must be instances of this one too.
AccessToken.prototype = base.AccessToken.prototype;

module.exports = { version, AccessToken, priviledges };
