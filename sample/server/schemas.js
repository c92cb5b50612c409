'use strict';

// JSON schemas of the requests and of the answers. They bound what is read, and describe it at /docs;
// what is wrong with a request the package itself says, where it can (own-words.js).

const { ONE_DAY } = require('./config');

const channel = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  description: 'The channel that the client joins',
};
const uid = {
  type: 'integer',
  minimum: 0,
  maximum: 4294967295,
  description: 'The uid that the client joins with; or pass account',
};
const account = {
  type: 'string',
  minLength: 1,
  maxLength: 255,
  description: 'The user account that the client joins with; or pass uid',
};
const userId = {
  type: 'string',
  minLength: 1,
  maxLength: 64,
  description: 'The user id that the client logs in with',
};
const role = { enum: ['publisher', 'subscriber'] };
const room = { type: 'string', minLength: 1, maxLength: 64, description: 'The room of the class' };
const roomRole = {
  type: 'integer',
  minimum: 0,
  maximum: 32767,
  description: 'The role in the room',
};
const expiresIn = {
  type: 'integer',
  minimum: 1,
  maximum: ONE_DAY,
  description: 'How long the token is valid, in seconds',
};

/** A client is a uid or a user account. */
const oneUser = { oneOf: [{ required: ['uid'] }, { required: ['account'] }] };

const token = { type: 'string', minLength: 1, maxLength: 16384 };

/** Whom a token is to be checked for: longer than what is given, since any token may be checked. */
const recipient = { type: 'string', maxLength: 255 };

function body(properties, required, more = {}) {
  return { type: 'object', additionalProperties: false, properties, required, ...more };
}

const error = {
  description: 'The request is refused',
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: {
        code: { type: 'string' },
        message: { type: 'string' },
        offset: { type: 'integer' },
      },
    },
  },
};

/** The schema of a route that gives a token. */
function tokenRoute(summary, requestBody) {
  const answer = {
    description: 'The token',
    type: 'object',
    properties: { token: { type: 'string' }, expiresAt: { type: 'string', format: 'date-time' } },
  };
  return {
    summary,
    tags: ['tokens'],
    security: [{ apiKey: [] }],
    body: requestBody,
    response: { 200: answer, '4xx': error },
  };
}

/** The schema of a route that looks into one. What it answers is described in the documents. */
function inspectRoute(summary, requestBody) {
  return { summary, tags: ['inspect'], body: requestBody, response: { '4xx': error } };
}

module.exports = {
  rtc: tokenRoute(
    'A token for an RTC channel',
    body({ channel, uid, account, role, expiresIn }, ['channel', 'role'], oneUser),
  ),
  rtm: tokenRoute('A token for RTM (Signaling)', body({ userId, expiresIn }, ['userId'])),
  rtcAndRtm: tokenRoute(
    'One token for an RTC channel and for RTM',
    body(
      { channel, uid, account, role, userId, expiresIn },
      ['channel', 'role', 'userId'],
      oneUser,
    ),
  ),
  chat: tokenRoute('A token for a user of Chat', body({ userId, expiresIn }, ['userId'])),
  apaas: tokenRoute(
    'A token for a user of Flexible Classroom (aPaaS), in a room if one is given',
    body({ room, userId, role: roomRole, expiresIn }, ['userId']),
  ),
  decode: inspectRoute('What is in a token', body({ token }, ['token'])),
  verify: inspectRoute(
    "Whether a token was signed with one of this server's certificates, and is good for something",
    body(
      {
        token,
        channelName: recipient,
        uid: { anyOf: [uid, account] },
        userId: recipient,
      },
      ['token'],
    ),
  ),
};
