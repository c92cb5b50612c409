'use strict';

/**
 * The clock of the global `Date`, read anew at each call, so that a test's fake clock moves the
 * tokens. Where `Date` is the engine's own, its `now` tells the same moment, and sooner.
 */

const EngineDate = Date;
const { now: engineNow } = EngineDate;
const { getTime, valueOf: toNumber, [Symbol.toPrimitive]: toPrimitive } = EngineDate.prototype;

/** Whether the module loaded before anybody put another clock in the place of the engine's. */
const isEngine =
  isNative(EngineDate, 'Date') &&
  isNative(engineNow, 'now') &&
  isNative(getTime, 'getTime') &&
  isNative(toNumber, 'valueOf') &&
  isNative(toPrimitive, '[Symbol.toPrimitive]');

function isNative(value, name) {
  const source = Function.prototype.toString.call(value).replace(/\s+/g, ' ');
  return source === `function ${name}() { [native code] }`;
}

function isReal() {
  const { prototype } = EngineDate;
  return (
    isEngine &&
    Date === EngineDate &&
    prototype.getTime === getTime &&
    prototype.valueOf === toNumber &&
    prototype[Symbol.toPrimitive] === toPrimitive
  );
}

/** Seconds since the epoch, with their fraction. */
function now() {
  return (isReal() ? engineNow() : new Date().getTime()) / 1000;
}

/** The same through the conversion of a date to a number, as version 006 reads it. */
function legacyNow() {
  return (isReal() ? engineNow() : new Date()) / 1000;
}

/** A random salt from 1 to 99 999 999, one draw of the global `Math.random` a call. */
function drawSalt() {
  return Math.floor(Math.random() * 99999999) + 1;
}

module.exports = { now, legacyNow, drawSalt };
