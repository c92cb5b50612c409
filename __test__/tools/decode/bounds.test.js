'use strict';

// What is read of one token ends at the limits that docs/decode.md states.

const fs = require('node:fs');
const path = require('node:path');
const { decodeToken, TokenError } = require('../../..');
const { field, message006, pairs, service, token005, token006, token007, u16 } =
  require('../../support/raw-tokens');
const { MOST_PAIRS, MOST_SERVICES, MOST_TEXTS } = require('../../../tools/decode/limits');

const NOW = 1700000000;
const FPA = service(4, []);

function make(services) {
  return token007({ issueTs: NOW, services });
}

function errorOf(token) {
  try {
    decodeToken(token);
  } catch (error) {
    expect(error).toBeInstanceOf(TokenError);
    expect(error.message.length).toBeLessThan(200);
    return [error.code, error.message];
  }
  return undefined;
}

const someRtc = (count, most) =>
  service(
    1,
    Array(count)
      .fill([1, 0])
      .map(([, seconds], id) => [id % most, seconds]),
    field('c'),
    field('1'),
  );

function rtm2(names) {
  const permissions = pairs([[0, names]], (each) =>
    pairs([[0, each]], (texts) => Buffer.concat([u16(texts.length), ...texts.map(field)])),
  );
  return service(8, [[1, 0]], field('ada'), permissions);
}

test('services', () => {
  expect(decodeToken(make(Array(MOST_SERVICES).fill(FPA))).services).toHaveLength(MOST_SERVICES);
  for (const count of [MOST_SERVICES + 1, 65_535]) {
    expect(errorOf(make(Array(count).fill(FPA)))).toEqual([
      'ERR_TOKEN_TOO_LARGE',
      'The token has more than 100 services.',
    ]);
  }
});

test('privileges, of one service or of all of them', () => {
  const half = MOST_PAIRS / 2;
  expect(decodeToken(make([someRtc(MOST_PAIRS, 65_536)])).services[0].privileges).toHaveLength(
    MOST_PAIRS,
  );
  expect(decodeToken(make([someRtc(half, 2), someRtc(half, 2)])).services).toHaveLength(2);
  const TOO_MANY = [
    'ERR_TOKEN_TOO_LARGE',
    'The token has more than 1000 privileges and permissions.',
  ];
  for (const services of [
    [someRtc(MOST_PAIRS + 1, 65_536)],
    [someRtc(MOST_PAIRS + 1, 1)],
    [someRtc(half, 2), someRtc(half + 1, 2)],
    [someRtc(65_535, 65_536)],
  ]) {
    expect(errorOf(make(services))).toEqual(TOO_MANY);
  }
});

test('types of resources and their permissions', () => {
  const none = (count) => pairs(Array(count).fill([0, []]), () => u16(0));
  // The privilege is the first pair, and each resource is one.
  const resources = (count) => service(8, [[1, 0]], field('ada'), none(count));
  expect(decodeToken(make([resources(MOST_PAIRS - 1)])).services[0].name).toBe('rtm2');
  expect(errorOf(make([resources(MOST_PAIRS)]))?.[0]).toBe('ERR_TOKEN_TOO_LARGE');
  const nested = pairs(Array(100).fill([0, []]), () =>
    pairs(Array(100).fill([0, []]), () => u16(0)),
  );
  expect(errorOf(make([service(8, [], field('ada'), nested)]))?.[0]).toBe('ERR_TOKEN_TOO_LARGE');
});

test('names', () => {
  // The App ID and the user id are texts too.
  const names = Array(MOST_TEXTS - 2).fill('a');
  const [{ permissions }] = decodeToken(make([rtm2(names)])).services;
  expect(permissions.messageChannels.read).toEqual(names);
  for (const more of [['a'], Array(50_000).fill('')]) {
    expect(errorOf(make([rtm2([...names, ...more])]))).toEqual([
      'ERR_TOKEN_TOO_LARGE',
      'The token has more than 10000 names and other texts.',
    ]);
  }
});

test('privileges of 006 and permissions of 005', () => {
  const privileges = (count) => Array.from({ length: count }, (_, id) => [id, 0]);
  const make006 = (count) =>
    token006({ channel: 'c', uid: '1', message: message006(NOW, privileges(count)) });
  expect(decodeToken(make006(MOST_PAIRS)).services[0].privileges).toHaveLength(MOST_PAIRS);
  expect(errorOf(make006(MOST_PAIRS + 1))?.[0]).toBe('ERR_TOKEN_TOO_LARGE');
  const make005 = (count) => {
    const extra = privileges(count).map(([id]) => [id, '']);
    return token005({ channel: 'c', uid: 1, issueTs: NOW, expireTs: NOW, extra });
  };
  expect(decodeToken(make005(MOST_PAIRS)).version).toBe('005');
  expect(errorOf(make005(MOST_PAIRS + 1))?.[0]).toBe('ERR_TOKEN_TOO_LARGE');
});

test('a count that lies is no reason to read more than is there', () => {
  const token = token007({ issueTs: NOW, services: [FPA], count: 65_535 });
  expect(errorOf(token)?.[0]).toBe('ERR_TOKEN_TRUNCATED');
});

test('the pages state the limits', () => {
  const grouped = (count) => String(count).replace(/(\d)(?=(\d{3})+$)/g, '$1 ');
  for (const page of ['docs/decode.md', 'tools/decode/decode-token.d.ts']) {
    const text = fs
      .readFileSync(path.resolve(__dirname, '../../..', page), 'utf8')
      .replace(/\s+(\* )?/g, ' ');
    expect(text).toContain(`${MOST_SERVICES} services`);
    expect(text).toContain(`${grouped(MOST_PAIRS)} privileges`);
    expect(text).toContain(`${grouped(MOST_TEXTS)} names`);
  }
});
