// What pages and routes share, over the package that sdk.cjs of the test gives.
import { RtcRole, RtcTokenBuilder } from './sdk.cjs';

const ID = '0123456789abcdef0123456789abcdef';
const CERTIFICATE = 'fedcba9876543210fedcba9876543210';

export const role = RtcRole.PUBLISHER;

export function build() {
  try {
    return RtcTokenBuilder.buildTokenWithUid(ID, CERTIFICATE, 'lobby', 42, role, 60, 60);
  } catch (error) {
    return String(error);
  }
}
