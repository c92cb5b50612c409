'use strict';

const { uidText } = require('../../lib/bytes/uid-text');
const { checkChannel } = require('../checks/channel');
const { quote } = require('../checks/quote');
const { reason } = require('./reason');
const { fits } = require('./wildcard');

/** Whom a token is for: its channel, its uid or user account, its user id. */

/**
 * The services with whom they are for. Before 007 a token does not hold that: it is what was asked,
 * since the signature, which was found right, covers that. So any uid fits that comes up to here.
 */
function signedServices(services, { version, isRtm }, { channelName, userId }) {
  if (version === '007') return services;
  const recipient = isRtm ? { userId } : { channelName, uid: '' };
  return services.map((service) => ({ ...service, ...recipient }));
}

function hasChannel(service) {
  return service.channelName !== undefined;
}

function hasUserId(service) {
  return service.userId !== undefined;
}

/** Whether a service is for whom was asked, as far as it is for anybody. */
function isFor(service, { channelName, uid, userId }) {
  if (hasChannel(service)) return isForChannel(service, channelName) && isForUid(service, uid);
  return !hasUserId(service) || isForUserId(service, userId);
}

function isForChannel(service, channelName) {
  return channelName === undefined || fits(service.channelName, channelName);
}

function isForUid(service, uid) {
  return uid === undefined || fits(userOf(service), uidText(uid));
}

/** An empty user id is that of an app, and nobody logs in with it. */
function isForUserId(service, userId) {
  return userId === undefined || (userId !== '' && service.userId === userId);
}

/** A streaming service calls the user an account. */
function userOf(service) {
  return service.uid ?? service.account;
}

function checkRecipients(services, asked) {
  return [
    ...(asked.channelName === undefined ? [] : checkChannelName(asked.channelName)),
    ...checkChannelAndUid(services.filter(hasChannel), services, asked),
    ...checkUserId(services.filter(hasUserId), services, asked),
  ];
}

/** A name that Agora refuses, or that cannot be meant: a wildcard fits it all the same. */
function checkChannelName(channelName) {
  const reasons = [];
  checkChannel(channelName, (_code, message) => {
    reasons.push(reason('ERR_TOKEN_CHANNEL_NAME', `The ${message}`));
  });
  return reasons;
}

function checkChannelAndUid(ofChannels, services, { channelName, uid }) {
  if (channelName === undefined && uid === undefined) return [];
  if (ofChannels.length === 0) {
    const code = channelName === undefined ? 'ERR_TOKEN_UID' : 'ERR_TOKEN_CHANNEL';
    return [reason(code, `No service of the token is for a channel; it has ${namesOf(services)}.`)];
  }
  const ofThisChannel = ofChannels.filter((service) => isForChannel(service, channelName));
  if (ofThisChannel.length === 0) return [otherChannel(ofChannels[0].channelName, channelName)];
  if (ofThisChannel.some((service) => isForUid(service, uid))) return [];
  return [otherUid(userOf(ofThisChannel[0]), uidText(uid))];
}

function otherChannel(found, asked) {
  const message = `The token is for channel ${quote(found)}, not ${quote(asked)}.`;
  if (found.trim().toLowerCase() !== asked.trim().toLowerCase()) {
    return reason('ERR_TOKEN_CHANNEL', message);
  }
  return reason('ERR_TOKEN_CHANNEL', message, {
    hint: 'The two names differ only in letter case or in white space around them.',
  });
}

function otherUid(found, asked) {
  if (asked === '') {
    return reason('ERR_TOKEN_UID', `The token is for uid ${quote(found)}, not for any user.`, {
      hint: 'A client that joins with uid 0 gets a uid from Agora, which is not that of the token.',
    });
  }
  const message = `The token is for uid ${quote(found)}, not ${quote(asked)}.`;
  if (!['undefined', 'null', 'NaN'].includes(found)) return reason('ERR_TOKEN_UID', message);
  return reason('ERR_TOKEN_UID', message, {
    hint: 'The uid was missing when the token was built, so its word became the user account.',
  });
}

function checkUserId(ofUsers, services, { userId }) {
  if (userId === undefined || ofUsers.some((service) => isForUserId(service, userId))) return [];
  const message =
    ofUsers.length === 0
      ? `No service of the token is for a user id; it has ${namesOf(services)}.`
      : `The token is for user id ${quote(ofUsers[0].userId)}, not ${quote(userId)}.`;
  return [reason('ERR_TOKEN_USER_ID', message)];
}

/** The names of the services, each once. */
function namesOf(services) {
  return [...new Set(services.map((service) => service.name))].join(', ') || 'none';
}

module.exports = {
  checkChannelName,
  checkRecipients,
  hasChannel,
  hasUserId,
  isFor,
  namesOf,
  signedServices,
};
