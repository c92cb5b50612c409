'use strict';

/**
 * What the command line offers, as data: help, completion and the check of options are made from it.
 * `value` is what an option takes; one without it is a switch. `choices` are offered by the completion.
 */

const ROLES = ['publisher', 'subscriber'];
const RTC_PRIVILEGES = ['joinChannel', 'publishAudio', 'publishVideo', 'publishData'];

const JSON_OUTPUT = { text: 'the answer as JSON, and errors too' };
const HELP = { short: 'h', text: 'show this' };
const COMMON = { json: JSON_OUTPUT, help: HELP };
const DOTENV = { value: 'FILE', text: 'read the credentials from this file in place of .env' };
const NOW = { value: 'TIME', text: 'in place of the clock: seconds since 1970, or a date' };

const CHANNEL = { value: 'NAME', text: 'the channel' };
const UID = { value: 'UID', text: 'the uid, a number' };
const ACCOUNT = { value: 'NAME', text: 'the user account, in place of a uid' };
const USER_ID = { value: 'ID', text: 'the user id' };

const RTC = {
  channel: { value: 'NAME', text: "the channel; '*' fits every one" },
  uid: { value: 'UID', text: 'the uid, a number; 0 fits any user' },
  account: ACCOUNT,
  role: { value: 'ROLE', text: 'publisher or subscriber', choices: ROLES },
  privilege: {
    value: 'NAME=DURATION',
    text: `how long one privilege lasts: ${RTC_PRIVILEGES.join(', ')}; may be repeated`,
    choices: RTC_PRIVILEGES.map((name) => `${name}=`),
    multiple: true,
  },
};
const RTC_NEEDS = [['channel'], ['uid', 'account'], ['role', 'privilege']];
const MEETING = {
  options: { ...RTC, 'user-id': { value: 'ID', text: 'the user id for RTM' } },
  needs: [...RTC_NEEDS, ['user-id']],
  excludes: [['uid', 'account']],
};
const APP = { text: 'for an app that administers the service, and not for a user' };

const APAAS = {
  method: 'apaas',
  does: 'aPaaS (Flexible Classroom)',
  options: {
    'user-id': USER_ID,
    room: { value: 'ID', text: 'for a user of this room; also gives RTM and Chat' },
    'room-role': { value: 'NUMBER', text: 'the role in the room, 0 to 32767' },
    app: APP,
  },
  needs: [['user-id', 'app']],
  excludes: [
    ['app', 'user-id'],
    ['app', 'room'],
    ['app', 'room-role'],
  ],
  together: ['room', 'room-role'],
};

/** The services of `build`: the method of the builder, and which options they have and need. */
const SERVICES = {
  rtc: {
    method: 'rtc',
    does: 'audio and video',
    options: RTC,
    needs: RTC_NEEDS,
    excludes: [['uid', 'account']],
    examples: [
      'agora-token build rtc --channel lobby --uid 42 --role publisher',
      'agora-token build rtc --channel lobby --account ada --privilege joinChannel=10m',
    ],
  },
  rtm: {
    method: 'rtm',
    does: 'RTM (Signaling)',
    options: { 'user-id': USER_ID },
    needs: [['user-id']],
    examples: ['agora-token build rtm --user-id ada --expires-in 10m'],
  },
  rtm2: {
    method: 'rtm2',
    does: 'RTM with permissions for single resources',
    options: {
      'user-id': USER_ID,
      permission: {
        value: 'RESOURCE.ACCESS=NAME,NAME',
        text: 'what may be read or written; may be repeated',
        choices: [
          'messageChannels',
          'streamChannels',
          'groupChannels',
          'serverGroups',
          'users',
        ].flatMap((resource) => [`${resource}.read=`, `${resource}.write=`]),
        multiple: true,
      },
    },
    needs: [['user-id']],
    examples: ['agora-token build rtm2 --user-id ada --permission messageChannels.read=news,sport'],
  },
  chat: {
    method: 'chat',
    does: 'Chat',
    options: { 'user-id': USER_ID, app: APP },
    needs: [['user-id', 'app']],
    excludes: [['app', 'user-id']],
    examples: ['agora-token build chat --user-id ada', 'agora-token build chat --app'],
  },
  apaas: {
    ...APAAS,
    examples: [
      'agora-token build apaas --user-id ada --room physics --room-role 2',
      'agora-token build apaas --app',
    ],
  },
  education: {
    ...APAAS,
    does: 'Flexible Classroom, the same as apaas',
    examples: ['agora-token build education --user-id ada'],
  },
  fpa: { method: 'fpa', does: 'FPA', options: {}, examples: ['agora-token build fpa'] },
  convo: {
    ...MEETING,
    method: 'conversationalAi',
    does: 'Conversational AI, with RTC and RTM',
    examples: ['agora-token build convo --channel lobby --uid 42 --role publisher --user-id ada'],
  },
  stt: {
    ...MEETING,
    method: 'stt',
    does: 'speech to text, with RTC and RTM',
    examples: ['agora-token build stt --channel lobby --uid 42 --role subscriber --user-id ada'],
  },
};

/** The options that every service of `build` has besides its own. */
const BUILD_OPTIONS = {
  'expires-in': {
    value: 'DURATION',
    text: 'seconds, or a text such as 10m; 1h if left out, and 24h for fpa',
  },
  dotenv: DOTENV,
};

const CREDENTIALS =
  'The App ID and the App Certificate come from AGORA_APP_ID and AGORA_APP_CERTIFICATE, a .env file,\n' +
  'or a prompt.';

const COMMANDS = {
  decode: {
    takes: '[TOKEN]',
    does: 'show what is in a token',
    about:
      'Shows what is in a token, from the argument or the standard input. The signature is not checked.',
    options: { now: NOW },
    examples: [
      'agora-token decode TOKEN',
      'agora-token build rtm --user-id ada | agora-token decode --json',
    ],
  },
  verify: {
    takes: '[TOKEN]',
    does: 'check a token, and say what is wrong with it',
    about:
      'Checks the signature, the expiry, whom a token is for and what it grants.\n' +
      'The App Certificate comes from AGORA_APP_CERTIFICATE, a .env file, or a prompt; several, separated\n' +
      'by commas, while they are replaced. If AGORA_APP_ID is set, the token must be for that App ID.',
    options: {
      channel: { ...CHANNEL, text: 'the channel that the client joins' },
      uid: { ...UID, text: 'the uid that it joins with' },
      account: { ...ACCOUNT, text: 'the user account that it joins with, in place of a uid' },
      'user-id': { ...USER_ID, text: 'the user id that it logs in with' },
      privilege: {
        value: 'NAME',
        text: 'what it must be allowed to do, such as publishAudio; may be repeated',
        choices: [...RTC_PRIVILEGES, 'login', 'rtm.login', 'chat.user', 'apaas.roomUser'],
        multiple: true,
      },
      'clock-tolerance': { value: 'SECONDS', text: 'by how much clocks may differ, 0 to 86400' },
      now: NOW,
      dotenv: DOTENV,
    },
    excludes: [['uid', 'account']],
    examples: [
      'agora-token verify TOKEN --channel lobby --uid 42 --privilege publishAudio',
      'agora-token build rtm --user-id ada | agora-token verify --user-id ada',
    ],
  },
  build: {
    takes: 'SERVICE',
    does: 'build a token',
    about: `Builds a token and writes it to the standard output.\n${CREDENTIALS}`,
    services: SERVICES,
    options: BUILD_OPTIONS,
    examples: [
      'agora-token build rtc --channel lobby --uid 42 --role publisher',
      'agora-token build rtm --user-id ada --expires-in 10m',
      'agora-token help build rtc',
    ],
  },
  diff: {
    takes: 'TOKEN [TOKEN]',
    does: 'show in what two tokens differ',
    about:
      'Shows in what two tokens differ; a missing one, or -, is read from the standard input. Ends with 0\n' +
      'if they hold the same, and with 1 if they differ.',
    options: {},
    examples: [
      'agora-token diff TOKEN TOKEN',
      'agora-token build rtm --user-id ada | agora-token diff TOKEN -',
    ],
  },
  doctor: {
    takes: '',
    does: 'show which kernel builds the tokens here',
    about: 'Shows which kernel builds the tokens here, and whether it builds them right.',
    options: {},
    examples: ['agora-token doctor', 'AGORA_TOKEN_BACKEND=javascript agora-token doctor --json'],
  },
  completion: {
    takes: 'SHELL',
    does: 'print what completes commands and options in bash, zsh or fish',
    about:
      'Prints a script that completes commands and options. It calls agora-token, which must be found in\n' +
      'the PATH. Put the line for your shell into its settings file:\n\n' +
      '  bash  source <(agora-token completion bash)\n' +
      '  zsh   source <(agora-token completion zsh)\n' +
      '  fish  agora-token completion fish | source',
    options: {},
    choices: ['bash', 'zsh', 'fish'],
    examples: ['agora-token completion bash'],
  },
};

/** The options of a command, or of a service of it. */
function optionsOf({ options, services }, service) {
  return { ...services?.[service]?.options, ...options, ...COMMON };
}

module.exports = { COMMANDS, SERVICES, optionsOf };
