import SignalingToken = require('../../src/SignalingToken');

export = SignalingToken;
