'use strict';

const { inWords } = require('../../tools/decode/time-left');
const { element } = require('./dom');

function nowSeconds() {
  return Math.floor(Date.now() / 1000);
}

/** How far a moment is from now. */
function fromNow(ts) {
  const seconds = ts - nowSeconds();
  if (seconds === 0) return 'now';
  return seconds > 0 ? `in ${inWords(seconds)}` : `${inWords(-seconds)} ago`;
}

const local = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

/** A moment in the time of this place, and in UTC. */
function moment(ts) {
  const date = new Date(ts * 1000);
  const iso = date.toISOString();
  return element(
    'time.moment',
    { datetime: iso },
    element('span', {}, local.format(date)),
    element('span.faint', {}, iso.replace('T', ' ').replace('.000Z', ' UTC')),
  );
}

const ticking = new Set();

/** Brings a part of the page up to date now and every second, as long as it is on the page. */
function everySecond(node, update) {
  update(node);
  ticking.add({ node, update });
  return node;
}

setInterval(() => {
  for (const entry of ticking) {
    if (entry.node.isConnected) entry.update(entry.node);
    else ticking.delete(entry);
  }
}, 1000);

module.exports = { everySecond, fromNow, moment, nowSeconds };
