'use strict';

const { createTokenBuilder } = require('../../builder/create-token-builder');
const { decodeToken } = require('../../decode/decode-token');
const { parseCommand, parseNumber, parsePairs } = require('../arguments');
const { SERVICES } = require('../catalogue');
const { readCredentials } = require('../credentials');
const { CommandError, EXIT } = require('../exit-codes');
const { inOptions } = require('../messages');
const { writeJson, writeLine } = require('../output');

/** Stand for credentials while options are checked. */
const NO_CREDENTIALS = { appId: '0'.repeat(32), appCertificate: '1'.repeat(32) };

async function run(args) {
  const { values, service } = parseCommand('build', args);
  const { method } = SERVICES[service];
  const given = builderOptions(values);
  // Throws for a wrong option before anything is asked for.
  createTokenBuilder({ ...NO_CREDENTIALS, onWarning: () => {} })[method](given);

  const { appId, appCertificates } = await readCredentials({
    required: ['appId', 'appCertificate'],
    envFile: values.dotenv,
  });
  const warnings = [];
  const builder = createTokenBuilder({
    appId,
    appCertificate: appCertificates[0],
    onWarning: ({ code, message }) => warnings.push({ code, message: inOptions(message) }),
  });
  const token = builder[method](given);
  if (values.json) {
    writeJson({ token, ...decodeToken(token), warnings });
    return EXIT.ok;
  }
  for (const { message } of warnings) {
    writeLine(`Warning: ${message}`, 'warning', process.stderr);
  }
  writeLine(token);
  return EXIT.ok;
}

/** The options that were given, under their names in the builder. */
function builderOptions(values) {
  const options = {
    channel: values.channel,
    uid: values.uid === '0' ? 0 : values.uid,
    account: values.account,
    role: readRole(values),
    privileges: values.privilege && Object.fromEntries(parsePairs('privilege', values.privilege)),
    userId: values['user-id'],
    permissions: values.permission && readPermissions(values.permission),
    room: values.room,
    app: values.app,
    expiresIn: values['expires-in'],
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** The role in RTC, by its name, or that in a room, by its number: no service has both. */
function readRole({ role, 'room-role': roomRole }) {
  return roomRole === undefined ? role : parseNumber('room-role', roomRole);
}

/** `messageChannels.read=news,sport`, as many times as there are resources. */
function readPermissions(texts) {
  // Without prototypes, since the names are the user's.
  const permissions = Object.create(null);
  for (const [path, names] of parsePairs('permission', texts)) {
    const [resource, access, ...rest] = path.split('.');
    if (!access || rest.length > 0) {
      throw new CommandError('--permission takes RESOURCE.ACCESS=NAME,NAME.');
    }
    permissions[resource] ??= Object.create(null);
    permissions[resource][access] = names === '' ? [] : names.split(',');
  }
  return permissions;
}

module.exports = { run };
