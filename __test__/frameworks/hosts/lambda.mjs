// node lambda.mjs MODULE: calls its handler as a function URL of Lambda does, with payload format 2.0.
import http from 'node:http';
import { pathToFileURL } from 'node:url';

const { handler } = await import(pathToFileURL(process.argv[2]));

function eventOf(request) {
  const url = new URL(request.url, 'http://localhost');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: request.headers,
    // Without a query the event has none.
    ...(url.search ? { queryStringParameters: Object.fromEntries(url.searchParams) } : {}),
    requestContext: { http: { method: request.method, path: url.pathname } },
    isBase64Encoded: false,
  };
}

const server = http.createServer(async (request, response) => {
  const { statusCode, headers, body } = await handler(eventOf(request));
  response.writeHead(statusCode, headers).end(body);
});
server.listen(Number(process.env.PORT), process.env.HOST);
