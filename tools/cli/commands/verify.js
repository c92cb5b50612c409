'use strict';

const { verifyToken } = require('../../verify/verify-token');
const { parseCommand, parseNumber } = require('../arguments');
const { readCredentials } = require('../credentials');
const { EXIT } = require('../exit-codes');
const { readNow } = require('../now');
const { writeJson, writeLine, writeRows } = require('../output');
const { readTokens } = require('../token-input');

/** Stands for a certificate where none is needed yet. */
const NO_CERTIFICATE = '0'.repeat(32);

async function run(args) {
  const { values, positionals } = parseCommand('verify', args);
  const tolerance = values['clock-tolerance'];
  const options = {
    now: readNow(values.now),
    channelName: values.channel,
    uid: readUid(values),
    userId: values['user-id'],
    privilege: values.privilege,
    clockTolerance: tolerance === undefined ? undefined : parseNumber('clock-tolerance', tolerance),
  };
  // Throws for a wrong option before anything is read or asked for.
  verifyToken('', NO_CERTIFICATE, options);

  const [token] = await readTokens(positionals, 1);
  const early = verifyToken(token, NO_CERTIFICATE, options);
  const isDecided = early.reasons.some(({ code }) => code !== 'ERR_TOKEN_SIGNATURE');
  if (early.token === null && isDecided) return answer(early, 1, values);

  const { appId, appCertificates } = await readCredentials({
    required: ['appCertificate'],
    optional: ['appId'],
    envFile: values.dotenv,
  });
  const result = verifyToken(token, appCertificates, { ...options, appId });
  return answer(result, appCertificates.length, values);
}

function readUid({ uid, account }) {
  return uid === undefined ? account : parseNumber('uid', uid, ' See --account.');
}

function answer(result, certificates, { json }) {
  if (json) writeJson(result);
  else writeResult(result, certificates);
  return result.valid ? EXIT.ok : EXIT.invalid;
}

function writeResult({ valid, reasons, warnings, certificateIndex }, certificates) {
  const isTold = certificates > 1 && certificateIndex !== null;
  const signer = isTold
    ? `, signed with App Certificate ${certificateIndex + 1} of ${certificates}`
    : '';
  writeLine(`${valid ? 'valid' : 'invalid'}${signer}`, valid ? 'good' : 'bad');
  writeRows([
    ...reasons.flatMap(({ code, message, hint }) => [
      [code, message],
      ['', hint, 'faint'],
    ]),
    ...warnings.map(({ code, message }) => [code, message, 'warning']),
  ]);
}

module.exports = { run };
