'use strict';

const ID = '0123456789abcdef0123456789abcdef';
const CERTIFICATE = 'fedcba9876543210fedcba9876543210';

/** Lets the realm in which a bundle runs ask for a constant and for a token. */
module.exports = ({ RtcRole, RtcTokenBuilder }) => {
  globalThis.role = RtcRole.PUBLISHER;
  globalThis.build = () =>
    RtcTokenBuilder.buildTokenWithUid(ID, CERTIFICATE, 'lobby', 42, RtcRole.PUBLISHER, 60, 60);
};
