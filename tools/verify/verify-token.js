'use strict';

const { explainDamage, openToken } = require('../decode/decode-token');
const { TokenError } = require('../token-error');
const { readArguments } = require('./arguments');
const { checkContent } = require('./content');
const { checkGrants } = require('./grants');
const { checkLifetime } = require('./lifetime');
const { reason } = require('./reason');
const { checkRecipients, signedServices } = require('./recipients');
const { findSigner } = require('./signature');
const { warningsOf } = require('./warnings');

/** Of more reasons only the first are told. */
const MOST_REASONS = 20;

function verifyToken(token, appCertificate, options = {}) {
  const asked = readArguments(appCertificate, options);
  try {
    const opened = openToken(token);
    const { index, reasons } = findSigner(opened, asked.appCertificates, asked);
    if (reasons.length > 0) return refused(reasons);
    return judge(opened.read(), opened, asked, index);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    const damage = explainDamage(token);
    return refused([reason(error.code, error.message, damage && { hint: damage.remedy })]);
  }
}

/** Judges a token whose signature is right. */
function judge(read, opened, asked, certificateIndex) {
  const services = signedServices(read.data.services, opened, asked);
  const ofRecipients = checkRecipients(services, asked);
  const reasons = distinct([
    ...checkContent(read, asked),
    ...ofRecipients,
    ...checkLifetime(read, asked),
    ...checkGrants(services, asked, { read, isForOthers: ofRecipients.length > 0 }),
  ]).slice(0, MOST_REASONS);
  return {
    valid: reasons.length === 0,
    reasons,
    warnings: warningsOf(read.data),
    token: read.data,
    certificateIndex,
  };
}

function refused(reasons) {
  return { valid: false, reasons, warnings: [], token: null, certificateIndex: null };
}

function distinct(reasons) {
  return [...new Map(reasons.map((each) => [`${each.code} ${each.message}`, each])).values()];
}

module.exports = { verifyToken };
