'use strict';

// Packed signing info and records of a batch, written out byte by byte.

const { APP_ID } = require('./identifiers');

function uint(byteLength, number) {
  const bytes = Buffer.alloc(byteLength);
  bytes.writeUIntLE(number, 0, byteLength);
  return bytes;
}

function string(text) {
  const bytes = Buffer.from(text);
  return Buffer.concat([uint(2, bytes.length), bytes]);
}

const RTM = 2;

// The signing info of a token for RTM without privileges; `text` is the user.
function packSigningInfo({ issueTs = 1700000000, expire = 3600, salt = 1, text = 'ada' } = {}) {
  const numbers = [uint(4, issueTs), uint(4, expire), uint(4, salt), uint(2, 1), uint(2, RTM)];
  return Buffer.concat([string(APP_ID), ...numbers, uint(2, 0), string(text)]);
}

// A record of a batch; an empty certificate stands for that of the record before.
function packRecord(certificate, signingInfo) {
  return Buffer.concat([string(certificate), uint(4, signingInfo.length), signingInfo]);
}

module.exports = { packRecord, packSigningInfo };
