import SignalingToken = require('agora-token-native/agora-access-token/src/SignalingToken');

export = SignalingToken;
