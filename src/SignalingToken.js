'use strict';

const { md5 } = require('../lib/kernel/md5');

const SDK_VERSION = '1';
const ONE_DAY = 3600 * 24;

/** Builds tokens of the retired Signaling SDK: `1:App ID:expiry:MD5`. */
const SignalingToken = {};

SignalingToken.get = function (appid, appcertificate, account, validTimeInSeconds) {
  // `parseInt` and `+` as in the original: a lifetime that is a string is appended, not added.
  const expiredTime = parseInt(new Date().getTime() / 1000) + validTimeInSeconds;
  const signature = md5(account + appid + appcertificate + expiredTime);
  return [SDK_VERSION, appid, expiredTime, signature].join(':');
};

SignalingToken.get1DayToken = function (appid, appcertificate, account) {
  return SignalingToken.get(appid, appcertificate, account, ONE_DAY);
};

module.exports = SignalingToken;
// Node reads the names of ES module imports off these lines.
module.exports.get = SignalingToken.get;
module.exports.get1DayToken = SignalingToken.get1DayToken;
