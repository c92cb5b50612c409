'use strict';

const { notesOf } = require('../../tools/decode/notes');
const { inWords } = require('../../tools/decode/time-left');
const { button, copy, element } = require('./dom');
const { serviceView } = require('./service-view');
const { bar, chip, countdown } = require('./status');
const { everySecond, fromNow, moment } = require('./times');

const VERSIONS = {
  '007': 'AccessToken2',
  '006': 'AccessToken, of the generation before',
  '005': 'Dynamic Key, retired',
  '004': 'Dynamic Key, retired',
  '003': 'Dynamic Key, retired',
};

/** What a token holds: when it is in force, its head, its services, and all of it as JSON. */
function tokenView(data) {
  return [summary(data), ...data.services.map((service) => serviceView(service, data)), json(data)];
}

/** When a token ends, in seconds; `null` if it does not. */
function endOf({ expiresAt, expireTs }) {
  return expiresAt === null ? null : expireTs;
}

function summary(data) {
  const { version, appId, issueTs, salt } = data;
  const end = endOf(data);
  return element(
    'section.card',
    { 'aria-labelledby': 'summary-title' },
    element(
      'div.title',
      {},
      element('h2', { id: 'summary-title' }, `Token ${version}`),
      element('p.faint', {}, VERSIONS[version] ?? ''),
    ),
    element(
      'p.state',
      {},
      chip(issueTs, end),
      countdown(issueTs, end),
      element('span.chip.plain', { id: 'signature-chip' }, 'Signature not checked'),
    ),
    issueTs !== null && end !== null ? bar(issueTs, end) : null,
    ...notesOf(data).map((text) => element('p.note', {}, text)),
    element(
      'dl',
      {},
      ...row('App ID', appId === '' ? '(empty)' : element('code', {}, appId), copyButton(appId)),
      ...row('Issued', issueTs === null ? 'not in the token' : when(issueTs)),
      ...row('Expires', end === null ? 'never' : when(end)),
      ...(issueTs === null || end === null ? [] : row('Lifetime', lifetime(end - issueTs))),
      ...row('Salt', `${salt}`),
      ...row('Signature', element('code', {}, data.signature)),
    ),
  );
}

function lifetime(seconds) {
  return `${inWords(seconds)} (${seconds} s)`;
}

function row(label, ...content) {
  return [element('dt', {}, label), element('dd', {}, ...content)];
}

function copyButton(text) {
  const made = button('Copy', (self) => copy(text, self));
  made.className = 'small';
  made.setAttribute('aria-label', 'Copy the App ID');
  return made;
}

function when(ts) {
  const distance = everySecond(element('span.distance'), (node) => {
    node.textContent = fromNow(ts);
  });
  return element('div.when', {}, moment(ts), distance);
}

function json(data) {
  const text = JSON.stringify(data, null, 2);
  return element(
    'details.card',
    {},
    element('summary', {}, 'As JSON'),
    element('pre', { tabindex: '0', role: 'region', 'aria-label': 'The token as JSON' }, text),
    element(
      'div.buttons',
      {},
      button('Copy JSON', (self) => copy(text, self)),
    ),
  );
}

module.exports = { endOf, tokenView };
