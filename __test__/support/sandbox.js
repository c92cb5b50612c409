'use strict';

const RealDate = Date;

// A Date whose clock stands still. Date.now() deliberately tells another time: the original reads
// `new Date()`, so a library that reads Date.now() gives another token.
function frozenDate(nowMs, onRead = () => {}) {
  return class Date extends RealDate {
    constructor(...args) {
      if (args.length === 0) {
        onRead();
        super(nowMs);
      } else {
        super(...args);
      }
    }

    static now() {
      return nowMs + 86400000;
    }
  };
}

function withDate(FakeDate, action) {
  globalThis.Date = FakeDate;
  try {
    return action();
  } finally {
    globalThis.Date = RealDate;
  }
}

function withRandom(draw, action) {
  const original = Math.random;
  Math.random = draw;
  try {
    return action();
  } finally {
    Math.random = original;
  }
}

// Nothing is printed meanwhile; `onPrint` is told what would have been.
function withSilentConsole(onPrint, action) {
  const original = console.log;
  console.log = onPrint;
  try {
    return action();
  } finally {
    console.log = original;
  }
}

// Both at once: the clock stands at nowMs, and every draw is `draw`.
function frozen({ nowMs, draw }, action) {
  return withDate(frozenDate(nowMs), () => withRandom(() => draw, action));
}

// A draw that gives an AccessToken2 this salt.
function drawForSalt(salt) {
  return (salt - 0.5) / 99999999;
}

module.exports = {
  RealDate,
  drawForSalt,
  frozen,
  frozenDate,
  withDate,
  withRandom,
  withSilentConsole,
};
