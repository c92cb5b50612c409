'use strict';

const { decodeToken, verifyToken } = require('../agora');
const schemas = require('../schemas');

/** What is in a token, and what is wrong with it. The App Certificate stays here. */
async function inspectRoutes(app, { appId, appCertificate }) {
  app.post('/decode', { schema: schemas.decode }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return decodeToken(request.body.token.trim());
  });

  app.post('/verify', { schema: schemas.verify }, async (request, reply) => {
    const { token, ...options } = request.body;
    reply.header('cache-control', 'no-store');
    return verifyToken(token.trim(), appCertificate, { appId, ...options });
  });
}

module.exports = inspectRoutes;
