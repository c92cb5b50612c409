/**
 * Dynamic Key 005: the format before token 006, signed with HMAC-SHA1. It stays for old clients.
 *
 * Times are points in time, in seconds since 1970-01-01 UTC. App ID and App Certificate are
 * hexadecimal; characters from the first one that is not a hexadecimal digit are dropped.
 */

/**
 * The version that starts every key of this format.
 *
 * @deprecated Dynamic Key 005. Use `RtcTokenBuilder` of the package's root.
 */
export const version: '005';
/**
 * In-channel permission: no upload.
 *
 * @deprecated Dynamic Key 005. Use `RtcRole.SUBSCRIBER`.
 */
export const noUpload: '0';
/**
 * In-channel permission: audio and video upload.
 *
 * @deprecated Dynamic Key 005. Use `RtcRole.PUBLISHER`.
 */
export const audioVideoUpload: '3';

/**
 * Builds a key for public sharing.
 *
 * @param appID App ID of the project.
 * @param appCertificate App Certificate of the project.
 * @param channelName The channel; turned into text.
 * @param unixTs When the key is issued.
 * @param randomInt A random number, 0 to 4294967295.
 * @param uid The uid, 0 to 4294967295. `0` stands for any user.
 * @param expiredTs When the key expires. `0`: never.
 * @throws RangeError (`ERR_OUT_OF_RANGE`) when a number is out of range, or when the channel is
 * too long for the 1024 bytes that a key may have.
 * @deprecated Dynamic Key 005. Use `RtcTokenBuilder.buildTokenWithUid` of the package's root.
 */
export function generatePublicSharingKey(
  appID: string,
  appCertificate: string,
  channelName: string | number,
  unixTs: number,
  randomInt: number,
  uid: number,
  expiredTs: number,
): string;

/**
 * Builds a key for recording. The parameters and errors are those of
 * {@link generatePublicSharingKey}.
 *
 * @deprecated Dynamic Key 005. Use `RtcTokenBuilder.buildTokenWithUid` of the package's root.
 */
export function generateRecordingKey(
  appID: string,
  appCertificate: string,
  channelName: string | number,
  unixTs: number,
  randomInt: number,
  uid: number,
  expiredTs: number,
): string;

/**
 * Builds a key to join a channel. The parameters and errors are those of
 * {@link generatePublicSharingKey}.
 *
 * @deprecated Dynamic Key 005. Use `RtcTokenBuilder.buildTokenWithUid` of the package's root.
 */
export function generateMediaChannelKey(
  appID: string,
  appCertificate: string,
  channelName: string | number,
  unixTs: number,
  randomInt: number,
  uid: number,
  expiredTs: number,
): string;

/**
 * Builds a key for what the user may upload in a channel. The other parameters and the errors are
 * those of {@link generatePublicSharingKey}, but here the channel must be a string.
 *
 * @param permission `noUpload` or `audioVideoUpload`.
 * @throws TypeError (`ERR_INVALID_ARG_TYPE`) when the channel or the permission is not a string.
 * @deprecated Dynamic Key 005. Use
 * `RtcTokenBuilder.buildTokenWithUidAndPrivilege` of the package's root.
 */
export function generateInChannelPermissionKey(
  appID: string,
  appCertificate: string,
  channelName: string,
  unixTs: number,
  randomInt: number,
  uid: number,
  expiredTs: number,
  permission: string,
): string;

/**
 * Builds a key of any service type. The other parameters and the errors are those of
 * {@link generatePublicSharingKey}, but here the channel must be a string.
 *
 * @param extra Key number to text, written in key order; nothing if null.
 * @param serviceType 1 media channel, 2 recording, 3 public sharing, 4 in-channel permission.
 * @deprecated Dynamic Key 005. Use `AccessToken2` of `src/AccessToken2`.
 */
export function generateDynamicKey(
  appID: string,
  appCertificate: string,
  channelName: string,
  unixTs: number,
  randomInt: number,
  uid: number,
  expiredTs: number,
  extra: { [key: number]: string } | null | undefined,
  serviceType: number,
): string;
