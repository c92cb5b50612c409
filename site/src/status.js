'use strict';

const { inWords } = require('../../tools/decode/time-left');
const { USUAL_TOLERANCE } = require('../../tools/verify/arguments');
const { element } = require('./dom');
const { everySecond, nowSeconds } = require('./times');

/**
 * Where a moment is between the two ends of a token or a privilege.
 *
 * @returns {{ kind: 'good' | 'bad' | 'warn', word: string, left: string }} a word for it, and how
 *   long it is until that changes or since it did
 */
function statusOf(issueTs, expireTs) {
  const now = nowSeconds();
  if (issueTs !== null && now + USUAL_TOLERANCE.ofIssue < issueTs) {
    return { kind: 'warn', word: 'Not issued yet', left: `starts in ${inWords(issueTs - now)}` };
  }
  if (expireTs === null) return { kind: 'good', word: 'In force', left: 'does not end' };
  if (now < expireTs) {
    return { kind: 'good', word: 'In force', left: `ends in ${inWords(expireTs - now)}` };
  }
  return { kind: 'bad', word: 'Expired', left: `ended ${inWords(now - expireTs)} ago` };
}

/** The word for it, which changes when the time comes. */
function chip(issueTs, expireTs) {
  return everySecond(element('span.chip'), (node) => {
    const { kind, word } = statusOf(issueTs, expireTs);
    node.className = `chip ${kind}`;
    node.textContent = word;
  });
}

function countdown(issueTs, expireTs) {
  return everySecond(element('span.countdown', { role: 'timer' }), (node) => {
    node.textContent = statusOf(issueTs, expireTs).left;
  });
}

/** How much of a lifetime is over. For the eye only: the words beside it say the same. */
function bar(issueTs, expireTs, scaleTs = expireTs) {
  const done = element('span.done');
  const whole = element('span.whole', {}, done);
  const length = scaleTs - issueTs;
  whole.style.width = `${percent(expireTs - issueTs, length)}%`;
  everySecond(whole, () => {
    const now = nowSeconds();
    done.style.width = `${percent(now - issueTs, expireTs - issueTs)}%`;
    whole.className = now < expireTs ? 'whole' : 'whole over';
  });
  return element('span.bar', { 'aria-hidden': 'true' }, whole);
}

function percent(part, whole) {
  if (whole <= 0) return 100;
  return Math.min(100, Math.max(0, (100 * part) / whole));
}

module.exports = { bar, chip, countdown, statusOf };
