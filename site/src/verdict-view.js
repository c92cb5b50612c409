'use strict';

const { element } = require('./dom');

/**
 * What `verifyToken` found.
 *
 * @param {string | null} signer - which of several certificates signed, in words
 */
function verdictView({ valid, reasons, warnings }, signer) {
  const head = element(
    'p.verdict',
    { 'data-valid': `${valid}` },
    element('span', { 'aria-hidden': 'true' }, valid ? '✓' : '✕'),
    element('strong', {}, valid ? 'Valid' : 'Not valid'),
    element('span', {}, valid ? 'The signature is right and nothing speaks against it.' : ''),
  );
  return [
    element(
      `div.result.${valid ? 'good' : 'bad'}`,
      {},
      head,
      signer === null ? null : element('p', {}, signer),
      element('p.faint', {}, `Checked at ${new Date().toLocaleTimeString()}.`),
      ...reasons.map(reasonView),
      ...warnings.map(({ message }) => element('p.note', {}, message)),
    ),
  ];
}

function reasonView({ code, message, hint }) {
  return element(
    'div.reason',
    {},
    element('p', {}, element('strong', {}, message)),
    element('p', {}, hint),
    element('p', {}, element('code.faint', {}, code)),
  );
}

/** Why nothing could be checked. */
function problemView(message) {
  return [element('div.result.bad', {}, element('p', {}, element('strong', {}, message)))];
}

module.exports = { problemView, verdictView };
