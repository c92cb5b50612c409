'use strict';

const { RtcTokenBuilder } = require('../../..');
const { APP_ID, CERTIFICATE } = require('../../support/identifiers');

const PUBLISHER = 1;
const LIFETIME = 3600;

function argumentsOf(number) {
  return [APP_ID, CERTIFICATE, `channel-${number}`, number + 1, PUBLISHER, LIFETIME, LIFETIME];
}

/** A token whose channel and uid tell its number. */
function buildNumbered(number) {
  return RtcTokenBuilder.buildTokenWithUid(...argumentsOf(number));
}

/** The request of a batch for the same. */
function request(number) {
  return { method: 'RtcTokenBuilder.buildTokenWithUid', args: argumentsOf(number) };
}

module.exports = { buildNumbered, request };
