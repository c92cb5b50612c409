'use strict';

const SignalingToken = require('../../src/SignalingToken');

module.exports = SignalingToken;
// Node reads the names of ES module imports off these lines.
module.exports.get = SignalingToken.get;
module.exports.get1DayToken = SignalingToken.get1DayToken;
