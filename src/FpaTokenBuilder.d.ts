/** Builds Token007 tokens for FPA (full-path acceleration). */
export class FpaTokenBuilder {
  /**
   * Builds an FPA token. It is valid for 24 hours, and the login privilege as long as the token.
   *
   * @param appId App ID of the project: 32 hexadecimal digits.
   * @param appCertificate App Certificate of the project: 32 hexadecimal digits. Keep it on the
   * server.
   * @returns The token, or `''` when the App ID or the App Certificate is not 32 hexadecimal
   * digits.
   *
   * @example
   * const token = FpaTokenBuilder.buildToken(appId, appCertificate);
   */
  static buildToken(appId: string, appCertificate: string): string;
}
