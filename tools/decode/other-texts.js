'use strict';

/** Texts that are taken for a token of Agora's, and what to do instead. */
const OTHER_TEXTS = [
  ['jwt', /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/, 'This is a JSON Web Token (JWT), not a token of Agora.'],
  [
    'zego',
    /^04[A-Za-z0-9+/]{40,}={0,2}$/,
    'This looks like a token of ZEGOCLOUD, which begins with 04.',
  ],
  [
    'trtc',
    /^e[AFJN](?=.*[*_-])[A-Za-z0-9*_-]{40,}$/,
    'This looks like a UserSig of Tencent TRTC, not a token of Agora.',
  ],
  [
    'easemob',
    /^YWMt[\w+/=-]*$/,
    "This is a token of Easemob's Chat servers; for Agora Chat build one with ChatTokenBuilder.",
  ],
  [
    'hexId',
    /^[0-9a-fA-F]{32}$/,
    'That is an App ID or an App Certificate: build a token with them.',
  ],
  ['promise', /^\[object Promise\]$/, 'This is a promise made into text: await it.'],
  [
    'missingValue',
    /^(?:undefined|null|NaN|\[object Object\])$/,
    'This is a missing value or an object made into text: pass the token itself.',
  ],
  [
    'shortened',
    /^00[3-7].*(?:…|\.\.)/s,
    'It was shortened for display, and the dots stand for what is missing: copy the whole token.',
  ],
  [
    'letterCase',
    /^00[3-7](?:[^A-Z]{40,}|[^a-z]{40,})$/,
    'All its letters have one case, so the other was lost: copy it from where it was built.',
  ],
];

function kindOfText(text) {
  const found = OTHER_TEXTS.find(([, pattern]) => pattern.test(text));
  return found && { kind: found[0], remedy: found[2] };
}

module.exports = { kindOfText };
