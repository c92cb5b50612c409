/**
 * A uid for a user whose id is a text. RTC wants a number; this makes the same one of the same text in
 * every version, and in every language that has SHA-256: the first 4 bytes of SHA-256 of the text's
 * UTF-8 as a big-endian number, modulo 4294967295, plus 1.
 *
 * Two texts may get the same uid: of 1 000 users in a channel some two do with a probability of
 * 0.012 %, of 10 000 with 1.2 %. Texts are taken as they are: neither letter case nor the Unicode
 * form is changed.
 *
 * @param text - the id of a user, which the user has not chosen: whoever chooses it can find one that
 * has the uid of somebody else
 * @returns a whole number from 1 to 4294967295
 * @throws {TokenError} `ERR_USER_ID` if `text` is not a string, is empty, is the word for a missing
 * value such as `'undefined'`, or has half of a surrogate pair
 *
 * @example
 * uidOf('ada'); // 4260250382
 */
export function uidOf(text: string): number;
