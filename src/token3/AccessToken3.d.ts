/**
 * The object model under `RtmTokenBuilder3`: a Token007 with at most one service of each type, and
 * an RTM service of type 8. It cannot verify signatures; `AccessToken2` can, and reads the same
 * tokens.
 */

import type { Bytes, ServiceApaas, ServiceChat, ServiceFpa, ServiceRtc } from '../AccessToken2';
import { Service } from '../AccessToken2';
import type { RtmPermissions } from './RtmTokenBuilder3';

/** RTC service type. */
export const kRtcServiceType: 1;
/** FPA service type. */
export const kFpaServiceType: 4;
/** Chat service type. */
export const kChatServiceType: 5;
/** aPaaS service type. */
export const kApaasServiceType: 7;
/** RTM service type. It differs from that of `AccessToken2`. */
export const kRtmServiceType: 8;

/** RTM: log in as one user, with permissions for single resources. */
export class ServiceRtm extends Service {
  /** Log in. */
  static kPrivilegeLogin: number;

  /**
   * @param user_id The user id; empty if falsy.
   * @param permissions What the user may read and write.
   */
  constructor(user_id?: string, permissions?: RtmPermissions | Map<number, Map<number, string[]>>);

  /** The user id. Bytes after parsing. */
  __user_id: string | Bytes;
  /** What the user may read and write. Nested maps after parsing. */
  __permissions: RtmPermissions | Map<number, Map<number, string[]>> | undefined;
}

export { ServiceApaas, ServiceChat, ServiceFpa, ServiceRtc } from '../AccessToken2';

/** A Token007 with at most one service of each type. */
export class AccessToken3 {
  /** The class that reads each service type. */
  static kServices: { [serviceType: number]: new (...args: never[]) => Service };

  /**
   * @param appId App ID: 32 characters. Omit it to read a token.
   * @param appCertificate App Certificate: 32 characters.
   * @param issueTs When the token starts to count, in seconds since 1970-01-01 UTC. Falsy: now.
   * @param expire How long the token is valid, in seconds after `issueTs`.
   */
  constructor(appId?: string, appCertificate?: string, issueTs?: number | null, expire?: number);

  /** The App ID. Bytes after parsing. */
  appId: string | Bytes;
  /** The App Certificate. */
  appCertificate: string;
  /** Seconds since 1970-01-01 UTC. */
  issueTs: number;
  /** Seconds after `issueTs`. */
  expire: number;
  /** A random number, 1 to 99999999. */
  salt: number;
  /** Service type to service. */
  services: {
    1?: ServiceRtc;
    4?: ServiceFpa;
    5?: ServiceChat;
    7?: ServiceApaas;
    8?: ServiceRtm;
    [serviceType: number]: Service | undefined;
  };

  /** Adds a service. It replaces the one of the same type. */
  add_service(service: Service): void;
  /**
   * Builds the token.
   * @returns The token, or `''` when the App ID or the App Certificate has not 32 characters, or
   * when there is no service.
   * @throws TypeError when the App ID or the App Certificate is undefined.
   */
  build(): string;
  /**
   * Reads a token. It does not check the signature.
   * @returns `false` for another version, otherwise undefined.
   * @throws Error (zlib's, or RangeError) when the token is malformed.
   */
  from_string(origin_token: string): false | undefined;
  /** The key that signs the content, derived from the App Certificate, `issueTs` and `salt`. */
  __signing(): Bytes;
  /** Whether there is enough to build from; `build()` returns `''` otherwise. */
  __build_check(): boolean;
}
