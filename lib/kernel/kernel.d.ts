/**
 * What the public classes leave to a kernel: signing, compressing and hashing bytes. The addon and
 * JavaScript implement it alike (`native.js`, `javascript.js`).
 */
export interface Kernel {
  readonly name: 'native' | 'javascript';

  /**
   * Signs packed signing info and encodes the Token007.
   *
   * @param appCertificate - 32 hex digits
   * @param issueTs - seconds since the epoch, 0 to 4 294 967 295; a fraction is cut off
   * @param salt - 0 to 4 294 967 295; a fraction is cut off
   * @param isFixed - whether to compress with the fixed Huffman codes, faster and to other bytes
   */
  seal(
    appCertificate: string,
    issueTs: number,
    salt: number,
    signingInfo: Buffer,
    isFixed: boolean,
  ): string;

  /** Encodes a Token007 from a signature made elsewhere. */
  encode(signature: Buffer, signingInfo: Buffer): string;

  /**
   * Returns the content of a Token007: its base64, read as leniently as `Buffer.from` reads it,
   * and inflated; valid until the next call. `null` if it does not inflate or exceeds 1 MiB.
   *
   * @param token - a string that begins with `007`
   */
  open(token: string): Buffer | null;

  /**
   * Whether the App Certificate is 32 hex digits, and `signature` that of the signing info; compares
   * in constant time.
   */
  verify(
    appCertificate: string,
    issueTs: number,
    salt: number,
    signingInfo: Buffer,
    signature: Buffer,
  ): boolean;

  /** zlib stream of the content, as Node's `zlib.deflateSync` writes it. */
  deflate(content: Uint8Array): Buffer;

  /** Inflates a zlib stream; `null` if it is malformed or exceeds 1 MiB. Trailing bytes are ignored. */
  inflate(compressed: Uint8Array): Buffer | null;

  /** MD5 of the bytes as 32 lower-case hex digits. */
  md5(bytes: Uint8Array): string;
}
