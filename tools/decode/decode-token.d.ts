/** A privilege that a service grants. */
export interface DecodedPrivilege {
  /** Its number in the token. */
  id: number;

  /** Its name, or `null` for a number without one. */
  name: string | null;

  /**
   * Its duration as a Token007 holds it: seconds after `issueTs`, and 0 for as long as the token. It may
   * exceed that of the token, which then counts.
   */
  expire?: number;

  /** Its end as a token 006 holds it: seconds since 1970-01-01 UTC, and 0 for the end of the token. */
  ownTs?: number;

  /** When it ends: by itself or with the token, whichever comes first. */
  expiresAt: Date;

  /** The same, in seconds since 1970-01-01 UTC. */
  expireTs: number;
}

/** What an RTM2 user may read and write. A permission without a name stands under its number. */
export interface DecodedRtm2Access {
  read?: string[];
  write?: string[];
  [permission: string]: string[] | undefined;
}

/** RTM2 permissions by type of resource. A type without a name stands under its number. */
export interface DecodedRtm2Permissions {
  messageChannels?: DecodedRtm2Access;
  streamChannels?: DecodedRtm2Access;
  groupChannels?: DecodedRtm2Access;
  serverGroups?: DecodedRtm2Access;
  users?: DecodedRtm2Access;
  [resource: string]: DecodedRtm2Access | undefined;
}

/** RTC. Privileges: `joinChannel`, `publishAudio`, `publishVideo`, `publishData`. */
export interface DecodedRtc {
  type: 1;
  name: 'rtc';
  /** In a wildcard token `*` stands for any characters. */
  channelName: string;
  /** A uid in decimal, or a user account. `''` and `'*'` fit any user. */
  uid: string;
  privileges: DecodedPrivilege[];
}

/** RTM (Signaling). Privilege: `login`. */
export interface DecodedRtm {
  type: 2;
  name: 'rtm';
  userId: string;
  privileges: DecodedPrivilege[];
}

/** Streaming. Privileges: `publishMixStream`, `publishRawStream`. */
export interface DecodedStreaming {
  type: 3;
  name: 'streaming';
  channelName: string;
  account: string;
  privileges: DecodedPrivilege[];
}

/** FPA. Privilege: `login`. */
export interface DecodedFpa {
  type: 4;
  name: 'fpa';
  privileges: DecodedPrivilege[];
}

/** Chat. Privileges: `user`, `app`. */
export interface DecodedChat {
  type: 5;
  name: 'chat';
  /** `''` in a token for an app. */
  userId: string;
  privileges: DecodedPrivilege[];
}

/** FCDN. Privileges: `publish`, `play`. */
export interface DecodedFcdn {
  type: 6;
  name: 'fcdn';
  channelName: string;
  account: string;
  privileges: DecodedPrivilege[];
}

/** aPaaS (Flexible Classroom). Privileges: `roomUser`, `user`, `app`. */
export interface DecodedApaas {
  type: 7;
  name: 'apaas';
  /** `''` in a token that is not for a room. */
  roomUuid: string;
  /** `''` in a token for an app. */
  userId: string;
  /** The role in the room, -32768 to 32767; -1 where there is none. */
  role: number;
  privileges: DecodedPrivilege[];
}

/** RTM2, with permissions for single resources. Privilege: `login`. */
export interface DecodedRtm2 {
  type: 8;
  name: 'rtm2';
  userId: string;
  permissions: DecodedRtm2Permissions;
  privileges: DecodedPrivilege[];
}

/** Conversational AI. */
export interface DecodedConversationalAi {
  type: 9;
  name: 'conversationalAi';
  privileges: DecodedPrivilege[];
}

/** Speech to text. */
export interface DecodedStt {
  type: 10;
  name: 'stt';
  privileges: DecodedPrivilege[];
}

/** A service of a type that is not known. Its length is not known either: nothing behind it is read. */
export interface DecodedUnknownService {
  type: number;
  name: 'unknown';
  privileges: DecodedPrivilege[];
}

/** A service of a Token007, told apart by `name`. */
export type DecodedService =
  | DecodedRtc
  | DecodedRtm
  | DecodedStreaming
  | DecodedFpa
  | DecodedChat
  | DecodedFcdn
  | DecodedApaas
  | DecodedRtm2
  | DecodedConversationalAi
  | DecodedStt
  | DecodedUnknownService;

/** A Token007, which `AccessToken2` and all builders of the root make. */
export interface DecodedToken007 {
  version: '007';
  appId: string;
  /** When the token was issued. */
  issuedAt: Date;
  /** The same, in seconds since 1970-01-01 UTC. */
  issueTs: number;
  /** When the token ends. */
  expiresAt: Date;
  /** The same, in seconds since 1970-01-01 UTC. */
  expireTs: number;
  /** How long the token is valid, in seconds after `issueTs`. */
  expire: number;
  salt: number;
  /** By ascending type; those of one type in the order in which they were added. */
  services: DecodedService[];
  /** Bytes behind what could be read: 0, unless the last service is unknown. */
  unreadBytes: number;
  /** The signature, 64 hexadecimal digits. It is not checked; see `verifyToken`. */
  signature: string;
}

/** The service of a token 006. The token holds checksums in place of the channel and the uid. */
export interface DecodedService006 {
  /** `'rtm'` if the token grants `login`. */
  name: 'rtc' | 'rtm';
  /** CRC-32 of the channel, or of the user id for RTM. */
  channelCrc: number;
  /** CRC-32 of the uid. 0 fits any user. */
  uidCrc: number;
  privileges: DecodedPrivilege[];
}

/** A token 006 (AccessToken). */
export interface DecodedToken006 {
  version: '006';
  appId: string;
  /** The format does not hold it. */
  issuedAt: null;
  /** The format does not hold it. */
  issueTs: null;
  /** When the token ends, whatever its privileges say: 24 hours after it was built. */
  expiresAt: Date;
  /** The same, in seconds since 1970-01-01 UTC. */
  expireTs: number;
  salt: number;
  services: [DecodedService006];
  unreadBytes: number;
  /** The signature, 64 hexadecimal digits. It is not checked. */
  signature: string;
}

/** The service of a Dynamic Key 005. */
export interface DecodedService005 {
  type: number;
  name: 'mediaChannel' | 'recording' | 'publicSharing' | 'inChannelPermission' | 'unknown';
  /** What an in-channel permission lets a user upload. A text that has no name stands for itself. */
  upload?: 'none' | 'audioAndVideo' | (string & {});
  /** Always empty: this version has no privileges. */
  privileges: DecodedPrivilege[];
}

/** A Dynamic Key 005. It holds neither channel nor uid. */
export interface DecodedToken005 {
  version: '005';
  /** In lower case; the key holds the digits as bytes. */
  appId: string;
  issuedAt: Date;
  /** In seconds since 1970-01-01 UTC. */
  issueTs: number;
  /** When the key ends; `null` if it does not. */
  expiresAt: Date | null;
  /** The same, in seconds since 1970-01-01 UTC; 0 if it does not end. */
  expireTs: number;
  salt: number;
  services: [DecodedService005];
  unreadBytes: number;
  /** The signature, 40 hexadecimal digits. It is not checked. */
  signature: string;
}

/** What a Dynamic Key 003 is for. */
export interface DecodedService003 {
  name: 'mediaChannel';
  /** In decimal; `'0'` fits any user. */
  uid: string;
  /** Always empty: this version has no privileges. */
  privileges: DecodedPrivilege[];
}

/**
 * A Dynamic Key 003 or 004. Agora retired both; Token007 replaces them, for channels that of
 * `RtcTokenBuilder`. They do not hold the channel, and 004 neither the uid nor the service.
 */
export interface DecodedDynamicKey {
  version: '003' | '004';
  appId: string;
  issuedAt: Date;
  /** In seconds since 1970-01-01 UTC. */
  issueTs: number;
  /** When the key ends; `null` if it does not. */
  expiresAt: Date | null;
  /** The same, in seconds since 1970-01-01 UTC; 0 if it does not end. */
  expireTs: number;
  salt: number;
  /** One for 003, none for 004. */
  services: DecodedService003[];
  unreadBytes: number;
  /** The signature, 40 hexadecimal digits. It is not checked. */
  signature: string;
}

/** What a token holds, told apart by `version`. */
export type DecodedToken = DecodedToken007 | DecodedToken006 | DecodedToken005 | DecodedDynamicKey;

/**
 * Reads a token of version 007, 006 or 005, and the retired keys 004 and 003. It needs no App
 * Certificate, and does not check the signature: what it returns is what the token claims.
 * `verifyToken` checks it.
 *
 * What has happened to a token on its way, such as a `Bearer ` before it or a `+` that became a space,
 * is an error all the same, whose message says so and what to do.
 *
 * Reading is bounded: `ERR_TOKEN_TOO_LARGE` for a content of more than 1 MiB, for more than 100
 * services, for more than 1 000 privileges and RTM2 permissions together, and for more than 10 000
 * names and other texts.
 *
 * @throws TokenError with a code that begins with `ERR_TOKEN_`, and the place as `offset`.
 *
 * @example
 * const { appId, expiresAt, services } = decodeToken(token);
 * for (const service of services) {
 *   if (service.name === 'rtc') console.log(service.channelName, service.uid, expiresAt);
 * }
 */
export function decodeToken(token: string): DecodedToken;
