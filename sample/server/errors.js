'use strict';

const { TokenError } = require('./agora');

/** The codes of errors that come from Fastify and its plugins, by their status. */
const CODES = {
  400: 'INVALID_REQUEST',
  404: 'NOT_FOUND',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_TYPE',
  429: 'TOO_MANY_REQUESTS',
};

/** A request that is not granted. */
class Refusal extends Error {
  constructor(statusCode, code, message) {
    super(message);
    Object.assign(this, { statusCode, code });
  }
}

/** Every error has one form. What went wrong inside goes to the log and not to the client. */
function answerError(error, request, reply) {
  if (error instanceof TokenError) {
    const { code, message, offset } = error;
    return reply.code(400).send({ error: { code, message, offset } });
  }
  const statusCode = error.statusCode ?? 500;
  if (statusCode >= 500) {
    request.log.error(error);
    return answer(reply, statusCode, 'INTERNAL', 'The server failed.');
  }
  const code = error instanceof Refusal ? error.code : (CODES[statusCode] ?? 'REFUSED');
  return answer(reply, statusCode, code, error.message);
}

function answerNotFound(_request, reply) {
  return answer(reply, 404, CODES[404], 'There is no such route.');
}

/** For a URL that cannot be decoded. Fastify's message would repeat it. */
function answerBadUrl(_error, _request, reply) {
  return answer(reply, 400, CODES[400], 'The URL is malformed.');
}

function answer(reply, statusCode, code, message) {
  return reply.code(statusCode).send({ error: { code, message } });
}

module.exports = { answerBadUrl, answerError, answerNotFound, Refusal };
