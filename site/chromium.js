'use strict';

// Headless Chromium, for the screenshots and the tests.

const fs = require('node:fs');

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const START_MS = 20_000;

function hasChromium() {
  return fs.existsSync(CHROMIUM);
}

/** Starts it with the `chromium` of a `playwright-core`. */
function startChromium(chromium) {
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
    timeout: START_MS,
  });
}

module.exports = { CHROMIUM, hasChromium, startChromium };
