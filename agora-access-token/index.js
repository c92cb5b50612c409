'use strict';

const { RtcTokenBuilder, Role: RtcRole } = require('../src/RtcTokenBuilder');
const { RtmTokenBuilder, Role: RtmRole } = require('../src/RtmTokenBuilder');

// Shorthand properties only: Node reads the names of ES module imports off this literal.
module.exports = {
  RtcTokenBuilder,
  RtcRole,
  RtmTokenBuilder,
  RtmRole,
};
