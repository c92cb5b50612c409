'use strict';

/** What the API calls its options, where a message begins with one, and what they are called here. */
const NAMES = [
  [/^privileges\.(\w+)/, '--privilege $1'],
  [/^(\w+\.(?:read|write)) must/, '--permission $1 must'],
  [/^expiresIn\b/, '--expires-in'],
  [/^userId\b/, '--user-id'],
  [/^clockTolerance\b/, '--clock-tolerance'],
  [/^role must be the number/, '--room-role must be the number'],
  [/^(channel|uid|account|role|room|now)\b/, '--$1'],
  [/\bas account\.$/, 'as --account.'],
];

/** A message of the API in the words of the command line. */
function inOptions(message) {
  return NAMES.reduce((text, [pattern, option]) => text.replace(pattern, option), message);
}

module.exports = { inOptions };
