/**
 * Token007, also called AccessToken2: the object model under the builders. Use it to put several
 * services into one token, and to read and check a token.
 *
 * The byte layout of each service is in `docs/token-format.md`.
 */

/** Node's `Buffer` where its types are installed, else `Uint8Array`. */
export type Bytes = typeof globalThis extends {
  Buffer: { isBuffer(value: unknown): value is infer B };
}
  ? B
  : Uint8Array;

/** Privilege number to expiry, in seconds after the token's `issueTs`. `0`: with the token. */
export interface Privileges {
  [privilege: number]: number;
}

/** What `unpack()` returns: a little-endian reader that stands behind the fields read so far. */
export interface ReadByteBuf {
  /** The bytes being read. */
  buffer: Bytes;
  /** Index of the next byte to read. */
  position: number;
  /** Reads two bytes. @throws RangeError past the end. */
  getUint16(): number;
  /** Reads four bytes. @throws RangeError past the end. */
  getUint32(): number;
  /** Reads two bytes **without** the sign, as `agora-token` does: -1 reads as 65535. */
  getInt16(): number;
  /** Reads a u16 length and that many bytes. Bytes past the end read as zero. */
  getString(): Bytes;
  /** Reads a u16 count and that many pairs of u16 key and u32 value. */
  getTreeMapUInt32(): Privileges;
  /** Copies the bytes not read yet. */
  pack(): Bytes;
}

/** RTC service type. */
export const kRtcServiceType: 1;
/** RTM service type. */
export const kRtmServiceType: 2;
/** Streaming (RTMP in and out) service type. */
export const kStreamingServiceType: 3;
/** FPA (full-path acceleration) service type. */
export const kFpaServiceType: 4;
/** Chat service type. */
export const kChatServiceType: 5;
/** FCDN (fusion CDN) service type. */
export const kFCdnServiceType: 6;
/** aPaaS (Flexible Classroom) service type. */
export const kApaasServiceType: 7;
/** RTM2 service type: RTM with permissions for single resources. */
export const kRtm2ServiceType: 8;
/** ConvoAI (conversational AI) service type. */
export const kConvoAIServiceType: 9;
/** STT (speech to text) service type. */
export const kSttServiceType: 10;

/** The class that stands for each service type. */
export interface ServicesByType {
  1: ServiceRtc;
  2: ServiceRtm;
  3: ServiceStreaming;
  4: ServiceFpa;
  5: ServiceChat;
  6: ServiceFCdn;
  7: ServiceApaas;
  8: ServiceRtm2;
  9: ServiceConvoAI;
  10: ServiceStt;
}

/** One service of a token: its type, and the privileges granted for it. */
export class Service {
  /** @param service_type A `k…ServiceType` number, or one of your own, 0 to 65535. */
  constructor(service_type: number);

  /** The service type. */
  __type: number;
  /** The granted privileges. */
  __privileges: Privileges;

  /** The service type. */
  service_type(): number;
  /**
   * Grants a privilege, or changes its expiry.
   * @param privilege One of the service class's privilege constants.
   * @param expire Seconds after the token's `issueTs`, 0 to 4294967295. `0`: with the token.
   */
  add_privilege(privilege: number, expire: number): void;
  /**
   * The bytes of the service. A subclass appends its own fields to `super.pack()`.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) on a number that does not fit its field.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) on a field that is neither text nor bytes.
   */
  pack(): Bytes;
  /**
   * Fills the fields from bytes that start behind the service type.
   * @returns A reader that stands behind this service.
   */
  unpack(buffer: Bytes): ReadByteBuf;
  /** The bytes of the type alone. */
  __pack_type(): Bytes;
  /** The bytes of the privileges alone. */
  __pack_privileges(): Bytes;
}

/** RTC: join a channel and publish in it. */
export class ServiceRtc extends Service {
  /** Join the channel. */
  static kPrivilegeJoinChannel: number;
  /** Publish audio. */
  static kPrivilegePublishAudioStream: number;
  /** Publish video. */
  static kPrivilegePublishVideoStream: number;
  /** Publish data streams. */
  static kPrivilegePublishDataStream: number;

  /**
   * @param channel_name The channel.
   * @param uid The uid or user account. The number `0` stands for any user; `'0'` does not.
   */
  constructor(channel_name?: string | Bytes, uid?: string | number);

  /** The channel. Bytes after parsing. */
  __channel_name: string | Bytes;
  /** The uid or user account; empty for any user. Bytes after parsing. */
  __uid: string | Bytes;
}

/** RTM: log in as one user. */
export class ServiceRtm extends Service {
  /** Log in. */
  static kPrivilegeLogin: number;

  /** @param user_id The user id. A non-zero number makes `pack()` throw a TypeError. */
  constructor(user_id?: string | Bytes);

  /** The user id. Bytes after parsing. */
  __user_id: string | Bytes;
}

/** Streaming: publish to a CDN from a channel. */
export class ServiceStreaming extends Service {
  /** Publish a mixed stream. */
  static kPrivilegePublishMixStream: number;
  /** Publish a raw stream. */
  static kPrivilegePublishRawStream: number;

  /**
   * @param channelName The channel.
   * @param account The uid or user account. The number `0` stands for any user.
   */
  constructor(channelName?: string | Bytes, account?: string | number);

  /** The channel. Bytes after parsing. */
  __channel_name: string | Bytes;
  /** The uid or user account; empty for any user. Bytes after parsing. */
  __account: string | Bytes;
}

/** FPA: log in. It has no field of its own. */
export class ServiceFpa extends Service {
  /** Log in. */
  static kPrivilegeLogin: number;

  constructor();
}

/** Chat: as one user, or as the app. */
export class ServiceChat extends Service {
  /** Use Chat as the user. */
  static kPrivilegeUser: number;
  /** Call Chat's server API as the app. */
  static kPrivilegeApp: number;

  /** @param user_id The user id; empty for an app token. */
  constructor(user_id?: string | Bytes);

  /** The user id. Bytes after parsing. */
  __user_id: string | Bytes;
}

/** FCDN: publish to or play from a channel over a CDN. */
export class ServiceFCdn extends Service {
  /** Publish. */
  static kPrivilegePublish: number;
  /** Play. */
  static kPrivilegePlay: number;

  /**
   * @param channelName The channel.
   * @param account The uid or user account. The number `0` stands for any user.
   */
  constructor(channelName?: string | Bytes, account?: string | number);

  /** The channel. Bytes after parsing. */
  __channel_name: string | Bytes;
  /** The uid or user account; empty for any user. Bytes after parsing. */
  __account: string | Bytes;
}

/** aPaaS: a room, a user and a role in a Flexible Classroom. */
export class ServiceApaas extends Service {
  /** Enter a room as a user. */
  static PRIVILEGE_ROOM_USER: number;
  /** Act as a user. */
  static PRIVILEGE_USER: number;
  /** Act as the app. */
  static PRIVILEGE_APP: number;

  /**
   * @param roomUuid The room id; empty if omitted.
   * @param userUuid The user id; empty if omitted.
   * @param role The role, -32768 to 32767. Omitted and `0` both become -1.
   */
  constructor(roomUuid?: string | Bytes, userUuid?: string | Bytes, role?: number);

  /** The room id. Bytes after parsing. */
  __room_uuid: string | Bytes;
  /** The user id. Bytes after parsing. */
  __user_uuid: string | Bytes;
  /** The role. A negative role reads back as its u16 value, -1 as 65535. */
  __role: number;
}

/**
 * The resources an RTM2 user may read or write, by resource type and permission type.
 *
 * @example
 * const permissions = new Rtm2Permissions();
 * permissions.add(Rtm2Permissions.kMessageChannels, Rtm2Permissions.kRead, ['news', 'room-*']);
 * permissions.add(Rtm2Permissions.kStreamChannels, Rtm2Permissions.kWrite, ['stage']);
 */
export class Rtm2Permissions {
  /** Resource type: message channels (0). */
  static readonly kMessageChannels: number;
  /** Resource type: stream channels (1). */
  static readonly kStreamChannels: number;
  /** Resource type: group channels (2). */
  static readonly kGroupChannels: number;
  /** Resource type: server groups (3). */
  static readonly kServerGroups: number;
  /** Resource type: users (4). */
  static readonly kUsers: number;
  /** Permission type: read (0). */
  static readonly kRead: number;
  /** Permission type: write (1). */
  static readonly kWrite: number;

  /** Resource type, then permission type, then the names. */
  details: { [resourceType: number]: { [permissionType: number]: string[] } };

  /**
   * Sets the resources of one resource type and permission type. A second call for the same pair
   * replaces the first.
   * @param resourceType `kMessageChannels`, `kStreamChannels`, `kGroupChannels`, `kServerGroups`
   * or `kUsers`.
   * @param permissionType `kRead` or `kWrite`.
   * @param resources Names; copied.
   */
  add(resourceType: number, permissionType: number, resources: readonly string[]): void;
}

/** RTM2: log in as one user, with permissions for single resources. */
export class ServiceRtm2 extends Service {
  /** Log in. */
  static kPrivilegeLogin: number;

  /**
   * @param userId The user id. A number is turned into text; `0`, null and undefined are empty.
   * @param permissions What the user may read and write; nothing if omitted.
   */
  constructor(userId?: string | number | null, permissions?: Rtm2Permissions | null);

  /** The user id. Bytes after parsing. */
  __user_id: string | Bytes;
  /** What the user may read and write. */
  __permissions: Rtm2Permissions;
}

/** ConvoAI. It has no field and no privilege of its own. */
export class ServiceConvoAI extends Service {
  constructor();
}

/** STT. It has no field and no privilege of its own. */
export class ServiceStt extends Service {
  constructor();
}

/**
 * A Token007: builds one from services, or reads one back.
 *
 * @example <caption>Build</caption>
 * const token = new AccessToken2(appId, appCertificate, 0, 3600);
 * const rtc = new ServiceRtc('lobby', 42);
 * rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 3600);
 * token.add_service(rtc);
 * const text = token.build();
 *
 * @example <caption>Read and verify</caption>
 * const token = new AccessToken2();
 * if (token.from_string(text) && token.verifySignature(appCertificate)) {
 *   const [rtc] = token.getServices(kRtcServiceType);
 *   console.log(String(rtc.__channel_name), String(rtc.__uid));
 * }
 */
export class AccessToken2 {
  /** The class that reads each service type. Add your own type here before you parse it. */
  static kServices: { [serviceType: number]: new (...args: never[]) => Service };

  /**
   * @param appId App ID: 32 hexadecimal digits. Omit it to read a token.
   * @param appCertificate App Certificate: 32 hexadecimal digits.
   * @param issueTs When the token starts to count, in seconds since 1970-01-01 UTC. Falsy: now.
   * @param expire How long the token is valid, in seconds after `issueTs`.
   */
  constructor(appId?: string, appCertificate?: string, issueTs?: number | null, expire?: number);

  /** The App ID. Bytes after parsing; `''` after a failed parse. */
  appId: string | Bytes;
  /** The App Certificate. Parsing leaves it as it was: a token does not carry it. */
  appCertificate: string;
  /** Seconds since 1970-01-01 UTC. Keeps the fraction of the clock until it is packed. */
  issueTs: number;
  /** Seconds after `issueTs`. */
  expire: number;
  /** A random number, 1 to 99999999, drawn from `Math.random()` by the constructor. */
  salt: number;
  /** The services, in the order added or read. */
  services: Service[];
  /** The signature of the token read last; empty if there is none. */
  __signature: Bytes;
  /** The signed bytes of the token read last; empty if there are none. */
  __signing_info: Bytes;
  /** Whether the last `from_string()` succeeded. */
  __parsed: boolean;

  /** Adds a service. Several of one type may stand side by side. */
  add_service(service: Service): void;
  /** The services of one type, in the order added or read. */
  getServices<T extends keyof ServicesByType>(serviceType: T): ServicesByType[T][];
  getServices(serviceType: number): Service[];
  /**
   * Builds the token. Services are written by ascending type.
   * @returns The token, or `''` when the App ID or the App Certificate is not 32 hexadecimal
   * digits, or when no service was added.
   * @throws RangeError (`ERR_OUT_OF_RANGE`) when `issueTs`, `expire`, `salt` or an expiry is
   * outside 0 to 4294967295, or a text is longer than 65535 bytes.
   * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when a field that takes text got something else.
   */
  build(): string;
  /**
   * Reads a token. It does not check the signature: call `verifySignature()` for that. Reading
   * stops at the first service of an unknown type, and counts as a success.
   * @returns Whether the text is a well-formed Token007. `false` also for a token whose
   * decompressed content is larger than 1 MiB.
   */
  from_string(origin_token: string): boolean;
  /**
   * Whether the token read last was signed with this App Certificate. It says nothing about the
   * time: compare `issueTs + expire` with the clock for that.
   */
  verifySignature(appCertificate: string): boolean;
  /** The key that signs the content, derived from the App Certificate, `issueTs` and `salt`. */
  __signing(appCertificate?: string): Bytes;
  /** Whether there is enough to build from; `build()` returns `''` otherwise. */
  __build_check(): boolean;
  /** The services in the order in which they are written. */
  __services_for_packing(): Service[];
}
