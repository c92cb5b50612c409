'use strict';

const { Buffer } = require('../bytes/buffer');
const { ByteBuf } = require('../bytes/byte-buf');
const { isHexText } = require('../bytes/hex-id');
const { isInUint32Range, isText } = require('../bytes/plain');
const { drawSalt, now } = require('../clock');
const { kernel } = require('../kernel/backend');
const { areSeen, isTokenUntouched } = require('./untouched');

/**
 * The short way to one token: its grant (see grants.js) is written into memory that stays, and one
 * call signs, compresses and encodes it, in the place of a token object, its services and their
 * packing. It is taken when nobody can tell the difference, that is when every argument is plain and
 * nothing that the long way looks up has been patched.
 *
 *   if (short.isOpen(appId, appCertificate) && grants.rtm(short, userId, expire)) {
 *     return short.seal(appId, appCertificate);
 *   }
 */

/** More than any grant of plain texts takes. */
const CAPACITY = 32 * 1024;

/** Where the App ID ends: its u16 length, and 32 digits. */
const APP_ID_END = 34;

/** What no App ID equals, not even itself. */
const NO_APP_ID = NaN;

/** Made with the first token. */
let writer = null;

/** The App ID that the memory begins with, known to be one; many tokens in a row share theirs. */
let writtenAppId = NO_APP_ID;

/** What the clock and the draw gave for the token begun. */
let issueTs;
let salt;

/** Whether a u32 field takes a number, of which NaN counts as 0. */
function fits(number) {
  return isInUint32Range(number) || Number.isNaN(number);
}

const single = {
  /** Whether the credentials are plain and the token class untouched. */
  isOpen(appId, appCertificate) {
    return (
      (appId === writtenAppId || isHexText(appId)) && isText(appCertificate) && isTokenUntouched()
    );
  },

  /**
   * Begins a token and returns the writer for its services. The clock and the draw may be anybody's,
   * and may build tokens themselves, so they are read before anything is written; from here to
   * `seal` nothing runs but this package.
   */
  begin(expire, serviceCount) {
    const moment = now();
    const draw = drawSalt();
    issueTs = moment;
    salt = draw;
    writer ??= new ByteBuf(Buffer.allocUnsafeSlow(CAPACITY));
    writer.position = APP_ID_END;
    return writer
      .putUint32(fits(moment) ? moment >>> 0 : 0)
      .putUint32(expire)
      .putUint32(fits(draw) ? draw >>> 0 : 0)
      .putUint16(serviceCount);
  },

  /** Signs and encodes the token begun. */
  seal(appId, appCertificate) {
    if (!fits(issueTs) || !fits(salt)) return refuse(appCertificate);
    if (appId !== writtenAppId) writeAppId(appId);
    return kernel.seal(appCertificate, writer.buffer, writer.position, false);
  },
};

function writeAppId(appId) {
  const end = writer.position;
  // It is known again when all of it is written: a stack that ends here must not leave a mixture.
  writtenAppId = NO_APP_ID;
  writer.position = 0;
  writer.putString(appId);
  writer.position = end;
  writtenAppId = appId;
}

/** Throws the RangeError of a clock or a salt that no token can hold, unless there is no token. */
function refuse(appCertificate) {
  if (isHexText(appCertificate)) new ByteBuf().putUint32(issueTs).putUint32(salt);
  return '';
}

/** For builders that see other classes than ours. */
const closed = { isOpen: () => false };

/** The short way of a builder that makes its tokens of `classes`, the exports of src/AccessToken2. */
function shortWayOf(classes) {
  return areSeen(classes) ? single : closed;
}

module.exports = { shortWayOf };
