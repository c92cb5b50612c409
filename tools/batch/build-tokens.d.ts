import type { ApaasTokenBuilder } from '../../src/ApaasTokenBuilder';
import type { ChatTokenBuilder } from '../../src/ChatTokenBuilder';
import type { ConvoAITokenBuilder } from '../../src/ConvoAITokenBuilder';
import type { EducationTokenBuilder } from '../../src/EducationTokenBuilder';
import type { FpaTokenBuilder } from '../../src/FpaTokenBuilder';
import type { RtcTokenBuilder } from '../../src/RtcTokenBuilder2';
import type { RtmTokenBuilder } from '../../src/RtmTokenBuilder2';
import type { SttTokenBuilder } from '../../src/SttTokenBuilder';

interface Builders {
  ApaasTokenBuilder: typeof ApaasTokenBuilder;
  ChatTokenBuilder: typeof ChatTokenBuilder;
  ConvoAITokenBuilder: typeof ConvoAITokenBuilder;
  EducationTokenBuilder: typeof EducationTokenBuilder;
  FpaTokenBuilder: typeof FpaTokenBuilder;
  RtcTokenBuilder: typeof RtcTokenBuilder;
  RtmTokenBuilder: typeof RtmTokenBuilder;
  SttTokenBuilder: typeof SttTokenBuilder;
}

type MethodNames<Builder> = Exclude<keyof Builder, 'prototype'> & string;

/** The arguments of a builder method; `privilegeExpire` may be left out. */
type Arguments<Method> = Method extends (...args: infer Args) => string
  ? Args extends [...infer Rest, infer _Last]
    ? Args | (Rest['length'] extends 6 ? Rest : never)
    : Args
  : never;

/** One token of a batch: a builder method by name, and its arguments. */
export type TokenRequest = {
  [Name in keyof Builders]: {
    [Method in MethodNames<Builders[Name]>]: {
      /** The builder and its method, such as `'RtcTokenBuilder.buildTokenWithUid'`. */
      method: `${Name}.${Method}`;
      args: Arguments<Builders[Name][Method]>;
    };
  }[MethodNames<Builders[Name]>];
}[keyof Builders];

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

/** What a batch asks of an `AbortSignal`, named here so that a project without its type compiles. */
interface Signal {
  throwIfAborted(): void;
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
