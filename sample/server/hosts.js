'use strict';

const { Refusal } = require('./errors');

/**
 * Answers requests to known host names only. A web page whose own name was made to point here (DNS
 * rebinding) reaches even a server on loopback, but its browser sends that name. `X-Forwarded-Host`
 * is not read, since such a page can set it.
 */
function createHostCheck(allowedHosts) {
  if (allowedHosts === null) return async () => {};

  return async ({ headers: { host = '' } }) => {
    const name = host.toLowerCase().replace(/:\d*$/, '');
    if (allowedHosts.includes(name)) return;
    throw new Refusal(421, 'UNKNOWN_HOST', 'The server does not answer to this host name.');
  };
}

module.exports = { createHostCheck };
