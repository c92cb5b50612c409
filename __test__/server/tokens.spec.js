'use strict';

// Whom the server gives tokens, and which.

const { decodeToken } = require('../..');
const schemas = require('../../sample/server/schemas');
const { post } = require('./ask');
const { startServer } = require('./server-process');

const API_KEY = 'a-key-for-the-tests';
const AUTHORIZED = { authorization: `Bearer ${API_KEY}` };
const MANY = { API_KEY, REQUESTS_PER_MINUTE: '100000' };

const WILDCARDS = [
  { channel: '*', account: '*' },
  { channel: '*', uid: 0 },
  { channel: '*', uid: 42 },
  { channel: 'lobby', account: '*' },
  { channel: 'lobby', uid: 0 },
  { channel: 'class-*', uid: 42 },
  { channel: 'lobby', account: 'team-*' },
];

describe.each([
  ['by default', {}, 403],
  ['if the setting says so', { ALLOW_WILDCARDS: 'false' }, 403],
  ['unless the setting allows them', { ALLOW_WILDCARDS: 'true' }, 200],
])('wildcards are refused %s', (_name, env, status) => {
  let server;

  beforeAll(async () => {
    server = await startServer({ ...MANY, ...env });
  });

  afterAll(() => server.stop());

  test.each(WILDCARDS)('%j', async (who) => {
    const requests = [
      ['/tokens/rtc', { ...who, role: 'publisher' }],
      ['/tokens/rtc-rtm', { ...who, role: 'subscriber', userId: 'ada' }],
    ];
    for (const [path, body] of requests) {
      const answer = await post(server.url, path, body, AUTHORIZED);
      expect(answer.status).toBe(status);
      if (status === 403) {
        expect(answer.body.error.code).toBe('WILDCARD');
      } else {
        expect(decodeToken(answer.body.token).services[0].channelName).toBe(who.channel);
      }
    }
  });

  test('others are given', async () => {
    const names = [{ uid: 1 }, { account: '0' }, { account: 'ada' }];
    for (const name of names) {
      const body = { channel: 'lobby', role: 'publisher', ...name };
      expect((await post(server.url, '/tokens/rtc', body, AUTHORIZED)).status).toBe(200);
    }
    const answer = await post(server.url, '/tokens/rtm', { userId: 'ada' }, AUTHORIZED);
    expect(answer.status).toBe(200);
  });
});

/** Every schema in another, with its path. */
function* within(schema, path) {
  if (schema === null || typeof schema !== 'object') return;
  yield [path, schema];
  for (const [key, value] of Object.entries(schema)) yield* within(value, `${path}.${key}`);
}

test('every text and every number of a request has an end', () => {
  const all = Object.entries(schemas).flatMap(([name, { body }]) => [...within(body, name)]);
  const texts = all.filter(([, { type }]) => type === 'string');
  const numbers = all.filter(([, { type }]) => type === 'integer' || type === 'number');
  expect(texts.length).toBeGreaterThan(8);
  expect(numbers.length).toBeGreaterThan(4);
  expect(texts.filter(([, { maxLength }]) => !(maxLength <= 16384))).toEqual([]);
  expect(numbers.filter(([, { maximum }]) => !(maximum <= 4294967295))).toEqual([]);
});

test('and every object of one its known fields', () => {
  const bodies = Object.values(schemas).map(({ body }) => body);
  expect(bodies).toHaveLength(7);
  for (const { type, additionalProperties } of bodies) {
    expect([type, additionalProperties]).toEqual(['object', false]);
  }
});
