'use strict';

module.exports = require('agora-token-native/agora-access-token/src/DynamicKey5');
