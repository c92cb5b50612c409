'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** The token inspector of this checkout. In a project of your own: put a copy of it beside the routes. */
const PAGE = path.join(__dirname, '../../../site/index.html');
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

/** The page on which one pastes a token. Unlike from disk it may ask its server, and nothing else. */
async function pageRoutes(app) {
  const source = fs.readFileSync(PAGE, 'utf8');
  const policy = POLICY.exec(source)[1].replace("connect-src 'none'", "connect-src 'self'");
  const page = source.replace(POLICY, '').replace('data-verifier="page"', 'data-verifier="server"');

  app.get('/', { schema: { hide: true } }, async (_request, reply) => {
    reply.headers({
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'content-type': 'text/html; charset=utf-8',
    });
    return page;
  });
}

module.exports = pageRoutes;
