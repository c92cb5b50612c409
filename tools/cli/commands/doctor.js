'use strict';

const manifest = require('../../../package.json');
const { currentPlatform, describePlatform } = require('../../../lib/kernel/platform');
const { parseCommand } = require('../arguments');
const { CommandError, EXIT } = require('../exit-codes');
const { writeJson, writeRows } = require('../output');

/** A token whose text is known, from public test values. */
const SAMPLE = {
  options: {
    appId: '970CA35de60c44645bbae8a215061b33',
    appCertificate: '5CFd2fd1755d40ecb72977518be15d3b',
    now: 1700000000,
    salt: 12345678,
  },
  rtc: { channel: 'demo-room', uid: 42, role: 'publisher', expiresIn: 3600 },
  token:
    '007eJxTYFiQeLMzMen3B5GHoroVvw747+JJZTktmhXs3/2gRnVl7jwFBktzA2dHY9OUVDODZBMTMxPTpKTEVItEI0NTAzPD' +
    'JGNjho/BqQJ8DAx+iXsYGBkYGVgYGBlAfCYwyQwmWcAkJ0NKam6+blF+fi4Tg4kRAO09H94=',
};

async function run(args) {
  const { values, positionals } = parseCommand('doctor', args);
  if (positionals.length > 0) throw new CommandError('doctor takes no arguments.');

  const findings = examine();
  if (values.json) writeJson(findings);
  else writeRows(rowsOf(findings));
  return findings.healthy ? EXIT.ok : EXIT.invalid;
}

function examine() {
  const findings = {
    version: manifest.version,
    node: process.versions.node,
    zlib: process.versions.zlib,
    platform: describePlatform(currentPlatform()),
    platformPackage: platformPackage(),
    requested: process.env.AGORA_TOKEN_BACKEND || null,
    backend: null,
    addon: null,
    reason: null,
    error: null,
    sample: null,
    healthy: false,
  };
  let info;
  try {
    info = require('../../../lib/kernel/backend').backendInfo();
  } catch (error) {
    return { ...findings, error: error.message };
  }
  const { backend, addonInstalled, addonPath, reason } = info;
  const sample = checkSample();
  const isAddonBroken = addonInstalled && backend === 'javascript';
  const healthy = sample !== 'unreadable' && !isAddonBroken;
  return { ...findings, backend, addon: addonPath, reason, sample, healthy };
}

/** Whether the kernel gives the known token: the same text, the same content, or neither. */
function checkSample() {
  const { createTokenBuilder } = require('../../builder/create-token-builder');
  const { verifyToken } = require('../../verify/verify-token');
  const { appCertificate, now } = SAMPLE.options;
  const token = createTokenBuilder(SAMPLE.options).rtc(SAMPLE.rtc);
  if (token === SAMPLE.token) return 'identical';
  return verifyToken(token, appCertificate, { now, channelName: 'demo-room', uid: 42 }).valid
    ? 'equivalent'
    : 'unreadable';
}

/** The package with the addon for this platform, `null` where there is none, and what is installed. */
function platformPackage() {
  const { packageName: name } = currentPlatform();
  try {
    return { name, version: require(`${name}/package.json`).version };
  } catch {
    return { name, version: null };
  }
}

const SAMPLE_RESULTS = {
  identical: ['the sample token is right', 'good'],
  equivalent: ['the sample token is valid, and compressed differently than by Node.js'],
  unreadable: ['the sample token is wrong', 'bad'],
};

function rowsOf({
  version,
  node,
  zlib,
  platform,
  platformPackage: own,
  requested,
  backend,
  ...rest
}) {
  return [
    ['version', version],
    ['Node.js', `${node}, zlib ${zlib}`],
    ['platform', platform],
    ['platform package', own.name ? `${own.name} ${own.version ?? '(not installed)'}` : '(none)'],
    ['AGORA_TOKEN_BACKEND', requested ?? '(not set)'],
    ['kernel', backend ?? rest.error, backend ? 'good' : 'bad'],
    ...(rest.addon ? [['addon', rest.addon]] : []),
    ...(rest.reason ? [['no addon', rest.reason, rest.healthy ? undefined : 'bad']] : []),
    ...(rest.sample ? [['check', ...SAMPLE_RESULTS[rest.sample]]] : []),
  ];
}

module.exports = { run };
