'use strict';

// Builds the same tokens with the package whose name is its argument, under a fixed clock and salt,
// and prints them. It runs on every runtime, with this package and with the original.

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [1700000000123] : args));
  }
};
Math.random = () => 0.6180339887;

const name = process.argv[2];
const agora = require(name);
const { AccessToken2, ServiceRtc, ServiceRtm, ServiceChat } = require(`${name}/src/AccessToken2`);
const rtc006 = require(`${name}/src/RtcTokenBuilder`).RtcTokenBuilder;

const ID = '0123456789abcdef0123456789abcdef';
const CERTIFICATE = 'fedcba9876543210fedcba9876543210';
const BOTH = [ID, CERTIFICATE];
const rtc = agora.RtcTokenBuilder;

/** A token of several services, by the classes. */
function byHand(size) {
  const token = new AccessToken2(ID, CERTIFICATE, 1700000000, 3600);
  const channel = new ServiceRtc('k'.repeat(size), 'u'.repeat(size));
  channel.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 600);
  for (const service of [channel, new ServiceRtm('user'), new ServiceChat('user')]) {
    token.add_service(service);
  }
  return token.build();
}

function readBack(text) {
  const token = new AccessToken2();
  const parsed = token.from_string(text);
  token.appCertificate = CERTIFICATE;
  return `${parsed} ${token.issueTs} ${token.salt} ${token.verifySignature(CERTIFICATE)}`;
}

function manyTokens() {
  return Array.from({ length: 300 }, (_, at) =>
    rtc.buildTokenWithUserAccount(...BOTH, `room-${at * 7919}`, `user-${at * 104729}`, 1, at, at),
  );
}

const tokens = {
  uid: rtc.buildTokenWithUid(...BOTH, 'lobby', 42, 1, 3600, 3600),
  uidZero: rtc.buildTokenWithUid(...BOTH, 'lobby', 0, 2, 3600),
  account: rtc.buildTokenWithUserAccount(...BOTH, 'Foyer d’été', 'зал', 1, 3600, 60),
  privileges: rtc.buildTokenWithUidAndPrivilege(...BOTH, 'lobby', 42, 1, 2, 3, 4, 5),
  rtcAndRtm: rtc.buildTokenWithRtm(...BOTH, 'lobby', 'user', 1, 60, 60),
  numericText: rtc.buildTokenWithUid(...BOTH, 'lobby', 42, '1', '3600', 3600.7),
  bytes: rtc.buildTokenWithUid(...BOTH, Buffer.from('lobby'), 42n, 1, 3600, 3600),
  badId: rtc.buildTokenWithUid('short', CERTIFICATE, 'lobby', 42, 1, 3600, 3600),
  rtm: agora.RtmTokenBuilder.buildToken(...BOTH, 'user', 3600),
  chat: agora.ChatTokenBuilder.buildUserToken(...BOTH, 'user', 3600),
  education: agora.EducationTokenBuilder.buildRoomUserToken(...BOTH, 'room', 'user', 1, 3600),
  fpa: agora.FpaTokenBuilder.buildToken(...BOTH),
  token006: rtc006.buildTokenWithUid(...BOTH, 'lobby', 42, 1, 1700003600),
  byHand: byHand(10),
  byHandLong: byHand(3000),
  readBack: readBack(rtc.buildTokenWithUid(...BOTH, 'lobby', 42, 1, 3600, 3600)),
  ...Object.fromEntries(manyTokens().map((token, at) => [`many${at}`, token])),
};

/** A token built in a worker thread, where an addon that keeps global state fails. */
function inWorker() {
  const { Worker } = require('node:worker_threads');
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    const { backend, RtcTokenBuilder } = require(workerData.file);
    const token = RtcTokenBuilder.buildTokenWithUid(...workerData.args);
    parentPort.postMessage(String(backend) + ' ' + token.slice(0, 3));`;
  const workerData = { file: require.resolve(name), args: [...BOTH, 'lobby', 42, 1, 60, 60] };
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true, workerData });
    worker.once('message', (message) => {
      worker.terminate();
      resolve(message);
    });
    worker.once('error', reject);
  });
}

inWorker().then((worker) => {
  console.log(JSON.stringify({ backend: agora.backend, worker, tokens }));
});
