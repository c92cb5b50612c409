'use strict';

/**
 * What is logged of requests and errors. A path that is no route, a query, a body or a header may hold
 * a token or the API key, and the error of a malformed request holds its bytes.
 */
const serializers = {
  req: ({ method, routeOptions, ip }) => ({ method, route: routeOptions?.url ?? null, ip }),
  err: ({ name, code, message, stack }) => ({ type: name, code, message, stack }),
};

module.exports = { serializers };
