'use strict';

module.exports = require('../../src/DynamicKey5');
