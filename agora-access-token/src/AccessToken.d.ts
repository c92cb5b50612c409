import { AccessToken as Base, priviledges as numbers } from '../../src/AccessToken';

export { version } from '../../src/AccessToken';

/**
 * A token 006: builds one, or reads one back. Reading leaves `appID` alone, unlike `AccessToken` of
 * `agora-token-native/src/AccessToken`.
 *
 * @deprecated Token 006. Use `AccessToken2` of `agora-token-native/src/AccessToken2`.
 */
export class AccessToken extends Base {}

/**
 * The privileges of token 006. The builders use those of the base; Agora documents no others.
 *
 * @deprecated Token 006. Token007 has the constants of `ServiceRtc` and `ServiceRtm` of
 * `agora-token-native/src/AccessToken2`.
 */
export const priviledges: typeof numbers & {
  /** 5. */
  kPublishAudiocdn: number;
  /** 6. */
  kPublishVideoCdn: number;
  /** 7. */
  kRequestPublishAudioStream: number;
  /** 8. */
  kRequestPublishVideoStream: number;
  /** 9. */
  kRequestPublishDataStream: number;
  /** 10. */
  kInvitePublishAudioStream: number;
  /** 11. */
  kInvitePublishVideoStream: number;
  /** 12. */
  kInvitePublishDataStream: number;
  /** 101. */
  kAdministrateChannel: number;
};
