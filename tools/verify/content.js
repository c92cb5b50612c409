'use strict';

const { isHexId } = require('../../lib/bytes/hex-id');
const { quote } = require('../checks/quote');
const { reason } = require('./reason');

/** What is wrong with a token whoever asks: how it is written, and for which project. */
function checkContent({ data, flaw, malformedText }, asked) {
  return [
    ...checkWriting(data, flaw, malformedText),
    ...checkAppId(data, asked.appId),
    ...checkServices(data),
  ];
}

function checkWriting({ version }, flaw, malformedText) {
  const reasons = [];
  if (flaw !== undefined) {
    const message = `The content is not that of a builder of version ${version}: ${flaw}.`;
    reasons.push(reason('ERR_TOKEN_NOT_CANONICAL', message));
  }
  if (malformedText !== undefined) {
    reasons.push(reason('ERR_TOKEN_NOT_UTF8', `Not UTF-8: ${malformedText}.`));
  }
  return reasons;
}

/** 005 holds the App ID as bytes, so its letter case is lost. */
function checkAppId({ appId, version }, asked) {
  if (!isHexId(appId)) {
    const message = `The App ID of the token is ${quote(appId)}.`;
    return [reason('ERR_TOKEN_APP_ID_FORMAT', message)];
  }
  if (asked === undefined) return [];
  const same = version === '005' ? appId === asked.toLowerCase() : appId === asked;
  if (same) return [];
  const message = `The token is for App ID ${quote(appId)}, not ${quote(asked)}.`;
  return [reason('ERR_TOKEN_APP_ID', message)];
}

function checkServices({ services }) {
  if (services.some(({ name }) => name !== 'unknown')) return [];
  const found = services.length === 0 ? 'no service' : `only a service of type ${services[0].type}`;
  return [reason('ERR_TOKEN_NO_SERVICE', `The token has ${found}.`)];
}

module.exports = { checkContent };
