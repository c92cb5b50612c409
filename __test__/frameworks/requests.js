'use strict';

// What every example must do, asked as a client asks it.

const { decodeToken, verifyToken, uidOf } = require('../..');
const { ask } = require('./serve');
const { CERTIFICATE } = require('../support/identifiers');

const ORIGIN = 'https://app.example.com';
const ADA = { authorization: 'Bearer ada' };

/** How a client of most examples asks for a token. */
function get({ url, path = '/token' }, { channel, more = {}, headers = {}, method = 'GET' }) {
  const query = channel === undefined ? '' : `?${new URLSearchParams({ channel, ...more })}`;
  return ask(url, { path: `${path}${query}`, method, headers });
}

/** Tests one example: `start(variant)` serves it as it is, or with Ada signed in. */
function testExample(name, start, { uid = 42, cors = true } = {}) {
  describe(name, () => {
    let refusing;
    let server;

    beforeAll(async () => {
      [refusing, server] = await Promise.all([start('as-it-is'), start('signed-in')]);
    });

    test('as it is, it refuses everybody', async () => {
      const { status, text } = await get(refusing, { channel: 'lobby', headers: ADA });
      expect(status).toBe(401);
      expect(text).not.toContain('007');
    });

    test('gives a user a token for the channel, with the uid of the session', async () => {
      const { status, headers, text } = await get(server, { channel: 'lobby', headers: ADA });
      expect([status, text]).toEqual([200, expect.any(String)]);
      expect(headers['content-type']).toMatch(/^application\/json/);
      expect(headers['cache-control']).toBe('no-store');
      const answer = JSON.parse(text);
      expect(answer).toEqual({ token: expect.any(String), uid });
      expectToken(answer.token, uid);
    });

    test('takes no uid, role or duration from the request', async () => {
      const more = { uid: '1', role: 'subscriber', expiresIn: '1d' };
      const { text } = await get(server, { channel: 'lobby', more, headers: ADA });
      const { token, ...answer } = JSON.parse(text);
      expect(answer).toEqual({ uid });
      expectToken(token, uid);
      expect(decodeToken(token).expire).toBe(3600);
    });

    test('gives a stranger none', async () => {
      expect((await get(server, { channel: 'lobby' })).status).toBe(401);
      const headers = { authorization: 'Bearer eve' };
      expect((await get(server, { channel: 'lobby', headers })).status).toBe(401);
    });

    test.each([
      ['no channel', undefined, 400],
      ['an empty one', '', 400],
      ['one that Agora refuses', 'a/b', 400],
      ['one that fits many', '*', 403],
      ['one that fits some', 'class-*', 403],
    ])('a channel: %s', async (_what, channel, expected) => {
      const { status, text } = await get(server, { channel, headers: ADA });
      expect(status).toBe(expected);
      expect(text).not.toMatch(/007|at .*:\d+/);
      expect(text).not.toContain(CERTIFICATE);
      if (expected === 400) expect(text).toContain('channel');
    });

    if (!cors) return;
    test('pages of the origin may ask, others may not', async () => {
      const allowed = async (origin, options) => {
        const headers = { ...options.headers, origin };
        const answer = await get(server, { channel: 'lobby', ...options, headers });
        return answer.status < 300 || origin !== ORIGIN ? answer.headers : answer.status;
      };
      const preflight = {
        method: 'OPTIONS',
        headers: {
          'access-control-request-method': 'GET',
          'access-control-request-headers': 'authorization',
        },
      };
      expect(await allowed(ORIGIN, { headers: ADA })).toMatchObject({
        'access-control-allow-origin': ORIGIN,
        vary: expect.stringMatching(/origin/i),
      });
      expect(await allowed(ORIGIN, preflight)).toMatchObject({
        'access-control-allow-origin': ORIGIN,
        'access-control-allow-headers': expect.stringContaining('authorization'),
      });
      for (const options of [{ headers: ADA }, preflight]) {
        const headers = await allowed('https://evil.example', options);
        expect([undefined, '', ORIGIN]).toContain(headers['access-control-allow-origin']);
      }
    });
  });
}

function expectToken(token, uid) {
  const { valid, reasons } = verifyToken(token, CERTIFICATE, {
    channelName: 'lobby',
    uid,
    privilege: ['publishAudio', 'publishVideo', 'publishData'],
  });
  expect({ valid, reasons }).toEqual({ valid: true, reasons: [] });
}

module.exports = { ADA_UID: uidOf('ada'), expectToken, ORIGIN, testExample };
