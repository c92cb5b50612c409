'use strict';

const { verifyToken } = require('../../tools/verify/verify-token');
const { hasWebCrypto, withWebCrypto } = require('./web-crypto');

const SEPARATORS = /[\s,;]+/;

/** What there is to say when a check cannot be made. */
class Problem extends Error {}

/**
 * Checks a token here, with certificates that were typed. They go to WebCrypto and nowhere else.
 *
 * @returns what `verifyToken` found, and as `signer` which of several certificates it was, or `null`
 */
async function verifyHere(token, typed, recipients) {
  const certificates = typed.split(SEPARATORS).filter((text) => text !== '');
  if (certificates.length === 0) throw new Problem('Type an App Certificate first.');
  if (!hasWebCrypto) {
    throw new Problem(
      'This browser has no WebCrypto here: it is for https, localhost and files. Save the page and ' +
        'open the file.',
    );
  }
  const now = Math.floor(Date.now() / 1000);
  const found = await withWebCrypto(() => verifyToken(token, certificates, { now, ...recipients }));
  return { found, signer: signerOf(found, certificates.length) };
}

function signerOf({ certificateIndex }, count) {
  if (certificateIndex === null || count === 1) return null;
  return `It was signed with certificate ${certificateIndex + 1} of ${count}.`;
}

/** Asks the server, which has a certificate of its own. What is typed into its field is not sent. */
async function verifyThere(token, recipients) {
  let response;
  try {
    response = await fetch('verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, ...recipients }),
    });
  } catch {
    throw new Problem('The server does not answer.');
  }
  const answer = await response.json();
  if (!response.ok) throw new Problem(answer.error.message);
  const { certificateIndex } = answer;
  const signer = certificateIndex > 0 ? `It was signed with ${nameOf(certificateIndex)}.` : null;
  return { found: answer, signer };
}

/** The server's first certificate needs no word: it is the one that its tokens are signed with. */
function nameOf(index) {
  return `certificate ${index + 1} of the server, which is not the one it signs with now`;
}

module.exports = { Problem, verifyHere, verifyThere };
