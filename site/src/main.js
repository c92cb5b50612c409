'use strict';

// The page: a token is decoded as it is typed, and verified when it is asked for.

const { explainDamage, openToken } = require('../../tools/decode/decode-token');
const { TokenError } = require('../../tools/token-error');
const { copy } = require('./dom');
const { emptyView } = require('./empty-view');
const { errorView } = require('./error-view');
const { EXAMPLE_CERTIFICATE, makeExample } = require('./example');
const { statusOf } = require('./status');
const { endOf, tokenView } = require('./token-view');
const { problemView, verdictView } = require('./verdict-view');
const { Problem, verifyHere, verifyThere } = require('./verify');
const { hasWebCrypto } = require('./web-crypto');

const MOST_UID = 4294967295;

const find = (id) => document.getElementById(id);
const field = find('token');
const form = find('verify');
const certificate = find('certificate');
const content = find('content');
const verdict = find('verdict');
const announcement = find('announcement');

/** A server that serves this page says so here, and verifies with its own certificate. */
const hasServer = document.documentElement.dataset.verifier === 'server';

/** Each change of the token makes the answers of the checks before it worthless. */
let turn = 0;

function typedToken() {
  return field.value.trim();
}

function show() {
  turn += 1;
  verdict.replaceChildren();
  const token = typedToken();
  find('token-size').textContent = token === '' ? '' : `${token.length} characters`;
  if (token === '') {
    content.replaceChildren(...emptyView());
    announcement.textContent = '';
    return;
  }
  try {
    const { data } = openToken(token).read();
    content.replaceChildren(...tokenView(data));
    announcement.textContent = inOneSentence(data);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    const damage = explainDamage(token);
    const repaired = damage?.repaired;
    const repair = repaired === undefined ? null : () => set(repaired);
    content.replaceChildren(errorView(error, token, damage, repair));
    announcement.textContent = [error.message, damage?.remedy].filter(Boolean).join(' ');
  }
}

function inOneSentence(data) {
  const { word, left } = statusOf(data.issueTs, endOf(data));
  const names = data.services.map(({ name }) => name).join(', ') || 'no service';
  return `Token ${data.version} for ${names}. ${word}, ${left}.`;
}

function set(token) {
  field.value = token;
  show();
}

function recipients() {
  const asked = {};
  for (const [name, id] of Object.entries({ channelName: 'channel', userId: 'user' })) {
    if (find(id).value !== '') asked[name] = find(id).value;
  }
  const appId = find('app-id').value.trim();
  if (appId !== '') asked.appId = appId;
  const uid = find('uid').value.trim();
  if (uid !== '') asked.uid = /^\d+$/.test(uid) && Number(uid) <= MOST_UID ? Number(uid) : uid;
  return asked;
}

/** A verdict is on what was asked, and says nothing of what is typed since. */
function forgetVerdict() {
  turn += 1;
  verdict.replaceChildren();
  setSignatureChip('plain', 'Signature not checked');
}

async function verify() {
  turn += 1;
  const own = turn;
  const { views, found } = await judge();
  // What is overtaken by a later check or another token is dropped.
  if (own !== turn) return;
  verdict.replaceChildren(...views);
  if (found !== undefined) noteSignature(found);
}

/** What to show of a check, and what was found, if it could be made. */
async function judge() {
  const token = typedToken();
  if (token === '') return { views: problemView('Paste a token first.') };
  try {
    const isThere = hasServer && form.elements.verifier.value === 'server';
    const { found, signer } = isThere
      ? await verifyThere(token, recipients())
      : await verifyHere(token, certificate.value, recipients());
    return { views: verdictView(found, signer), found };
  } catch (error) {
    if (!(error instanceof Problem || error instanceof TokenError)) throw error;
    return { views: problemView(error.message) };
  }
}

/** The token is told only if its signature is right. */
function noteSignature({ token }) {
  if (token === null) setSignatureChip('bad', 'Signature not confirmed');
  else setSignatureChip('good', 'Signature right');
}

/** There is none beside a text that is no token. */
function setSignatureChip(kind, text) {
  const chip = find('signature-chip');
  if (chip === null) return;
  chip.className = `chip ${kind}`;
  chip.textContent = text;
}

function chooseVerifier() {
  find('own-certificate').hidden = hasServer && form.elements.verifier.value === 'server';
}

field.addEventListener('input', show);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  verify();
});
form.addEventListener('input', forgetVerdict);
find('verifier').addEventListener('change', chooseVerifier);
/** The certificate of the example is of no use for another token. */
field.addEventListener('paste', () => {
  if (certificate.value === EXAMPLE_CERTIFICATE) certificate.value = '';
});
find('clear').addEventListener('click', () => {
  certificate.value = '';
  set('');
  field.focus();
});
find('link').addEventListener('click', ({ currentTarget }) => {
  const [page] = location.href.split('#');
  copy(`${page}#token=${encodeURIComponent(typedToken())}`, currentTarget);
});
find('reveal').addEventListener('click', ({ currentTarget }) => {
  const isHidden = certificate.classList.toggle('secret');
  currentTarget.textContent = isHidden ? 'Show' : 'Hide';
  currentTarget.setAttribute('aria-pressed', `${!isHidden}`);
});
find('example').addEventListener('click', async () => {
  set(await makeExample());
  certificate.value = EXAMPLE_CERTIFICATE;
  form.elements.verifier.value = 'page';
  chooseVerifier();
});
window.addEventListener('hashchange', readLink);

/** What follows `#` in a link is not sent to any server. */
function readLink() {
  const token = new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B')).get('token');
  if (token !== null) field.value = token;
  show();
}

find('verifier').hidden = !hasServer;
find('example').hidden = !hasWebCrypto;
chooseVerifier();
readLink();
