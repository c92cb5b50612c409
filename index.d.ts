/**
 * agora-token-native: the API of `agora-token`, and the same tokens, built by a Rust addon.
 *
 * Builders return a token, or `''` when the App ID or the App Certificate is not 32 hexadecimal
 * digits. Durations are seconds from now. The clock is `Date` and the salt is `Math.random`, so a
 * fake clock and a stubbed `Math.random` give repeatable tokens.
 *
 * @example
 * import { RtcRole, RtcTokenBuilder } from 'agora-token';
 *
 * const token = RtcTokenBuilder.buildTokenWithUid(
 *   appId, appCertificate, 'lobby', 42, RtcRole.PUBLISHER, 3600, 3600,
 * );
 */

import type * as apaas from './src/ApaasTokenBuilder';
import type * as chat from './src/ChatTokenBuilder';
import type * as convoAI from './src/ConvoAITokenBuilder';
import type * as education from './src/EducationTokenBuilder';
import type * as fpa from './src/FpaTokenBuilder';
import type * as rtc from './src/RtcTokenBuilder2';
import type * as rtm from './src/RtmTokenBuilder2';
import type * as stt from './src/SttTokenBuilder';

// Namespaces of functions, as `agora-token` declares its builders: a test double typed
// `typeof RtcTokenBuilder` has no `prototype`, and `declare module 'agora-token'` may add to them. To
// extend a builder, import its class from `src/`.

/** Builds Token007 tokens for RTC channels, alone or together with RTM. */
export namespace RtcTokenBuilder {
  export let buildTokenWithUid: typeof rtc.RtcTokenBuilder.buildTokenWithUid;
  export let buildTokenWithUserAccount: typeof rtc.RtcTokenBuilder.buildTokenWithUserAccount;
  export let buildTokenWithUidAndPrivilege: typeof rtc.RtcTokenBuilder.buildTokenWithUidAndPrivilege;
  export let BuildTokenWithUserAccountAndPrivilege: typeof rtc.RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege;
  export let buildTokenWithRtm: typeof rtc.RtcTokenBuilder.buildTokenWithRtm;
  export let buildTokenWithRtm2: typeof rtc.RtcTokenBuilder.buildTokenWithRtm2;
}

/** Builds Token007 tokens for RTM (Signaling). */
export namespace RtmTokenBuilder {
  export let buildToken: typeof rtm.RtmTokenBuilder.buildToken;
  export let buildTokenWithPermissions: typeof rtm.RtmTokenBuilder.buildTokenWithPermissions;
}

/** Builds Token007 tokens for Agora Chat. */
export namespace ChatTokenBuilder {
  export let buildUserToken: typeof chat.ChatTokenBuilder.buildUserToken;
  export let buildAppToken: typeof chat.ChatTokenBuilder.buildAppToken;
}

/** Builds Token007 tokens that carry RTC, RTM and ConvoAI (conversational AI). */
export namespace ConvoAITokenBuilder {
  export let buildToken: typeof convoAI.ConvoAITokenBuilder.buildToken;
}

/** Builds Token007 tokens that carry RTC, RTM and STT (speech to text). */
export namespace SttTokenBuilder {
  export let buildToken: typeof stt.SttTokenBuilder.buildToken;
}

/** Builds Token007 tokens for aPaaS (Flexible Classroom). */
export namespace ApaasTokenBuilder {
  export let buildRoomUserToken: typeof apaas.ApaasTokenBuilder.buildRoomUserToken;
  export let buildUserToken: typeof apaas.ApaasTokenBuilder.buildUserToken;
  export let buildAppToken: typeof apaas.ApaasTokenBuilder.buildAppToken;
}

/** Builds Token007 tokens for Education. The tokens are those of `ApaasTokenBuilder`. */
export namespace EducationTokenBuilder {
  export let buildRoomUserToken: typeof education.EducationTokenBuilder.buildRoomUserToken;
  export let buildUserToken: typeof education.EducationTokenBuilder.buildUserToken;
  export let buildAppToken: typeof education.EducationTokenBuilder.buildAppToken;
}

/** Builds Token007 tokens for FPA (full-path acceleration). */
export namespace FpaTokenBuilder {
  export let buildToken: typeof fpa.FpaTokenBuilder.buildToken;
}

/** What an RTC user may do in a channel. */
export namespace RtcRole {
  /** May publish audio, video and data (1). The right role for most calls and live streams. */
  export const PUBLISHER: number;
  /**
   * May only listen and watch (2). It takes effect once Agora has enabled co-host authentication
   * for the project; without it a subscriber can publish all the same.
   */
  export const SUBSCRIBER: number;
}

/** One of the roles in `RtcRole`. A number, as in `agora-token`, so that `1` and `2` are roles too. */
export type RtcRole = number;

export { Rtm2Permissions } from './src/AccessToken2';
export { RtmPermission } from './src/token3/RtmTokenBuilder3';

/**
 * What builds the tokens: the Rust addon, or JavaScript where the addon cannot load. Both give the
 * same tokens. Set the environment variable `AGORA_TOKEN_BACKEND` to `native` or `javascript`
 * before the first import to choose; `native` makes a missing addon an error with the code
 * `ERR_AGORA_TOKEN_ADDON`, any other value one with the code `ERR_AGORA_TOKEN_BACKEND`.
 */
export const backend: 'native' | 'javascript';

/** Which kernel runs, and why. */
export interface BackendInfo {
  /** What builds the tokens: the same as `backend`. */
  backend: 'native' | 'javascript';

  /**
   * Why the addon does not run, in one line: what its loading failed with, innermost cause first, or
   * that `AGORA_TOKEN_BACKEND` asks for JavaScript. `null` with the addon.
   */
  reason: string | null;

  /** The error in which `reason` stands, if there was one. */
  error: Error | null;

  /** Platform and architecture in the words of Node, e.g. `'linux-x64'`; `null` in a browser. */
  platform: string | null;

  /** The libc on Linux; `null` elsewhere. */
  libc: 'glibc' | 'musl' | null;

  /** The package that has the addon for this platform; `null` if there is none. */
  addonPackage: string | null;

  /** Whether an addon is there, which may fail to load; `null` if JavaScript was asked for. */
  addonInstalled: boolean | null;

  /** The file of the addon that runs; `null` without it, or if the runtime does not tell. */
  addonPath: string | null;
}

/**
 * Tells which kernel runs and why, for a log or a health check. It never throws.
 *
 * @example
 * const { backend, reason } = backendInfo();
 * if (reason) console.warn(`Tokens are built by ${backend}: ${reason}`);
 */
export function backendInfo(): BackendInfo;

export type {
  AsyncBatchOptions,
  BatchOptions,
  TokenRequest,
  TokenResult,
} from './tools/batch/build-tokens';
export { buildTokens, buildTokensAsync } from './tools/batch/build-tokens';
export type {
  ApaasServiceOptions,
  ChatServiceOptions,
  Duration,
  MeetingOptions,
  RtcServiceOptions,
  Rtm2ServiceOptions,
  RtmServiceOptions,
  SeveralServices,
  TokenBuilder,
  TokenBuilderOptions,
  TokenWarning,
} from './tools/builder/create-token-builder';
export { createTokenBuilder } from './tools/builder/create-token-builder';
export type {
  DecodedDynamicKey,
  DecodedPrivilege,
  DecodedRtm2Permissions,
  DecodedService,
  DecodedService003,
  DecodedService005,
  DecodedService006,
  DecodedToken,
  DecodedToken005,
  DecodedToken006,
  DecodedToken007,
} from './tools/decode/decode-token';
export { decodeToken } from './tools/decode/decode-token';
export type {
  TokenArgumentCode,
  TokenReadCode,
  TokenVerifyCode,
  TokenWarningCode,
} from './tools/token-error';
export { TokenError } from './tools/token-error';
export { uidOf } from './tools/uid-of';
export type {
  PrivilegeName,
  Verification,
  VerifyOptions,
  VerifyReason,
  VerifyWarning,
} from './tools/verify/verify-token';
export { verifyToken } from './tools/verify/verify-token';
