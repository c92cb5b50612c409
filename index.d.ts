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

/**
 * The static methods of a builder class. `agora-token` declares its builders as plain sets of
 * functions, so a test double typed `typeof RtcTokenBuilder` has no `prototype`, and must still
 * compile. To extend a builder, import its class from `src/`.
 */
type Methods<Class> = Omit<Class, 'prototype'>;

/** Builds Token007 tokens for RTC channels, alone or together with RTM. */
export const RtcTokenBuilder: Methods<typeof rtc.RtcTokenBuilder>;

/** Builds Token007 tokens for RTM (Signaling). */
export const RtmTokenBuilder: Methods<typeof rtm.RtmTokenBuilder>;

/** Builds Token007 tokens for Agora Chat. */
export const ChatTokenBuilder: Methods<typeof chat.ChatTokenBuilder>;

/** Builds Token007 tokens that carry RTC, RTM and ConvoAI (conversational AI). */
export const ConvoAITokenBuilder: Methods<typeof convoAI.ConvoAITokenBuilder>;

/** Builds Token007 tokens that carry RTC, RTM and STT (speech to text). */
export const SttTokenBuilder: Methods<typeof stt.SttTokenBuilder>;

/** Builds Token007 tokens for aPaaS (Flexible Classroom). */
export const ApaasTokenBuilder: Methods<typeof apaas.ApaasTokenBuilder>;

/** Builds Token007 tokens for Education. The tokens are those of `ApaasTokenBuilder`. */
export const EducationTokenBuilder: Methods<typeof education.EducationTokenBuilder>;

/** Builds Token007 tokens for FPA (full-path acceleration). */
export const FpaTokenBuilder: Methods<typeof fpa.FpaTokenBuilder>;

export { Rtm2Permissions } from './src/AccessToken2';
export { Role as RtcRole } from './src/RtcTokenBuilder2';
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

export {
  type AsyncBatchOptions,
  type BatchOptions,
  buildTokens,
  buildTokensAsync,
  type TokenRequest,
  type TokenResult,
} from './tools/batch/build-tokens';

export {
  type ApaasServiceOptions,
  type ChatServiceOptions,
  createTokenBuilder,
  type Duration,
  type MeetingOptions,
  type RtcServiceOptions,
  type Rtm2ServiceOptions,
  type RtmServiceOptions,
  type SeveralServices,
  type TokenBuilder,
  type TokenBuilderOptions,
  type TokenWarning,
} from './tools/builder/create-token-builder';
export {
  type DecodedDynamicKey,
  type DecodedPrivilege,
  type DecodedRtm2Permissions,
  type DecodedService,
  type DecodedService003,
  type DecodedService005,
  type DecodedService006,
  type DecodedToken,
  type DecodedToken005,
  type DecodedToken006,
  type DecodedToken007,
  decodeToken,
} from './tools/decode/decode-token';
export {
  type TokenArgumentCode,
  TokenError,
  type TokenReadCode,
  type TokenVerifyCode,
  type TokenWarningCode,
} from './tools/token-error';
export { uidOf } from './tools/uid-of';
export {
  type PrivilegeName,
  type Verification,
  type VerifyOptions,
  type VerifyReason,
  type VerifyWarning,
  verifyToken,
} from './tools/verify/verify-token';
