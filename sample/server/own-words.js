'use strict';

/**
 * A handler whose request the schema may have refused: then the package is asked first, which says why,
 * and what to do. `{ channel, role }` lacks a uid, and does not "match exactly one schema in oneOf".
 *
 * @param {(body: object) => object} answer - makes the answer, or throws a TokenError
 * @param {() => void} onAnswered - called for each answer that is given
 */
function inOwnWords(answer, onAnswered = () => {}) {
  return async ({ body, validationError }, reply) => {
    reply.header('cache-control', 'no-store');
    if (!validationError) {
      const answered = answer(body);
      onAnswered();
      return answered;
    }

    if (typeof body === 'object' && body !== null && !Array.isArray(body)) answer(body);
    throw validationError;
  };
}

/** Such a route. */
function describedBy(schema) {
  return { schema, attachValidation: true };
}

module.exports = { describedBy, inOwnWords };
