'use strict';

// What is granted must be granted to whom was asked, by one service.

const { TokenError, verifyToken } = require('../../..');
const { CERTIFICATE } = require('../../support/identifiers');
const { field, service, token007 } = require('../../support/raw-tokens');

const NOW = 1700000000;
const LATER = NOW + 60;

const JOIN = [1, 0];
const JOIN_ENDS = [1, 60];
const AUDIO = [2, 0];
const AUDIO_ENDS = [2, 60];
const VIDEO = [3, 0];

const rtc = (channel, user, ...privileges) => service(1, privileges, field(channel), field(user));
const rtm = (userId, ...privileges) => service(2, privileges, field(userId));
const streaming = (channel, user, ...privileges) =>
  service(3, privileges, field(channel), field(user));
const fpa = (...privileges) => service(4, privileges);
const chat = (userId, ...privileges) => service(5, privileges, field(userId));
const fcdn = (channel, user, ...privileges) => service(6, privileges, field(channel), field(user));
const apaas = (userId, ...privileges) =>
  service(7, privileges, field('room'), field(userId), Buffer.alloc(2));
const rtm2 = (userId, ...privileges) => service(8, privileges, field(userId), Buffer.alloc(2));

function make(...services) {
  return token007({ issueTs: NOW, services });
}

function reasons(token, options = {}) {
  return verifyToken(token, CERTIFICATE, { now: LATER, ...options }).reasons;
}

function codes(token, options) {
  return reasons(token, options).map(({ code }) => code);
}

const MISSING = ['ERR_TOKEN_PRIVILEGE_MISSING'];
const EXPIRED = ['ERR_TOKEN_PRIVILEGE_EXPIRED'];
const NO_ENTRY = ['ERR_TOKEN_NO_ENTRY'];

test('a login that only another service grants is not said to be elsewhere', () => {
  expect(reasons(make(rtm2('ada', [1, 0])), { privilege: 'rtm.login' })).toMatchObject([
    { message: 'The token does not grant rtm.login; it has rtm2.' },
  ]);
});

describe('publishing in one channel, joining in another', () => {
  const token = make(rtc('lobby', '1', AUDIO), rtc('backstage', '1', JOIN));

  test.each([
    [{ channelName: 'backstage' }, []],
    [{ channelName: 'backstage', privilege: 'joinChannel' }, []],
    [{ channelName: 'backstage', privilege: 'publishAudio' }, MISSING],
    [{ channelName: 'backstage', privilege: 'rtc.publishAudio' }, MISSING],
    [{ channelName: 'backstage', privilege: ['joinChannel', 'publishAudio'] }, MISSING],
    [{ channelName: 'lobby' }, NO_ENTRY],
    [{ channelName: 'lobby', privilege: 'publishAudio' }, NO_ENTRY],
    [{ channelName: 'lobby', privilege: 'joinChannel' }, MISSING],
    [{ privilege: ['joinChannel', 'publishAudio'] }, MISSING],
    [{ privilege: ['joinChannel', 'rtc.publishAudio'] }, MISSING],
    [{ privilege: 'joinChannel' }, []],
    [{}, NO_ENTRY],
  ])('%j', (options, expected) => {
    expect(codes(token, options)).toEqual(expected);
  });

  test('of two services that lack as much it is told what the first one lacks', () => {
    const [reason] = reasons(token, { privilege: ['joinChannel', 'publishAudio'] });
    expect(reason.message).toBe(
      'The token grants joinChannel only in a service other than the one that is needed.',
    );
  });

  test('it is told that the privilege is elsewhere', () => {
    const [reason] = reasons(token, { channelName: 'backstage', privilege: 'publishAudio' });
    expect(reason.message).toBe(
      'The token grants publishAudio only in a service other than the one that is needed.',
    );
  });
});

describe('joining that has ended in one channel, and not in another', () => {
  const token = make(rtc('lobby', '1', JOIN_ENDS, AUDIO), rtc('backstage', '1', JOIN));

  test.each([
    [{ channelName: 'lobby' }, EXPIRED],
    [{ channelName: 'lobby', privilege: 'joinChannel' }, EXPIRED],
    [{ channelName: 'lobby', privilege: 'publishAudio' }, EXPIRED],
    [{ channelName: 'lobby', uid: 1, privilege: ['joinChannel', 'publishAudio'] }, EXPIRED],
    [{ channelName: 'backstage' }, []],
    [{ uid: 1 }, []],
    [{}, EXPIRED],
    [{ now: NOW + 59 }, []],
  ])('%j', (options, expected) => {
    expect(codes(token, options)).toEqual(expected);
  });
});

describe('one user may, another may not', () => {
  const token = make(rtc('lobby', '1', JOIN), rtc('lobby', '2', JOIN, AUDIO));

  test.each([
    [{ channelName: 'lobby', uid: 1, privilege: 'publishAudio' }, MISSING],
    [{ channelName: 'lobby', uid: 2, privilege: 'publishAudio' }, []],
    [{ channelName: 'lobby', privilege: 'publishAudio' }, []],
    [{ uid: 1, privilege: 'publishAudio' }, MISSING],
  ])('%j', (options, expected) => {
    expect(codes(token, options)).toEqual(expected);
  });

  test('user ids too', () => {
    const users = make(rtm('ada', [1, 60]), rtm('bob', [1, 0]));
    expect(codes(users, { userId: 'ada', privilege: 'login' })).toEqual(EXPIRED);
    expect(codes(users, { userId: 'bob', privilege: 'login' })).toEqual([]);
    expect(codes(users, { userId: 'ada' })).toEqual(EXPIRED);
    expect(codes(users, { userId: 'bob' })).toEqual([]);
    expect(codes(users, { privilege: 'login' })).toEqual([]);
    const apps = make(chat('ada', [1, 0]), chat('', [2, 0]));
    expect(codes(apps, { userId: 'ada', privilege: 'app' })).toEqual(MISSING);
    expect(codes(apps, { userId: 'ada', privilege: ['user', 'app'] })).toEqual(MISSING);
    expect(codes(apps, { privilege: ['user', 'app'] })).toEqual(MISSING);
    expect(codes(apps, { privilege: 'app' })).toEqual([]);
  });
});

test('a service that fits by a wildcard will do where another one has ended', () => {
  const token = make(rtc('lobby', '1', JOIN_ENDS), rtc('l*', '', JOIN));
  expect(codes(token, { channelName: 'lobby', uid: 1 })).toEqual([]);
  expect(codes(token, { channelName: 'lobby', uid: 1, privilege: 'joinChannel' })).toEqual([]);
});

test('privileges of several services are each in theirs', () => {
  const token = make(
    rtc('lobby', '1', JOIN, AUDIO),
    rtm('ada', [1, 0]),
    streaming('lobby', '1', [1, 0]),
  );
  const asked = { channelName: 'lobby', uid: 1, userId: 'ada' };
  const privilege = ['publishAudio', 'login', 'streaming.publishMixStream', 'rtm.login'];
  expect(codes(token, { ...asked, privilege })).toEqual([]);
  expect(codes(token, { ...asked, userId: 'bob', privilege })).toEqual(['ERR_TOKEN_USER_ID']);
  expect(codes(token, { ...asked, uid: 2, privilege })).toEqual(['ERR_TOKEN_UID']);
});

test('a channel of one service does not stand for the privilege of another', () => {
  const token = make(rtc('other', '1', JOIN), streaming('lobby', '1', [1, 0]));
  expect(codes(token, { channelName: 'lobby' })).toEqual([]);
  expect(codes(token, { channelName: 'lobby', privilege: 'publishMixStream' })).toEqual([]);
  expect(codes(token, { channelName: 'lobby', privilege: 'joinChannel' })).toEqual(MISSING);
});

test('a privilege elsewhere does not make up for a channel that nobody can enter', () => {
  const token = make(rtc('lobby', '1', AUDIO), rtm('ada', [1, 0]));
  expect(codes(token, { channelName: 'lobby', privilege: 'login' })).toEqual(NO_ENTRY);
  expect(codes(token, { userId: 'ada', privilege: 'login' })).toEqual([]);
  expect(codes(token, { userId: 'ada', privilege: 'publishAudio' })).toEqual(NO_ENTRY);
});

test('a privilege of a service that is not there does not make up for it either', () => {
  const token = make(rtc('lobby', '1', AUDIO));
  expect(codes(token, { channelName: 'lobby', privilege: 'login' })).toEqual([
    ...MISSING,
    ...NO_ENTRY,
  ]);
});

test('a user id that nobody can log in with is a reason whatever else is asked', () => {
  const token = make(rtc('lobby', '1', JOIN), rtm('ada'));
  expect(codes(token, { userId: 'ada', privilege: 'joinChannel' })).toEqual(NO_ENTRY);
  expect(codes(token, { channelName: 'lobby', privilege: 'joinChannel' })).toEqual([]);
});

test('login of FPA, which is for nobody, is not that of a user', () => {
  const token = make(fpa([1, 0]), chat('ada', [1, 0]));
  expect(codes(token, { privilege: 'login' })).toEqual([]);
  expect(codes(token, { userId: 'ada', privilege: 'login' })).toEqual(MISSING);
  expect(codes(token, { userId: 'ada', privilege: 'fpa.login' })).toEqual([]);
});

describe('a service that lets nobody enter', () => {
  test.each([
    ['rtc', rtc('lobby', '1'), 'joinChannel'],
    ['rtc', rtc('lobby', '1', AUDIO, VIDEO), 'joinChannel'],
    ['rtm', rtm('ada'), 'login'],
    ['rtm2', rtm2('ada'), 'login'],
    ['fpa', fpa(), 'login'],
    ['chat', chat('ada'), 'user or app'],
  ])('%s', (name, made, needed) => {
    expect(reasons(make(made))).toEqual([
      {
        code: 'ERR_TOKEN_NO_ENTRY',
        clientError: 110,
        message: `The service ${name} does not grant ${needed}.`,
        hint: expect.stringMatching(/^A client sees 110 .* before one has entered/),
      },
    ]);
  });

  test('those that need no privilege are none', () => {
    const services = [
      streaming('lobby', '1'),
      fcdn('lobby', '1'),
      apaas('ada'),
      service(9, []),
      service(10, []),
    ];
    for (const made of services) expect(codes(make(made))).toEqual([]);
  });

  test('of aPaaS what it has must not have ended', () => {
    for (const id of [1, 2, 3]) {
      expect(codes(make(apaas('ada', [id, 60])))).toEqual(EXPIRED);
      expect(codes(make(apaas('ada', [id, 61])))).toEqual([]);
    }
    expect(codes(make(apaas('ada', [1, 60], [2, 0])))).toEqual([]);
  });

  test('of Chat one way to enter is enough', () => {
    expect(codes(make(chat('ada', [1, 60], [2, 0])))).toEqual([]);
    expect(codes(make(chat('ada', [1, 60], [2, 60])))).toEqual(EXPIRED);
    expect(codes(make(chat('ada', [1, 60])), { privilege: 'user' })).toEqual(EXPIRED);
    expect(codes(make(chat('ada', [1, 60])), { privilege: 'chat.user' })).toEqual(EXPIRED);
    expect(codes(make(chat('ada', [1, 60], [2, 0])), { privilege: 'user' })).toEqual(EXPIRED);
    expect(codes(make(chat('ada', [1, 60], [2, 0])), { privilege: 'chat.app' })).toEqual([]);
  });

  test('a privilege of another number is none', () => {
    expect(codes(make(rtc('lobby', '1', [7, 0])))).toEqual(NO_ENTRY);
  });
});

describe('an empty list of privileges', () => {
  test.each([[undefined], [[]]])('%j checks those to enter', (privilege) => {
    expect(codes(make(rtc('lobby', '1', JOIN_ENDS)), { privilege })).toEqual(EXPIRED);
    expect(codes(make(rtc('lobby', '1', AUDIO)), { privilege })).toEqual(NO_ENTRY);
    expect(codes(make(rtc('lobby', '1', JOIN)), { privilege })).toEqual([]);
    expect(codes(make(rtc('lobby', '1', JOIN), rtm('ada')), { privilege })).toEqual(NO_ENTRY);
    expect(
      codes(make(rtc('lobby', '1', JOIN), rtm('ada')), { channelName: 'lobby', privilege }),
    ).toEqual(NO_ENTRY);
  });
});

test('a privilege is asked once, however often it is named', () => {
  const privilege = Array(1000).fill('publishAudio');
  expect(codes(make(rtc('lobby', '1', JOIN)), { privilege })).toEqual(MISSING);
});

test('what is missing is told of the service that lacks least', () => {
  const token = make(rtc('a', '1'), rtc('b', '2', JOIN, AUDIO), rtc('c', '3', JOIN));
  const privilege = ['publishAudio', 'publishVideo', 'publishData'];
  expect(reasons(token, { privilege }).map(({ message }) => message)).toEqual([
    'The token does not grant publishVideo; it has rtc.',
    'The token does not grant publishData; it has rtc.',
  ]);
});

test('of an expired token no privilege is told as expired, and a missing one is', () => {
  const token = make(rtc('lobby', '1', JOIN_ENDS, AUDIO_ENDS));
  const now = NOW + 3600;
  expect(codes(token, { now })).toEqual(['ERR_TOKEN_EXPIRED']);
  expect(codes(token, { now, privilege: ['joinChannel', 'publishAudio', 'login'] })).toEqual([
    'ERR_TOKEN_EXPIRED',
    ...MISSING,
  ]);
});

test('a list of privileges is checked', () => {
  expect.assertions(6);
  for (const [privilege, message] of [
    [['joinChannel', 'fly'], /no privilege "fly"/],
    ['rtc.login', /no privilege "rtc.login"/],
    [[undefined], /no privilege undefined/],
  ]) {
    try {
      verifyToken(make(fpa()), CERTIFICATE, { privilege });
    } catch (error) {
      expect(error).toBeInstanceOf(TokenError);
      expect(error.message).toMatch(message);
    }
  }
});
