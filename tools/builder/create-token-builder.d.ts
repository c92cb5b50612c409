import type { Duration } from './duration';

export type { Duration } from './duration';

/** Something that is not an error, and hardly meant. */
export interface TokenWarning {
  /** `WARN_LONG_DURATION`, or with `strict: false` the code that the error would have. */
  code: string;
  message: string;
}

/** What a token builder is made from. */
export interface TokenBuilderOptions {
  /** App ID of the project: 32 hexadecimal digits. */
  appId: string;

  /** App Certificate of the project: 32 hexadecimal digits. It appears in no error. */
  appCertificate: string;

  /**
   * Whether a value that the token formats take, but that cannot be meant, is an error (the
   * default) or a warning: an illegal channel name, an epoch timestamp or milliseconds as a duration,
   * the user `'undefined'`. What makes no token at all is always an error.
   */
  strict?: boolean | undefined;

  /**
   * Whether a duration beyond 24 hours, which is all that Agora takes, becomes 24 hours. Without it
   * (the default) it stays and is a warning, `WARN_LONG_DURATION`.
   */
  capDurations?: boolean | undefined;

  /** When the token is issued: a Date, seconds since 1970, or a function. The clock by default. */
  now?: Date | number | (() => Date | number) | undefined;

  /**
   * The salt: 1 to 4294967295, or a function. By default drawn for each token from the operating
   * system's generator.
   */
  salt?: number | (() => number) | undefined;

  /**
   * `'zlib'` (the default) compresses as the other builders do. `'fixed'` gives tokens that are as
   * valid, about 1.65 % longer, and faster to make.
   */
  compression?: 'zlib' | 'fixed' | undefined;

  /** Receives warnings. By default they go to `process.emitWarning`. */
  onWarning?: ((warning: TokenWarning) => void) | undefined;
}

/** How long a token is valid. */
export interface Lifetime {
  /** An hour if left out; a day for FPA. */
  expiresIn?: Duration | undefined;
}

/** What an RTC user may do: `'publisher'` or 1, `'subscriber'` or 2. The numbers are `RtcRole`'s. */
export type RoleName = 'publisher' | 'subscriber' | 1 | 2;

/** Who joins: a uid or a user account, not both. */
export type RtcUser =
  | {
      /** 1 to 4294967295, also as decimal text. 0 fits any user. */
      uid: number | string;
      account?: undefined;
    }
  | {
      uid?: undefined;
      /** A user account, at most 255 bytes. */
      account: string;
    };

/** What an RTC user may do. Without a role: join, and what `privileges` names. */
export type RtcGrant =
  | { role: RoleName; privileges?: RtcPrivileges | undefined }
  | { role?: undefined; privileges: RtcPrivileges };

/** How long single privileges last. They add to those of the role. */
export interface RtcPrivileges {
  joinChannel?: Duration;
  publishAudio?: Duration;
  publishVideo?: Duration;
  publishData?: Duration;
}

/** RTC. */
export type RtcServiceOptions = RtcUser &
  RtcGrant & {
    /** At most 64 bytes of Agora's characters. `*` stands for any: `'*'` fits every channel. */
    channel: string;
  } & Lifetime;

/** RTM (Signaling). */
export interface RtmServiceOptions extends Lifetime {
  /** At most 64 bytes. */
  userId: string;
}

/** What an RTM2 user may read and write of one type of resource. */
export interface Rtm2Access {
  read?: readonly string[];
  write?: readonly string[];
}

/** RTM2, with permissions for single resources. */
export interface Rtm2ServiceOptions extends Lifetime {
  /** At most 64 bytes. */
  userId: string;
  /** By type of resource. None if left out. */
  permissions?:
    | {
        messageChannels?: Rtm2Access;
        streamChannels?: Rtm2Access;
        groupChannels?: Rtm2Access;
        serverGroups?: Rtm2Access;
        users?: Rtm2Access;
      }
    | undefined;
}

/** A token for an app that administers a service. */
export interface ForApp extends Lifetime {
  app: true;
  userId?: undefined;
}

/** Chat: for a user, or for an app. */
export type ChatServiceOptions = ForApp | ({ app?: false; userId: string } & Lifetime);

/**
 * aPaaS (Flexible Classroom): for a user of a room, for a user, or for an app. One for a user of a
 * room also carries RTM and Chat. Unlike that of `ApaasTokenBuilder` it grants `roomUser`, and the role
 * 0 stays 0.
 */
export type ApaasServiceOptions =
  | ForApp
  | ({ app?: false; userId: string; room?: undefined; role?: undefined } & Lifetime)
  | ({
      app?: false;
      userId: string;
      room: string;
      /** The number of the role in the room, 0 to 32767. */
      role: number;
    } & Lifetime);

/** RTC and RTM, to meet an agent or a transcript. */
export type MeetingOptions = RtcUser &
  RtcGrant & {
    /** At most 64 bytes of Agora's characters. */
    channel: string;
    /** The RTM user id, at most 64 bytes. */
    userId: string;
  } & Lifetime;

/** Several services in one token. Each may end before the token by an `expiresIn` of its own. */
export interface SeveralServices extends Lifetime {
  rtc?: RtcServiceOptions | undefined;
  rtm?: RtmServiceOptions | undefined;
  rtm2?: Rtm2ServiceOptions | undefined;
  chat?: ChatServiceOptions | undefined;
  apaas?: ApaasServiceOptions | undefined;
  fpa?: Record<never, never> | undefined;
  conversationalAi?: Record<never, never> | undefined;
  stt?: Record<never, never> | undefined;
}

/**
 * Builds Token007s from named options. Every method returns a token, and throws a TokenError with
 * one of the codes of `TokenArgumentCode` when an option is wrong.
 */
export interface TokenBuilder {
  rtc(options: RtcServiceOptions): string;
  rtm(options: RtmServiceOptions): string;
  rtm2(options: Rtm2ServiceOptions): string;
  chat(options: ChatServiceOptions): string;
  apaas(options: ApaasServiceOptions): string;
  fpa(options?: Lifetime): string;
  /** RTC, RTM and Conversational AI. */
  conversationalAi(options: MeetingOptions): string;
  /** RTC, RTM and speech to text. */
  stt(options: MeetingOptions): string;
  /** Several services in one token. */
  build(options: SeveralServices): string;
}

/**
 * Makes a token builder for a project. It builds the same tokens as the builders of the root, but
 * for aPaaS rooms (see `ApaasServiceOptions`), and says what is wrong with its options instead of returning `''` or a token of no use.
 *
 * @throws TokenError `ERR_APP_ID`, `ERR_APP_CERTIFICATE` or `ERR_OPTION`.
 *
 * @example
 * const builder = createTokenBuilder({ appId, appCertificate });
 * const token = builder.rtc({ channel: 'lobby', uid: 42, role: 'publisher', expiresIn: '10m' });
 */
export function createTokenBuilder(options: TokenBuilderOptions): Readonly<TokenBuilder>;
