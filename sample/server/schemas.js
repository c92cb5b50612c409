'use strict';

// JSON schemas of the requests and of the answers.

const ONE_DAY = 24 * 3600;

const channel = { type: 'string', minLength: 1, maxLength: 64 };
const uid = { type: 'integer', minimum: 0, maximum: 4294967295 };
const account = { type: 'string', minLength: 1, maxLength: 255 };
const userId = { type: 'string', minLength: 1, maxLength: 64 };
const role = { enum: ['publisher', 'subscriber'] };
const expiresIn = { type: 'integer', minimum: 1, maximum: ONE_DAY };

/** A client is a uid or a user account. */
const oneUser = { oneOf: [{ required: ['uid'] }, { required: ['account'] }] };

const token = { type: 'string', minLength: 1, maxLength: 16384 };

/** Whom a token is to be checked for: longer than what is given, since any token may be checked. */
const recipient = { type: 'string', maxLength: 255 };

function body(properties, required, more = {}) {
  return { type: 'object', additionalProperties: false, properties, required, ...more };
}

const answer = {
  200: {
    type: 'object',
    properties: { token: { type: 'string' }, expiresAt: { type: 'string', format: 'date-time' } },
  },
};

module.exports = {
  rtc: {
    body: body({ channel, uid, account, role, expiresIn }, ['channel', 'role'], oneUser),
    response: answer,
  },
  rtm: { body: body({ userId, expiresIn }, ['userId']), response: answer },
  rtcAndRtm: {
    body: body(
      { channel, uid, account, role, userId, expiresIn },
      ['channel', 'role', 'userId'],
      oneUser,
    ),
    response: answer,
  },
  decode: { body: body({ token }, ['token']) },
  verify: {
    body: body(
      {
        token,
        channelName: recipient,
        uid: { anyOf: [uid, account] },
        userId: recipient,
      },
      ['token'],
    ),
  },
};
