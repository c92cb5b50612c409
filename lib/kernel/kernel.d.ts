/**
 * What the public classes leave to a kernel: signing, compressing and hashing bytes. The addon and
 * JavaScript implement it alike (`native.js`, `javascript.js`).
 */
export interface Kernel {
  readonly name: 'native' | 'javascript';

  /**
   * Signs packed signing info and encodes the Token007. `''` unless the App Certificate is 32 hex
   * digits.
   *
   * @param bytes - what the signing info is at the front of: it begins with the App ID, the second of
   *   issue, the lifetime and the salt
   * @param length - where it ends
   * @param isFixed - whether to compress with the fixed Huffman codes, faster and to other bytes
   */
  seal(appCertificate: string, bytes: Buffer, length: number, isFixed: boolean): string;

  /**
   * Seals many tokens: packed records in, packed results out, both as the core's module `batch`
   * describes them.
   */
  sealBatch(records: Buffer, isFixed: boolean): Buffer;

  /** The same elsewhere, or a little later, so that JavaScript goes on. */
  sealBatchAsync(records: Buffer, isFixed: boolean): Promise<Buffer>;

  /** How many calls of `sealBatchAsync` work at the same time. */
  threadCount(): number;

  /** Encodes a Token007 from a signature made elsewhere. */
  encode(signature: Buffer, signingInfo: Buffer): string;

  /**
   * Lends the content of a Token007 to `use`, with the argument, and returns what that returns: the token's base64, read
   * as leniently as `Buffer.from` reads it, and inflated. `null` if it does not inflate or exceeds
   * 1 MiB. The content serves another token once `use` has returned, so that parts to keep are copied.
   *
   * @param token - a string that begins with `007`
   */
  open<Result, Argument>(
    token: string,
    use: (content: Buffer, argument: Argument) => Result,
    argument: Argument,
  ): Result | null;

  /**
   * Whether the App Certificate is 32 hex digits, and `signature` that of the signing info; compares
   * in constant time.
   *
   * @param issueTs - seconds since the epoch, 0 to 4 294 967 295; a fraction is cut off
   * @param salt - 0 to 4 294 967 295; a fraction is cut off
   */
  verify(
    appCertificate: string,
    issueTs: number,
    salt: number,
    signingInfo: Buffer,
    signature: Buffer,
  ): boolean;

  /** The tokens of version 006, as the addon's class declares them. */
  accessToken: Pick<typeof import('../../binding').AccessToken, 'build' | 'buildRtc' | 'buildRtm'>;

  /** MD5 of the bytes as 32 lower-case hex digits. */
  md5(bytes: Uint8Array): string;
}
