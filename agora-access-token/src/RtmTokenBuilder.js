'use strict';

module.exports = require('../../src/RtmTokenBuilder');
