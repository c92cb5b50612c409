'use strict';

const { backend, RtcRole, RtcTokenBuilder } = require('agora-token');
const { AccessToken2 } = require('agora-token/src/AccessToken2');
const { id, certificate } = require('./credentials.json');

const role = RtcRole.PUBLISHER;
const token = RtcTokenBuilder.buildTokenWithUid(id, certificate, 'lobby', 42, role, 60, 60);
if (!new AccessToken2().from_string(token)) throw new Error('the token does not parse');
console.log(JSON.stringify({ backend, token }));
