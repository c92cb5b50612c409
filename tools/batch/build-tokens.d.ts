import type { ApaasTokenBuilder } from '../../src/ApaasTokenBuilder';
import type { ChatTokenBuilder } from '../../src/ChatTokenBuilder';
import type { ConvoAITokenBuilder } from '../../src/ConvoAITokenBuilder';
import type { EducationTokenBuilder } from '../../src/EducationTokenBuilder';
import type { FpaTokenBuilder } from '../../src/FpaTokenBuilder';
import type { RtcTokenBuilder } from '../../src/RtcTokenBuilder2';
import type { RtmTokenBuilder } from '../../src/RtmTokenBuilder2';
import type { SttTokenBuilder } from '../../src/SttTokenBuilder';

/** App ID, App Certificate, channel, uid or user account, role, and how long the token and its privileges last. */
type WithOneRole = [string, string, string, string | number, number, number, number?];

/** The methods that a request may name, with their arguments. */
export interface RequestArguments {
  'RtcTokenBuilder.buildTokenWithUid': WithOneRole;
  'RtcTokenBuilder.buildTokenWithUserAccount': WithOneRole;
  'RtcTokenBuilder.buildTokenWithUidAndPrivilege': Parameters<
    typeof RtcTokenBuilder.buildTokenWithUidAndPrivilege
  >;
  'RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege': Parameters<
    typeof RtcTokenBuilder.BuildTokenWithUserAccountAndPrivilege
  >;
  'RtcTokenBuilder.buildTokenWithRtm': WithOneRole;
  'RtcTokenBuilder.buildTokenWithRtm2': Parameters<typeof RtcTokenBuilder.buildTokenWithRtm2>;
  'RtmTokenBuilder.buildToken': Parameters<typeof RtmTokenBuilder.buildToken>;
  'RtmTokenBuilder.buildTokenWithPermissions': Parameters<
    typeof RtmTokenBuilder.buildTokenWithPermissions
  >;
  'ChatTokenBuilder.buildUserToken': Parameters<typeof ChatTokenBuilder.buildUserToken>;
  'ChatTokenBuilder.buildAppToken': Parameters<typeof ChatTokenBuilder.buildAppToken>;
  'ConvoAITokenBuilder.buildToken': Parameters<typeof ConvoAITokenBuilder.buildToken>;
  'SttTokenBuilder.buildToken': Parameters<typeof SttTokenBuilder.buildToken>;
  'ApaasTokenBuilder.buildRoomUserToken': Parameters<typeof ApaasTokenBuilder.buildRoomUserToken>;
  'ApaasTokenBuilder.buildUserToken': Parameters<typeof ApaasTokenBuilder.buildUserToken>;
  'ApaasTokenBuilder.buildAppToken': Parameters<typeof ApaasTokenBuilder.buildAppToken>;
  'EducationTokenBuilder.buildRoomUserToken': Parameters<
    typeof EducationTokenBuilder.buildRoomUserToken
  >;
  'EducationTokenBuilder.buildUserToken': Parameters<typeof EducationTokenBuilder.buildUserToken>;
  'EducationTokenBuilder.buildAppToken': Parameters<typeof EducationTokenBuilder.buildAppToken>;
  'FpaTokenBuilder.buildToken': Parameters<typeof FpaTokenBuilder.buildToken>;
}

/** One token of a batch: a builder method by name, and its arguments. */
export type TokenRequest = {
  [Method in keyof RequestArguments]: {
    /** The builder and its method, such as `'RtcTokenBuilder.buildTokenWithUid'`. */
    method: Method;
    args: RequestArguments[Method];
  };
}[keyof RequestArguments];

/** What became of one request: a token (`''` for bad credentials), or the error of its method. */
export type TokenResult =
  | { token: string; error?: undefined }
  | { token?: undefined; error: unknown };

export interface BatchOptions {
  /**
   * How tokens are compressed. `'zlib'` (the default) gives the very tokens that the methods give.
   * `'fixed'` gives tokens that are as valid, about 1.65 % longer, and several times cheaper to
   * compress. It is a wish: a request whose arguments need coercion, and RTM2 permissions, are served
   * with `'zlib'` all the same.
   */
  compression?: 'zlib' | 'fixed';
}

/** What tells an `AbortSignal`, named here so that a project without its type compiles. */
interface Signal {
  readonly aborted: boolean;
}

export interface AsyncBatchOptions extends BatchOptions {
  /** An `AbortSignal` that ends the batch: the promise is rejected with the signal's reason. */
  signal?: Signal;
  /** Called after every few hundred tokens with how many are done. */
  onProgress?: (progress: { done: number; total: number }) => void;
}

/**
 * Builds many tokens in one call into the addon. Results are in the order of the requests; a request
 * that fails has an `error` and does not disturb the others.
 *
 * The tokens share their second of issue; each has its own salt.
 *
 * @throws TokenError (`ERR_OPTION`) for an unknown `compression`.
 * @example
 * const results = buildTokens(
 *   uids.map((uid) => ({
 *     method: 'RtcTokenBuilder.buildTokenWithUid',
 *     args: [appId, appCertificate, 'lobby', uid, RtcRole.PUBLISHER, 3600, 3600],
 *   })),
 * );
 */
export function buildTokens(
  requests: readonly TokenRequest[],
  options?: BatchOptions,
): TokenResult[];

/**
 * The same on threads of the addon's own, one a core, so that JavaScript goes on. On the JavaScript
 * kernel the tokens are built on JavaScript's thread, with a pause after every few hundred.
 *
 * Memory stays bounded: only a few hundred requests a thread are under way at a time.
 *
 * @returns a promise of the results; rejected with the signal's reason when it is aborted, with what
 * `onProgress` throws, and with a TokenError (`ERR_OPTION`) for an unknown `compression`.
 */
export function buildTokensAsync(
  requests: readonly TokenRequest[],
  options?: AsyncBatchOptions,
): Promise<TokenResult[]>;
