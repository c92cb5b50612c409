'use strict';

const { TOKEN_CODES } = require('../token-error');

const CLIENT_ERRORS = { 109: 'token expired', 110: 'invalid token' };

/**
 * Why a token is of no use.
 *
 * @param {string} code - a key of `TOKEN_CODES`
 * @param {string} message - what was found
 * @param {object} [special] - what a client sees, and the cause, where they are not the table's
 */
function reason(code, message, special = {}) {
  const { clientError, hint } = { ...TOKEN_CODES[code], ...special };
  return { code, clientError, message, hint: `${clientSees(clientError)}${hint}` };
}

function clientSees(clientError) {
  if (clientError === null) return '';
  return `A client sees ${clientError} (${CLIENT_ERRORS[clientError]}). `;
}

module.exports = { reason };
