'use strict';

const HEX_ID = /^[0-9a-fA-F]{32}$/;

/** Whether the text of a value is an App ID or App Certificate: 32 hex digits, and nothing more. */
function isHexId(value) {
  return value !== null && value !== undefined && HEX_ID.test(value.toString());
}

module.exports = { isHexId };
