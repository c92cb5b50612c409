'use strict';

const { createTokenBuilder } = require('../../builder/create-token-builder');
const { decodeToken } = require('../../decode/decode-token');
const { parseCommand, parsePairs } = require('../arguments');
const { readCredentials } = require('../credentials');
const { CommandError, EXIT } = require('../exit-codes');
const { writeJson, writeLine } = require('../output');

const usage = `agora-token build SERVICE

Builds a token and writes it to the standard output.
The App ID and the App Certificate come from AGORA_APP_ID and AGORA_APP_CERTIFICATE, a .env file, or
a prompt.

  rtc         --channel NAME, --uid UID or --account NAME, --role publisher|subscriber,
              --privilege NAME=DURATION (may be repeated)
  rtm         --user-id ID
  rtm2        --user-id ID, --permission RESOURCE.ACCESS=NAME,NAME (may be repeated),
              such as messageChannels.read=news
  chat        --user-id ID or --app
  apaas       --user-id ID [--room ID --room-role NUMBER], or --app
  education   the same as apaas
  fpa
  convo, stt  as rtc, and --user-id ID for RTM

  --expires-in DURATION  seconds, or a text such as 10m; 1h by default
  --dotenv FILE          in place of .env
  --json                 the token and what is in it, as JSON`;

const OPTIONS = {
  channel: { type: 'string' },
  uid: { type: 'string' },
  account: { type: 'string' },
  role: { type: 'string' },
  privilege: { type: 'string', multiple: true },
  'user-id': { type: 'string' },
  permission: { type: 'string', multiple: true },
  room: { type: 'string' },
  'room-role': { type: 'string' },
  app: { type: 'boolean' },
  'expires-in': { type: 'string' },
  dotenv: { type: 'string' },
};

const RTC = ['channel', 'uid', 'account', 'role', 'privilege'];
const APAAS = { method: 'apaas', options: ['user-id', 'room', 'room-role', 'app'] };

/** What each service is called in the builder, and its options on the command line. */
const SERVICES = {
  rtc: { method: 'rtc', options: RTC },
  rtm: { method: 'rtm', options: ['user-id'] },
  rtm2: { method: 'rtm2', options: ['user-id', 'permission'] },
  chat: { method: 'chat', options: ['user-id', 'app'] },
  apaas: APAAS,
  education: APAAS,
  fpa: { method: 'fpa', options: [] },
  convo: { method: 'conversationalAi', options: [...RTC, 'user-id'] },
  stt: { method: 'stt', options: [...RTC, 'user-id'] },
};

const COMMON = ['expires-in', 'dotenv', 'json', 'help'];

async function run(args) {
  const { values, positionals } = parseCommand(args, OPTIONS);
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0 || !Object.hasOwn(SERVICES, name)) {
    throw new CommandError(`Name one service to build for: ${Object.keys(SERVICES).join(', ')}.`);
  }
  const { method, options } = SERVICES[name];
  for (const option of Object.keys(values)) {
    if (options.includes(option) || COMMON.includes(option)) continue;
    throw new CommandError(`build ${name} has no option --${option}.`);
  }
  const given = builderOptions(values);

  const credentials = await readCredentials({
    required: ['appId', 'appCertificate'],
    envFile: values.dotenv,
  });
  const builder = createTokenBuilder({
    ...credentials,
    onWarning: ({ message }) => writeLine(`Warning: ${message}`, 'bad', process.stderr),
  });
  const token = builder[method](given);
  if (values.json) writeJson({ token, ...decodeToken(token) });
  else writeLine(token);
  return EXIT.ok;
}

/** The options that were given, under their names in the builder. */
function builderOptions(values) {
  const options = {
    channel: values.channel,
    uid: values.uid === '0' ? 0 : values.uid,
    account: values.account,
    role: values.role,
    privileges: values.privilege && Object.fromEntries(parsePairs('privilege', values.privilege)),
    userId: values['user-id'],
    permissions: values.permission && readPermissions(values.permission),
    room: values.room,
    role_: values['room-role'] === undefined ? undefined : Number(values['room-role']),
    app: values.app,
    expiresIn: values['expires-in'],
  };
  const { role_: roomRole, ...others } = options;
  if (roomRole !== undefined) others.role = roomRole;
  return Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
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

module.exports = { usage, run };
