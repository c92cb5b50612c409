'use strict';

const { isHexId } = require('../../lib/bytes/hex-id');
const { TokenError } = require('../token-error');
const { kindOf } = require('./quote');

const LENGTH = 32;
const OUTSIDE_HEX = /[^0-9a-fA-F]/;

/** @throws {TokenError} `ERR_APP_ID` */
function checkAppId(appId) {
  if (typeof appId === 'string' && isHexId(appId)) return;
  throw new TokenError('ERR_APP_ID', explain('The App ID', appId));
}

/** The error tells the length and the place, and never a character. @throws `ERR_APP_CERTIFICATE` */
function checkAppCertificate(appCertificate, name = 'The App Certificate') {
  if (typeof appCertificate === 'string' && isHexId(appCertificate)) return;
  throw new TokenError('ERR_APP_CERTIFICATE', explain(name, appCertificate));
}

function checkCredentials(appId, appCertificate) {
  checkAppId(appId);
  checkAppCertificate(appCertificate);
  if (appId.toLowerCase() === appCertificate.toLowerCase()) {
    throw new TokenError(
      'ERR_APP_CERTIFICATE',
      'The App Certificate is the same as the App ID; they are two different values of a project.',
    );
  }
}

function explain(name, value) {
  const rule = `${name} must be ${LENGTH} hexadecimal digits`;
  if (typeof value !== 'string') return `${rule}; found ${kindOf(value)}.`;
  if (value === '') return `${rule}; found an empty string.`;
  if (value !== value.trim()) return `${rule}; found white space around it.`;

  const outside = value.search(OUTSIDE_HEX);
  const length = `found ${value.length} characters`;
  if (outside === -1) return `${rule}; ${length}.`;
  return `${rule}; ${length}, and the one at ${outside} is not a hexadecimal digit.`;
}

module.exports = { checkAppId, checkAppCertificate, checkCredentials };
