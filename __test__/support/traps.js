'use strict';

const { differenceIn } = require('./compare');
const { APP_ID, CERTIFICATE } = require('./identifiers');
const { libraries } = require('./libraries');
const { frozen } = require('./sandbox');

// Short ways to say what a user sees of a call: a value read back out of a token, 007… for a token,
// or the name and code of an error.

const MOMENT = { nowMs: 1700000000000, draw: 0.5 };
const ANY_TOKEN = '007…';

const model = (library) => library.modules['src/AccessToken2'];
const root = (library) => library.modules.index;

function parsed(library, text) {
  const token = new (model(library).AccessToken2)();
  if (!token.from_string(text)) {
    throw new Error('this token does not parse');
  }
  return token;
}

const RTC_DEFAULTS = {
  id: APP_ID,
  certificate: CERTIFICATE,
  channel: 'c',
  uid: 7,
  role: 1,
  expire: 600,
};

function rtcToken(library, args) {
  const { id, certificate, channel, uid, role, expire } = { ...RTC_DEFAULTS, ...args };
  return root(library).RtcTokenBuilder.buildTokenWithUid(
    id,
    certificate,
    channel,
    uid,
    role,
    expire,
    60,
  );
}

function rtcService(library, args) {
  return parsed(library, rtcToken(library, args)).services[0];
}

const withId = (make) => (library) => rtcToken(library, { id: make() });
const withCertificate = (make) => (library) => rtcToken(library, { certificate: make() });
const uidOf = (uid) => (library) => rtcService(library, { uid }).__uid.toString();
const channelOf = (channel) => (library) =>
  rtcService(library, { channel }).__channel_name.toString('hex');
const expireOf = (expire) => (library) => parsed(library, rtcToken(library, { expire })).expire;
const publishes = (role) => (library) =>
  Object.keys(rtcService(library, { role }).__privileges).length === 4;
const publishesConvoAI = (role) => (library) =>
  Object.keys(
    parsed(
      library,
      root(library).ConvoAITokenBuilder.buildToken(
        APP_ID,
        CERTIFICATE,
        'c',
        'u',
        role,
        1,
        1,
        1,
        1,
        1,
        'm',
        1,
      ),
    ).services[0].__privileges,
  ).length === 4;
const publishes006 = (role) => (library) => {
  const { AccessToken } = library.modules['src/AccessToken'];
  const token = new AccessToken();
  token.fromString(
    library.modules['src/RtcTokenBuilder'].RtcTokenBuilder.buildTokenWithUid(
      APP_ID,
      CERTIFICATE,
      'c',
      7,
      role,
      1,
    ),
  );
  return Object.keys(token.messages).length === 4;
};
const rtmUser = (user) => (library) =>
  parsed(
    library,
    root(library).RtmTokenBuilder.buildToken(APP_ID, CERTIFICATE, user, 1),
  ).services[0].__user_id.toString();
const rtm2User = (user) => (library) =>
  parsed(
    library,
    root(library).RtmTokenBuilder.buildTokenWithPermissions(APP_ID, CERTIFICATE, user, null, 1),
  ).services[0].__user_id.toString();
const apaasRole = (role) => (library) =>
  parsed(
    library,
    root(library).ApaasTokenBuilder.buildRoomUserToken(APP_ID, CERTIFICATE, 'r', 'u', role, 1),
  ).getServices(7)[0].__role;
const apaasUser = (user) => (library) =>
  parsed(
    library,
    root(library).ApaasTokenBuilder.buildRoomUserToken(APP_ID, CERTIFICATE, 'r', user, 1, 1),
  )
    .getServices(5)[0]
    .__user_id.toString();
const packedPrivileges = (privileges) => (library) => {
  const service = new (model(library).Service)(1);
  service.__privileges = privileges;
  return service.pack().toString('hex');
};
const dynamicKey = (method, args) => (library) =>
  library.modules['src/DynamicKey5'][method](...args);
const signaling = (lifetime) => (library) =>
  library.modules['src/SignalingToken'].get('id', 'certificate', 'user', lifetime).split(':')[2];
const verified = (certificate) => (library) =>
  parsed(library, rtcToken(library, {})).verifySignature(...certificate);

const INVALID_TYPE = 'TypeError ERR_INVALID_ARG_TYPE';
const OUT_OF_RANGE = 'RangeError ERR_OUT_OF_RANGE';
const PLAIN_TYPE_ERROR = 'TypeError undefined';
function seen(library, action) {
  try {
    const value = frozen(MOMENT, () => action(library));
    return typeof value === 'string' && /^00[57].{30}/.test(value)
      ? `${value.slice(0, 3)}…`
      : value;
  } catch (error) {
    return `${error.name} ${error.code}`;
  }
}

// One test a row [name, (library) => value, outcome]: the original's outcome is the one written down,
// and ours is the original's.
function testTraps(groups) {
  const { original, ours } = libraries();
  describe.each(Object.entries(groups))('%s', (_group, rows) => {
    test.each(rows)('%s', (_name, action, outcome) => {
      expect(seen(original, action)).toEqual(outcome);
      expect(seen(ours, action)).toEqual(outcome);
      expect(differenceIn(({ library }) => action(library))).toBe('');
    });
  });
}

module.exports = {
  ANY_TOKEN,
  INVALID_TYPE,
  OUT_OF_RANGE,
  PLAIN_TYPE_ERROR,
  apaasRole,
  apaasUser,
  channelOf,
  dynamicKey,
  expireOf,
  model,
  packedPrivileges,
  parsed,
  publishes,
  publishes006,
  publishesConvoAI,
  root,
  rtcService,
  rtcToken,
  rtm2User,
  rtmUser,
  signaling,
  testTraps,
  uidOf,
  verified,
  withCertificate,
  withId,
};
