'use strict';

// Any token of any services: the answer is that of a model that is written down twice, and no changed
// byte is ever accepted.

const fc = require('fast-check');
const { verifyToken } = require('../../..');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');
const { field, message006, service, token005, token006, token007 } =
  require('../../support/raw-tokens');
const { inflateToken, tokenAround } = require('../../support/token-content');

const NOW = 1700000000;
const DAY = 86_400;
const MOST = 0xffffffff;

/** Each kind of service: its type, what it holds, its privileges, and those that let one enter. */
const KINDS = {
  rtc: {
    type: 1,
    holds: 'channel',
    grants: ['joinChannel', 'publishAudio', 'publishVideo', 'publishData'],
    enters: ['joinChannel'],
  },
  rtm: { type: 2, holds: 'user', grants: ['login'], enters: ['login'] },
  streaming: { type: 3, holds: 'channel', grants: ['publishMixStream', 'publishRawStream'] },
  fpa: { type: 4, grants: ['login'], enters: ['login'] },
  chat: { type: 5, holds: 'user', grants: ['user', 'app'], enters: ['user', 'app'] },
  fcdn: { type: 6, holds: 'channel', grants: ['publish', 'play'] },
  apaas: { type: 7, holds: 'user', grants: ['roomUser', 'user', 'app'] },
  rtm2: { type: 8, holds: 'user', grants: ['login'], enters: ['login'] },
  conversationalAi: { type: 9, grants: [] },
  stt: { type: 10, grants: [] },
};

function write({ kind, channel, user, privileges }) {
  const { type, holds, grants } = KINDS[kind];
  const pairs = Object.entries(privileges).map(([name, seconds]) => [
    grants.indexOf(name) + 1,
    seconds,
  ]);
  const before = kind === 'apaas' ? [field('room')] : [];
  const behind = ['apaas', 'rtm2'].includes(kind) ? [Buffer.alloc(2)] : [];
  const held = { channel: [field(channel), field(user)], user: [field(user)] }[holds] ?? [];
  return service(type, pairs, ...before, ...held, ...behind);
}

function build({ services, ...parts }) {
  return token007({ ...parts, services: services.map(write) });
}

// The model.

const LEGAL = /^[a-zA-Z0-9 !#$%&()+\-:;<=.>?@[\]^_{}|~,*]{1,64}$/;
const WORDS = ['undefined', 'null', 'NaN', 'Infinity', '[object Object]'];
const isLegal = (channel) => LEGAL.test(channel) && !WORDS.includes(channel);

function isLike(pattern, text) {
  if (pattern === '' || pattern === text) return true;
  const parts = pattern.split('*').map((part) => part.replace(/\W/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(text);
}

function model(token, asked) {
  const late = asked.clockTolerance ?? 0;
  const early = asked.clockTolerance ?? 60;
  const lasts = (ts) => asked.now - late < ts;
  const end = token.issueTs + token.expire;
  const endOf = (seconds) => (seconds === 0 ? end : token.issueTs + seconds);
  const uid = asked.uid === 0 ? '' : asked.uid?.toString();

  const isMeant = ({ kind, channel, user }) => {
    const { holds } = KINDS[kind];
    if (holds === 'channel') {
      return (
        (asked.channelName === undefined || isLike(channel, asked.channelName)) &&
        (uid === undefined || isLike(user, uid))
      );
    }
    if (holds === 'user' && asked.userId !== undefined) {
      return asked.userId !== '' && asked.userId === user;
    }
    return true;
  };
  const isGranted = ({ privileges }, name) =>
    name in privileges && lasts(Math.min(endOf(privileges[name]), end));
  const canEnter = (each) => {
    const { holds, grants, enters } = KINDS[each.kind];
    if (holds === 'channel' && !isLegal(each.channel)) return false;
    if (each.kind === 'apaas') {
      const given = grants.filter((name) => name in each.privileges);
      return given.length === 0 || given.some((name) => isGranted(each, name));
    }
    return enters === undefined || enters.some((name) => isGranted(each, name));
  };
  const does = (each, names) =>
    isMeant(each) && canEnter(each) && names.every((name) => isGranted(each, name));

  const ofKind = (holds) => token.services.filter(({ kind }) => KINDS[kind].holds === holds);
  const asksChannel = asked.channelName !== undefined || uid !== undefined;
  const asksUser = asked.userId !== undefined;
  const names = [asked.privilege ?? []].flat();

  // Names that the same kinds have are asked of one service.
  const groups = new Map();
  for (const name of names) {
    const [own, of] = name.split('.').reverse();
    const kinds = Object.keys(KINDS).filter(
      (kind) => KINDS[kind].grants.includes(own) && (of === undefined || of === kind),
    );
    const others = groups.get(kinds.join()) ?? { kinds, wanted: [] };
    groups.set(kinds.join(), { kinds, wanted: [...others.wanted, own] });
  }
  const hasPrivileges = [...groups.values()].every(({ kinds, wanted }) =>
    token.services.some(
      (each) =>
        kinds.includes(each.kind) &&
        does(each, wanted) &&
        !(asksUser && kinds.length > 1 && KINDS[each.kind].holds !== 'user'),
    ),
  );
  const unasked = token.services.filter(
    ({ kind }) =>
      !(asksChannel && KINDS[kind].holds === 'channel') &&
      !(asksUser && KINDS[kind].holds === 'user'),
  );
  const latest = Math.max(
    end,
    ...token.services.flatMap(({ privileges }) => Object.values(privileges).map(endOf)),
  );
  return (
    (asked.appId === undefined || asked.appId === token.appId) &&
    token.services.length > 0 &&
    token.issueTs <= asked.now + early &&
    latest <= MOST &&
    lasts(end) &&
    lasts(token.issueTs + DAY) &&
    (asked.channelName === undefined || isLegal(asked.channelName)) &&
    (!asksChannel || ofKind('channel').some((each) => does(each, []))) &&
    (!asksUser || ofKind('user').some((each) => does(each, []))) &&
    hasPrivileges &&
    (names.length > 0 || unasked.every((each) => canEnter(each)))
  );
}

// What is asked and what tokens hold is drawn from few values, so that much fits.

const mostly = (usual, ...others) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const seconds = fc.oneof(
  { weight: 10, arbitrary: mostly(0, 60, 600, 3600, 90_000) },
  { weight: 1, arbitrary: fc.constant(MOST) },
);
const privilegesOf = (kind) =>
  fc.record(Object.fromEntries(KINDS[kind].grants.map((name) => [name, seconds])), {
    requiredKeys: [],
  });
const anyService = fc.constantFrom('rtc', 'rtc', 'rtc', ...Object.keys(KINDS)).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    channel: mostly('lobby', 'stage', 'l*', '*', '', 'a/b', 'undefined'),
    user: mostly('1', '2', '', '*', 'ada', '1*'),
    privileges: fc.oneof(
      fc.constant(Object.fromEntries(KINDS[kind].grants.map((name) => [name, 0]))),
      privilegesOf(kind),
    ),
  }),
);

const anyToken = fc.record({
  appId: fc.constant(APP_ID),
  issueTs: mostly(NOW, MOST - 3600),
  expire: mostly(3600, 86_400, 100_000),
  salt: fc.nat(),
  services: fc
    .array(anyService, { maxLength: 4 })
    .map((services) => services.sort((a, b) => KINDS[a.kind].type - KINDS[b.kind].type)),
});

const PRIVILEGES = Object.entries(KINDS).flatMap(([kind, { grants }]) =>
  grants.flatMap((name) => [name, `${kind}.${name}`]),
);
const COMMON = ['joinChannel', 'publishAudio', 'rtc.publishAudio', 'login', 'user'];
const anyPrivilege = fc.oneof(fc.constantFrom(...COMMON), fc.constantFrom(...PRIVILEGES));
const QUESTION = {
  after: mostly(
    30,
    ...[-61, -60, -1, 0, 59, 60, 599, 600, 3599, 3600, 3630, 86_399, 86_400, 90_000],
  ),
  appId: mostly(APP_ID, APP_ID.toLowerCase()),
  channelName: mostly('lobby', 'stage', 'Lobby', 'a/b', ''),
  uid: mostly(1, '1', 2, 0, 'ada', '10', ''),
  userId: mostly('1', 'ada', '2', '', '*'),
  clockTolerance: fc.constantFrom(0, 30, 61),
  privilege: fc.oneof(anyPrivilege, fc.array(anyPrivilege, { maxLength: 3 })),
};
const questionOf = (...keys) =>
  fc.record(Object.fromEntries(['after', ...keys].map((key) => [key, QUESTION[key]])), {
    requiredKeys: ['after'],
  });
const anyQuestion = fc.oneof(
  questionOf(...Object.keys(QUESTION)),
  questionOf('channelName', 'uid'),
  questionOf('channelName', 'privilege'),
  questionOf('userId', 'privilege'),
  questionOf('clockTolerance'),
);

test('any question about an unchanged token gets the answer of the model', () => {
  const answers = { true: 0, false: 0 };
  fc.assert(
    fc.property(anyToken, anyQuestion, (token, { after, ...question }) => {
      const now = Math.min(token.issueTs + after, MOST);
      const {
        valid,
        reasons,
        token: decoded,
      } = verifyToken(build(token), CERTIFICATE, {
        now,
        ...question,
      });
      answers[valid]++;
      expect(valid).toBe(model(token, { now, ...question }));
      expect(reasons.length === 0).toBe(valid);
      expect(decoded).not.toBe(null);
    }),
    { numRuns: 4000 },
  );
  expect(answers.true).toBeGreaterThan(300);
  expect(answers.false).toBeGreaterThan(300);
});

// Services of which a client can enter every one, so that the unchanged token is valid.

const goodService = fc.constantFrom(...Object.keys(KINDS)).map((kind) => ({
  kind,
  channel: 'lobby',
  user: '42',
  privileges: Object.fromEntries(KINDS[kind].grants.map((name) => [name, 0])),
}));
const goodToken = fc.record({
  issueTs: fc.constant(NOW),
  expire: fc.integer({ min: 1, max: DAY }),
  salt: fc.nat({ max: MOST }),
  services: fc.array(goodService, { minLength: 1, maxLength: 5 }),
});

const byte = fc.integer({ min: 1, max: 255 });
const QUESTIONS = [{}, { channelName: 'lobby', uid: 42 }, { userId: '42' }];

function isAccepted(token, questions = QUESTIONS) {
  return questions.some(
    (asked) => verifyToken(token, CERTIFICATE, { now: NOW, ...asked }).valid === true,
  );
}

function change(bytes, at, difference) {
  const changed = Buffer.from(bytes);
  changed[at % bytes.length] ^= difference;
  return changed;
}

test('any change of one byte of any Token007 is refused', () => {
  fc.assert(
    fc.property(goodToken, fc.nat(), byte, (token, at, difference) => {
      const text = build(token);
      expect(isAccepted(text)).toBe(true);
      expect(isAccepted(tokenAround(change(inflateToken(text), at, difference)))).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('any byte more or less of what is signed is refused', () => {
  fc.assert(
    fc.property(goodToken, fc.nat(), byte, (token, place, value) => {
      const content = inflateToken(build(token));
      const at = place % (content.length + 1);
      const [head, rest] = [content.subarray(0, at), content.subarray(at)];
      const longer = Buffer.concat([head, Buffer.from([value]), rest]);
      const shorter = Buffer.concat([head, rest.subarray(1)]);
      for (const changed of [longer, shorter].filter((each) => !each.equals(content))) {
        expect(isAccepted(tokenAround(changed))).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

const ENDS = NOW + 600;
const LEGACY = {
  '006': {
    start: 35,
    asked: { channelName: 'lobby', uid: 42 },
    make: fc.subarray([1, 2, 3, 4], { minLength: 1 }).map((ids) =>
      token006({
        channel: 'lobby',
        uid: '42',
        message: message006(
          NOW + DAY,
          [...new Set([1, ...ids])].map((id) => [id, ENDS]),
        ),
      }),
    ),
  },
  '006 for RTM': {
    start: 35,
    asked: { userId: 'ada' },
    make: fc.nat({ max: MOST }).map((salt) =>
      token006({
        channel: 'ada',
        uid: '',
        message: message006(NOW + DAY, [[1000, ENDS]], undefined, salt),
      }),
    ),
  },
  '005': {
    start: 3,
    asked: { channelName: 'lobby', uid: 42 },
    make: fc.constantFrom(1, 2, 3, 4).map((type) =>
      token005({
        type,
        channel: 'lobby',
        uid: 42,
        issueTs: NOW,
        expireTs: ENDS,
        extra: type === 4 ? [[1, '3']] : [],
      }),
    ),
  },
};

test.each(Object.entries(LEGACY))(
  'any change of one byte of any token is refused: %s',
  (_name, { start, asked, make }) => {
    fc.assert(
      fc.property(make, fc.nat(), byte, (token, at, difference) => {
        expect(isAccepted(token, [asked])).toBe(true);
        const content = Buffer.from(token.slice(start), 'base64');
        const changed = change(content, at, difference).toString('base64');
        expect(isAccepted(token.slice(0, start) + changed, [asked])).toBe(false);
        const character = start === 3 ? 2 : at % start;
        const letter = token[character] === '7' ? '8' : '7';
        const renamed = token.slice(0, character) + letter + token.slice(character + 1);
        expect(isAccepted(renamed, [asked])).toBe(false);
      }),
      { numRuns: 500 },
    );
  },
);
