'use strict';

const fs = require('node:fs');
const path = require('node:path');

const FILES = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
};

/** Nothing from elsewhere runs on the page, and nothing is sent elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  // The empty icon, so that browsers do not ask for one.
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page on which one pastes a token. */
async function pageRoutes(app) {
  for (const [url, [file, type]] of Object.entries(FILES)) {
    const content = fs.readFileSync(path.join(__dirname, '../public', file));
    app.get(url, async (_request, reply) => {
      reply.headers({ 'content-security-policy': POLICY, 'content-type': type });
      return content;
    });
  }
}

module.exports = pageRoutes;
