'use strict';

// `npm start`: builds the addon where there is Rust, then an RTC and an RTM token, and shows what is
// in them. It takes AGORA_APP_ID and AGORA_APP_CERTIFICATE from the environment, or else a pair of
// published test values.

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { hasRust, HOW_TO_GET_IT } = require('./rust');

const withRust = hasRust();
if (withRust) {
  const options = { cwd: path.join(__dirname, '..'), shell: true, stdio: 'inherit' };
  const { status } = spawnSync('npm run build', options);
  if (status !== 0) process.exit(status ?? 1);
}

const { backend, RtcRole, RtcTokenBuilder, RtmTokenBuilder } = require('..');
const {
  AccessToken2,
  ServiceRtc,
  ServiceRtm,
  kRtcServiceType,
  kRtmServiceType,
} = require('../src/AccessToken2');

const DEMO_APP_ID = '970CA35de60c44645bbae8a215061b33';
const DEMO_APP_CERTIFICATE = '5CFd2fd1755d40ecb72977518be15d3b';
const ONE_HOUR = 3600;

const SERVICES = {
  [kRtcServiceType]: {
    name: 'RTC',
    fields: { channel: '__channel_name', uid: '__uid' },
    privileges: {
      [ServiceRtc.kPrivilegeJoinChannel]: 'join channel',
      [ServiceRtc.kPrivilegePublishAudioStream]: 'publish audio',
      [ServiceRtc.kPrivilegePublishVideoStream]: 'publish video',
      [ServiceRtc.kPrivilegePublishDataStream]: 'publish data stream',
    },
  },
  [kRtmServiceType]: {
    name: 'RTM',
    fields: { 'user id': '__user_id' },
    privileges: { [ServiceRtm.kPrivilegeLogin]: 'login' },
  },
};

function readCredentials() {
  const { AGORA_APP_ID: appId, AGORA_APP_CERTIFICATE: appCertificate } = process.env;
  if (!appId && !appCertificate) {
    return {
      appId: DEMO_APP_ID,
      appCertificate: DEMO_APP_CERTIFICATE,
      source: 'public test values',
    };
  }
  return { appId: appId ?? '', appCertificate: appCertificate ?? '', source: 'the environment' };
}

function printToken(title, text, appCertificate) {
  console.log(`\n${title}\n  ${text}`);

  const token = new AccessToken2();
  if (!token.from_string(text)) {
    throw new Error('The token just built does not parse.');
  }
  printLine('version', text.slice(0, 3));
  printLine('App ID', token.appId);
  printLine('issued at', formatTime(token.issueTs));
  printLine('expires at', formatTime(token.issueTs + token.expire));
  printLine('salt', token.salt);
  token.services.forEach((service) => printService(service, token));
  printLine('signature verified', token.verifySignature(appCertificate) ? 'yes' : 'no');
}

function printService(service, token) {
  const { name, fields, privileges } = SERVICES[service.service_type()];
  printLine('service', name);
  for (const [label, field] of Object.entries(fields)) {
    printLine(`  ${label}`, service[field]);
  }
  for (const [privilege, expire] of Object.entries(service.__privileges)) {
    printLine(`  ${privileges[privilege]}`, `until ${formatTime(token.issueTs + expire)}`);
  }
}

function printLine(label, value) {
  console.log(`  ${label.padEnd(22)}${value}`);
}

function formatTime(seconds) {
  return new Date(seconds * 1000).toISOString();
}

function main() {
  const { appId, appCertificate, source } = readCredentials();
  console.log(`Kernel: ${backend}`);
  if (!withRust && backend === 'javascript') {
    console.log(`There is no Rust here to build the addon. To get it, ${HOW_TO_GET_IT}.`);
  }
  console.log(`App ID and App Certificate: from ${source}`);

  const rtcToken = RtcTokenBuilder.buildTokenWithUid(
    appId,
    appCertificate,
    'lobby',
    42,
    RtcRole.PUBLISHER,
    ONE_HOUR,
    ONE_HOUR,
  );
  if (rtcToken === '') {
    console.error('AGORA_APP_ID and AGORA_APP_CERTIFICATE must both be 32 hexadecimal digits.');
    process.exitCode = 1;
    return;
  }
  const rtmToken = RtmTokenBuilder.buildToken(appId, appCertificate, 'ada', ONE_HOUR);

  printToken('RTC token for uid 42 in channel lobby', rtcToken, appCertificate);
  printToken('RTM token for user ada', rtmToken, appCertificate);
}

main();
