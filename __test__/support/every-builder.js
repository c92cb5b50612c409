'use strict';

const { BUILDERS, TOKEN007_BUILDERS } = require('./builders');
const { APP_ID, CERTIFICATE } = require('./identifiers');

// One plain argument a kind, of the sort that takes the shortest way through a library.
function plainArgument(kind, library) {
  switch (kind) {
    case 'permissions': {
      const permissions = new library.modules['src/AccessToken2'].Rtm2Permissions();
      permissions.add(0, 1, ['a-channel']);
      return permissions;
    }
    case 'extra':
      return { 1: '3' };
    default:
      return {
        appId: APP_ID,
        certificate: CERTIFICATE,
        'certificate-like': CERTIFICATE,
        channel: 'a-channel',
        account: 'an-account',
        uid: 2882341273,
        role: 1,
        apaasRole: 2,
        expire: 3600,
        timestamp: 1700003600,
        upload: '3',
        serviceType: 4,
      }[kind];
  }
}

// Calls one builder with plain arguments.
function callPlainly(builder, library) {
  return builder.call(
    library,
    builder.parameters.map((kind) => plainArgument(kind, library)),
  );
}

// An action that calls every builder in turn and traces the outcomes.
function everyBuilder(builders) {
  return ({ library, trace: newTrace }) => {
    const trace = newTrace();
    for (const builder of builders) {
      trace.step(builder.name, () => callPlainly(builder, library));
    }
    return trace;
  };
}

module.exports = {
  callPlainly,
  everyBuilder: everyBuilder(BUILDERS),
  everyToken007Builder: everyBuilder(TOKEN007_BUILDERS),
  plainArgument,
};
