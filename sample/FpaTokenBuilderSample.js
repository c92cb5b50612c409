'use strict';

// A token for full-path acceleration. It is valid for 24 hours.

const { FpaTokenBuilder } = require('../src/FpaTokenBuilder');
const { appId, appCertificate } = require('./credentials');

console.log('FPA:', FpaTokenBuilder.buildToken(appId, appCertificate));
