'use strict';

const { decodeToken, verifyToken } = require('../agora');
const { describedBy, inOwnWords } = require('../own-words');
const schemas = require('../schemas');

/** What is in a token, and what is wrong with it. The App Certificates stay here. */
async function inspectRoutes(app, { appId, appCertificates }) {
  const decode = ({ token }) => decodeToken(trimmed(token));
  const verify = ({ token, ...options }) =>
    verifyToken(trimmed(token), appCertificates, { appId, ...options });

  app.post('/decode', describedBy(schemas.decode), inOwnWords(decode));
  app.post('/verify', describedBy(schemas.verify), inOwnWords(verify));
}

function trimmed(token) {
  return typeof token === 'string' ? token.trim() : token;
}

module.exports = inspectRoutes;
