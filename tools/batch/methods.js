'use strict';

const { isWatching } = require('../../lib/builders/watch-if-asked');
const grants = require('../../lib/short-way/grants');
const { ApaasTokenBuilder } = require('../../src/ApaasTokenBuilder');
const { ChatTokenBuilder } = require('../../src/ChatTokenBuilder');
const { ConvoAITokenBuilder } = require('../../src/ConvoAITokenBuilder');
const { EducationTokenBuilder } = require('../../src/EducationTokenBuilder');
const { FpaTokenBuilder } = require('../../src/FpaTokenBuilder');
const { RtcTokenBuilder } = require('../../src/RtcTokenBuilder2');
const { RtmTokenBuilder } = require('../../src/RtmTokenBuilder2');
const { SttTokenBuilder } = require('../../src/SttTokenBuilder');

/**
 * Every builder with its methods' grants, where the batch may take the short way in the place of a
 * method. A method with `null` is always called. `via` names the method that another one calls, and
 * that may have been replaced as well.
 */
const apaas = {
  buildRoomUserToken: { grant: grants.apaasRoomUser },
  buildUserToken: { grant: grants.apaasUser },
  buildAppToken: { grant: grants.apaasApp },
};

const BUILDERS = {
  ApaasTokenBuilder: [ApaasTokenBuilder, apaas],
  ChatTokenBuilder: [
    ChatTokenBuilder,
    {
      buildUserToken: { grant: grants.chatUser },
      buildAppToken: { grant: grants.chatApp },
    },
  ],
  ConvoAITokenBuilder: [ConvoAITokenBuilder, { buildToken: { grant: grants.convoAI } }],
  EducationTokenBuilder: [EducationTokenBuilder, apaas],
  FpaTokenBuilder: [FpaTokenBuilder, { buildToken: { grant: grants.fpa } }],
  RtcTokenBuilder: [
    RtcTokenBuilder,
    {
      buildTokenWithUid: { grant: grants.rtc, via: 'buildTokenWithUserAccount' },
      buildTokenWithUserAccount: { grant: grants.rtc },
      buildTokenWithUidAndPrivilege: {
        grant: grants.rtcWithPrivileges,
        via: 'BuildTokenWithUserAccountAndPrivilege',
      },
      BuildTokenWithUserAccountAndPrivilege: { grant: grants.rtcWithPrivileges },
      buildTokenWithRtm: { grant: grants.rtcAndRtm },
      buildTokenWithRtm2: { grant: grants.rtcAndRtm2 },
    },
  ],
  RtmTokenBuilder: [
    RtmTokenBuilder,
    { buildToken: { grant: grants.rtm }, buildTokenWithPermissions: { grant: null } },
  ],
  SttTokenBuilder: [SttTokenBuilder, { buildToken: { grant: grants.stt } }],
};

/** The methods by the name that requests give them, such as `RtcTokenBuilder.buildTokenWithUid`. */
const methods = new Map();
for (const [builderName, [builder, itsMethods]] of Object.entries(BUILDERS)) {
  for (const [name, { grant, via }] of Object.entries(itsMethods)) {
    const originals = [name, via ?? name].map((its) => [its, builder[its]]);
    // A method that checks its arguments is called.
    const short = isWatching ? null : grant;
    methods.set(`${builderName}.${name}`, { builder, name, grant: short, originals });
  }
}

/** The method that a request names; throws a TypeError if there is none. */
function methodOf(name) {
  const method = methods.get(name);
  if (method) return method;
  throw new TypeError(
    `A request names no builder method: ${String(name)}. ` +
      'Expected one such as RtcTokenBuilder.buildTokenWithUid.',
  );
}

/** Whether the method is the package's own, neither spied on nor replaced. */
function isOriginal({ builder, originals: [[name, method], [via, calledMethod]] }) {
  return builder[name] === method && builder[via] === calledMethod;
}

module.exports = { methodOf, isOriginal };
