'use strict';

const { quote } = require('../checks/quote');
const { reason } = require('./reason');
const { fits } = require('./wildcard');

/** Whom a Token007 is for: its channel, its uid or user account, its user id. */

/** A uid as a token holds it: 0, which lets Agora choose, is empty. */
function uidText(uid) {
  return uid === 0 ? '' : String(uid);
}

function checkChannelAndUid(services, { channelName, uid }) {
  if (channelName === undefined && uid === undefined) return [];

  const ofChannels = services.filter((service) => service.channelName !== undefined);
  if (ofChannels.length === 0) {
    const code = channelName === undefined ? 'ERR_TOKEN_UID' : 'ERR_TOKEN_CHANNEL';
    return [reason(code, `No service of the token is for a channel; it has ${namesOf(services)}.`)];
  }
  const ofThisChannel = ofChannels.filter(
    (service) => channelName === undefined || fits(service.channelName, channelName),
  );
  if (ofThisChannel.length === 0) return [otherChannel(ofChannels[0].channelName, channelName)];
  if (uid === undefined) return [];

  const users = ofThisChannel.map((service) => service.uid ?? service.account);
  if (users.some((user) => fits(user, uidText(uid)))) return [];
  return [otherUid(users[0], uidText(uid))];
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

function checkUserId(services, { userId }) {
  if (userId === undefined) return [];

  const users = services.map((service) => service.userId).filter((user) => user !== undefined);
  if (users.includes(userId)) return [];
  const message =
    users.length === 0
      ? `No service of the token is for a user id; it has ${namesOf(services)}.`
      : `The token is for user id ${quote(users[0])}, not ${quote(userId)}.`;
  return [reason('ERR_TOKEN_USER_ID', message)];
}

function namesOf(services) {
  return services.map((service) => service.name).join(', ') || 'none';
}

module.exports = { checkChannelAndUid, checkUserId, namesOf, uidText };
