'use strict';

const { isHexId } = require('../../lib/bytes/hex-id');
const { MOST_LIFETIME } = require('../checks/most-lifetime');
const { inWords } = require('./time-left');

const SUCCESSOR =
  'Token007 replaces it: build one with RtcTokenBuilder, RtmTokenBuilder and the like.';

/**
 * What whoever looks at a token should know of it, in sentences. None of them depends on the present
 * time, nor on the signature.
 *
 * @param {object} token - what `decodeToken` returns
 */
function notesOf(token) {
  return [
    ...noteOfVersion(token),
    ...noteOfAppId(token),
    ...noteOfDuration(token),
    ...noteOfServices(token),
  ];
}

function noteOfVersion({ version }) {
  if (version === '007') return [];
  if (version === '006') return [`Version 006 is superseded. ${SUCCESSOR}`];
  return [`Agora retired Dynamic Keys, such as this of version ${version}. ${SUCCESSOR}`];
}

function noteOfAppId({ appId }) {
  if (isHexId(appId)) return [];
  const found = appId === '' ? 'is empty' : 'is not 32 hexadecimal digits';
  return [`The App ID ${found}: what it was built with is no App ID, and Agora refuses the token.`];
}

function noteOfDuration({ expire }) {
  if (!(expire > MOST_LIFETIME)) return [];
  return [`It is for ${inWords(expire)}; Agora takes a token for 24 hours at most.`];
}

function noteOfServices({ version, services, unreadBytes }) {
  const unknown = services.find(({ name }) => name === 'unknown');
  if (unknown) {
    const unread = unreadBytes > 0 ? `, and ${unreadBytes} bytes behind it were not read` : '';
    return [`There is no service of type ${unknown.type}${unread}.`];
  }
  if (unreadBytes > 0) return [`${unreadBytes} bytes follow the last service.`];
  return services.length === 0 && version === '007'
    ? ['It has no service, so it grants nothing.']
    : [];
}

module.exports = { notesOf };
