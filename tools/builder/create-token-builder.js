'use strict';

const { MOST_UINT32: MOST_SALT } = require('../../lib/bytes/plain');
const node = require('../../lib/kernel/node-modules');
const { sealServices } = require('../../lib/token007/access-token2');
const { isFixedCompression } = require('../checks/compression');
const { checkCredentials } = require('../checks/credentials');
const { toDuration } = require('../checks/duration');
const { toSeconds } = require('../checks/moment');
const { checkOptions } = require('../checks/options');
const { kindOf } = require('../checks/quote');
const { TokenError } = require('../token-error');
const { createHints } = require('./hints');
const { OPTIONS, makers } = require('./services');

const BUILDER_OPTIONS = [
  'appId',
  'appCertificate',
  'strict',
  'capDurations',
  'now',
  'salt',
  'onWarning',
  'compression',
];

const ONE_HOUR = 3600;
const ONE_DAY = 24 * ONE_HOUR;

/** Salts as the original draws them, from the operating system's generator. */
const SALT_END = 100_000_000;

function createTokenBuilder(options) {
  checkOptions('createTokenBuilder', options, BUILDER_OPTIONS);
  const { appId, appCertificate, now, salt = randomSalt, onWarning } = options;
  const { strict = true, capDurations = false } = options;
  checkCredentials(appId, appCertificate);
  checkBoolean('strict', strict);
  checkBoolean('capDurations', capDurations);
  if (onWarning !== undefined && typeof onWarning !== 'function') {
    throw new TokenError('ERR_OPTION', `onWarning must be a function; found ${kindOf(onWarning)}.`);
  }
  const isFixed = isFixedCompression(options.compression);
  const hints = { ...createHints(strict, onWarning), capDurations };

  /** Signs the services of a token that is valid for `expire` seconds. */
  function seal(expire, services) {
    const issueTs = Math.floor(toSeconds(now));
    const head = { appId, issueTs, expire, salt: toSalt(salt) };
    services.sort((left, right) => left.service_type() - right.service_type());
    return sealServices(appCertificate, head, services, isFixed);
  }

  /** The services of a token by name, and how long it is valid. */
  function build({ expiresIn = ONE_HOUR, ...services }) {
    const expire = toDuration('expiresIn', expiresIn, hints);
    const made = Object.entries(services)
      .filter(([, given]) => given !== undefined)
      .flatMap(([name, given]) => makeServices(name, given, expire, hints));
    if (made.length === 0) {
      throw new TokenError('ERR_OPTION', 'A token needs a service, such as rtc or rtm.');
    }
    return seal(expire, made);
  }

  /** A token with one service, which shares its lifetime. */
  const single =
    (name, usual = ONE_HOUR) =>
    (given = {}) => {
      const { expiresIn = usual } = isObject(given) ? given : {};
      const expire = toDuration('expiresIn', expiresIn, hints);
      return seal(expire, makers[name](given, expire, hints));
    };

  /** RTC and RTM for a user who meets an agent or a transcript. */
  const withRtcAndRtm = (name) => {
    const options = [...OPTIONS.rtc.filter((it) => it !== 'expiresIn'), ...OPTIONS.rtm];
    return (given = {}) => {
      checkOptions(name, given, options);
      const { userId, expiresIn, ...rtc } = given;
      return build({ expiresIn, rtc, rtm: { userId }, [name]: {} });
    };
  };

  return Object.freeze({
    rtc: single('rtc'),
    rtm: single('rtm'),
    rtm2: single('rtm2'),
    chat: single('chat'),
    apaas: single('apaas'),
    fpa: single('fpa', ONE_DAY),
    conversationalAi: withRtcAndRtm('conversationalAi'),
    stt: withRtcAndRtm('stt'),
    build: (given) => {
      checkOptions('build', given, ['expiresIn', ...Object.keys(makers)]);
      return build(given);
    },
  });
}

function checkBoolean(name, value) {
  if (typeof value === 'boolean') return;
  throw new TokenError('ERR_OPTION', `${name} must be true or false; found ${kindOf(value)}.`);
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The services of one name, whose privileges may last shorter than the token. */
function makeServices(name, given, expire, hints) {
  const own = isObject(given) ? given.expiresIn : undefined;
  const lasts = own === undefined ? expire : toDuration(`${name}.expiresIn`, own, hints);
  return makers[name](given, lasts, hints);
}

function randomSalt() {
  return node.crypto.randomInt(1, SALT_END);
}

function toSalt(salt) {
  const number = typeof salt === 'function' ? salt() : salt;
  if (Number.isInteger(number) && number >= 1 && number <= MOST_SALT) return number;
  const found = typeof number === 'number' ? number : kindOf(number);
  throw new TokenError(
    'ERR_SALT',
    `salt must be a whole number from 1 to ${MOST_SALT}; found ${found}.`,
  );
}

module.exports = { createTokenBuilder };
