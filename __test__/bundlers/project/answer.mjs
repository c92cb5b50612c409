import { backend, RtcRole, RtcTokenBuilder } from 'agora-token';

const ID = '0123456789abcdef0123456789abcdef';
const CERTIFICATE = 'fedcba9876543210fedcba9876543210';

export function answer() {
  const role = RtcRole.PUBLISHER;
  const token = RtcTokenBuilder.buildTokenWithUid(ID, CERTIFICATE, 'lobby', 42, role, 60, 60);
  return { backend, token };
}
