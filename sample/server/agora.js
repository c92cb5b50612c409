'use strict';

// This checkout's package. In a project of your own: require('agora-token-native').
module.exports = require('../..');
