'use strict';

const { ApaasTokenBuilder } = require('../../src/ApaasTokenBuilder');
const { ChatTokenBuilder } = require('../../src/ChatTokenBuilder');
const { ConvoAITokenBuilder } = require('../../src/ConvoAITokenBuilder');
const { EducationTokenBuilder } = require('../../src/EducationTokenBuilder');
const { FpaTokenBuilder } = require('../../src/FpaTokenBuilder');
const { RtcTokenBuilder } = require('../../src/RtcTokenBuilder2');
const { RtmTokenBuilder } = require('../../src/RtmTokenBuilder2');
const { SttTokenBuilder } = require('../../src/SttTokenBuilder');
const grants = require('./grants');

const builders = {
  ApaasTokenBuilder,
  ChatTokenBuilder,
  ConvoAITokenBuilder,
  EducationTokenBuilder,
  FpaTokenBuilder,
  RtcTokenBuilder,
  RtmTokenBuilder,
  SttTokenBuilder,
};

/**
 * Every builder method by the name that requests give it, such as
 * `RtcTokenBuilder.buildTokenWithUid`, with its grant where the addon may build in its place.
 */
const methods = new Map();
for (const [builderName, builder] of Object.entries(builders)) {
  for (const name of Object.getOwnPropertyNames(builder)) {
    if (typeof builder[name] !== 'function') continue;
    const grant = grants[builderName][name];
    methods.set(`${builderName}.${name}`, { builder, name, original: builder[name], grant });
  }
}

/** The method that a request names; throws a TypeError if there is none. */
function methodOf(request) {
  const method = methods.get(request?.method);
  if (method) return method;
  throw new TypeError(
    `A request names no builder method: ${String(request?.method)}. ` +
      'Expected one such as RtcTokenBuilder.buildTokenWithUid.',
  );
}

/** Whether the method is the package's own, neither spied on nor replaced. */
function isOriginal({ builder, name, original }) {
  return builder[name] === original;
}

module.exports = { methodOf, isOriginal };
