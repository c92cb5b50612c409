/**
 * Token 006, also called AccessToken: the older format. It stays for projects that still use it;
 * new code should build Token007 with `AccessToken2` or a builder.
 *
 * In this format expiries are **points in time** (seconds since 1970-01-01 UTC), not durations.
 */

import type { Bytes, Privileges } from './AccessToken2';

/**
 * The version that starts every token of this format.
 *
 * @deprecated Token 006. New code builds Token007 with `AccessToken2` of `src/AccessToken2`.
 */
export const version: '006';

/**
 * The privileges of token 006. The spelling is that of `agora-token`.
 *
 * @deprecated Token 006. Token007 has the constants of `ServiceRtc` and `ServiceRtm` of
 * `src/AccessToken2`.
 */
export const priviledges: {
  /** Join an RTC channel. */
  kJoinChannel: number;
  /** Publish audio. */
  kPublishAudioStream: number;
  /** Publish video. */
  kPublishVideoStream: number;
  /** Publish data streams. */
  kPublishDataStream: number;
  /** Log in to RTM. */
  kRtmLogin: number;
};

/**
 * A token 006: builds one, or reads one back.
 *
 * @deprecated Token 006. Use `AccessToken2` of `src/AccessToken2`.
 */
export class AccessToken {
  /**
   * @param appID App ID. Not checked; the format has room for 32 characters.
   * @param appCertificate App Certificate. Not checked.
   * @param channelName The channel; for RTM the user account.
   * @param uid The uid or user account. The number `0` stands for any user. For RTM, `''`.
   */
  constructor(appID?: string, appCertificate?: string, channelName?: string, uid?: string | number);

  /** The App ID. */
  appID: string;
  /** The App Certificate. Reading a token leaves it as it was. */
  appCertificate: string;
  /** The channel. Reading a token leaves it as it was: a token holds only its checksum. */
  channelName: string;
  /** The uid or user account. Reading a token leaves it as it was. */
  uid: string;
  /** Privilege number to expiry, in seconds since 1970-01-01 UTC. */
  messages: Privileges;
  /** A random number, drawn from `Math.random()` once a process, when the module loads. */
  salt: number;
  /** When the token expires, in seconds since 1970-01-01 UTC: 24 hours after construction. */
  ts: number;
  /** The signature of the token read last. */
  signature?: Bytes;
  /** The CRC-32 of the channel in the token read last. */
  crc_channel_name?: number;
  /** The CRC-32 of the uid in the token read last. */
  crc_uid?: number;
  /** The signed message of the token read last: salt, expiry and privileges. */
  m?: Bytes;

  /**
   * Builds the token.
   * @throws TypeError when the App ID, the App Certificate or the channel is missing or is not
   * text.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when an expiry is outside 0 to 4294967295.
   */
  build(): string;
  /**
   * Grants a privilege, or changes its expiry.
   * @param priviledge A value of `priviledges`.
   * @param expireTimestamp When it ends, in seconds since 1970-01-01 UTC.
   */
  addPriviledge(priviledge: number, expireTimestamp: number): void;
  /**
   * Reads a token. It does not check the signature.
   * @returns Whether the text is a well-formed token 006.
   */
  fromString(originToken: string): boolean;
}
