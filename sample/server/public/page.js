'use strict';

// Sends the token to the server, and shows what it answers. Texts of tokens are only ever set as
// text, never as markup.

const form = document.getElementById('form');
const result = document.getElementById('result');

/** Fields of services that are shown, with their labels. */
const FIELDS = {
  channelName: 'channel',
  uid: 'uid',
  account: 'account',
  userId: 'user id',
  roomUuid: 'room',
  role: 'role',
  upload: 'upload',
};

let latest = 0;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  show();
});
form.addEventListener('paste', () => setTimeout(show));

async function show() {
  const token = form.token.value.trim();
  if (token === '') return;

  // An answer that is overtaken by a later one is dropped.
  latest += 1;
  const own = latest;
  const answer = await ask('verify', { token, ...recipients() });
  // Of a token whose signature is not right the server tells nothing else, so what it claims is asked.
  if (answer.token === null) {
    const claimed = await ask('decode', { token });
    if (!claimed.error) answer.token = claimed;
  }
  if (own !== latest) return;
  result.replaceChildren(...(answer.error ? [errorOf(answer.error)] : parts(answer)));
}

function recipients() {
  const asked = {};
  if (form.channel.value) asked.channelName = form.channel.value;
  if (form.user.value) asked.userId = form.user.value;
  const uid = form.uid.value.trim();
  if (uid) asked.uid = /^\d+$/.test(uid) ? Number(uid) : uid;
  return asked;
}

async function ask(route, body) {
  try {
    const response = await fetch(route, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return { error: { message: 'The server does not answer.' } };
  }
}

function errorOf({ message }) {
  return element('p', message, 'verdict bad');
}

function parts({ valid, reasons, token }) {
  const verdict = element('p', valid ? 'Valid' : 'Not valid', `verdict ${valid ? 'good' : 'bad'}`);
  const found = reasons.flatMap(({ message, hint }) => [
    element('p', message, 'bad reason'),
    element('p', hint, 'hint'),
  ]);
  return [verdict, ...found, ...(token ? tables(token) : [])];
}

function tables(token) {
  const head = table('Token', [
    ['version', token.version],
    ['App ID', token.appId],
    ['issued at', token.issuedAt ? moment(token.issuedAt) : 'not in the token'],
    ['expires at', token.expiresAt ? moment(token.expiresAt) : 'never'],
    ['salt', token.salt],
  ]);
  return [head, ...token.services.map((service) => table(service.name, serviceRows(service)))];
}

function serviceRows(service) {
  const fields = Object.entries(FIELDS)
    .filter(([field]) => service[field] !== undefined)
    .map(([field, label]) => [label, service[field] === '' ? 'any or none' : service[field]]);
  const privileges = service.privileges.map(({ id, name, expiresAt }) => [
    name ?? `privilege ${id}`,
    `until ${moment(expiresAt)}`,
  ]);
  const permissions = Object.entries(service.permissions ?? {}).flatMap(([resource, accesses]) =>
    Object.entries(accesses).map(([access, names]) => [`${access} ${resource}`, names.join(', ')]),
  );
  return [...fields, ...privileges, ...permissions];
}

function table(title, rows) {
  const whole = document.createElement('table');
  whole.append(element('caption', title));
  for (const [label, text] of rows) {
    const row = whole.insertRow();
    const head = element('th', label);
    head.scope = 'row';
    row.append(head, element('td', String(text)));
  }
  return whole;
}

function moment(text) {
  return new Date(text).toISOString().replace('T', ' ').replace('.000Z', ' UTC');
}

function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}
