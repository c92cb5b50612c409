'use strict';

// The inspector in headless Chromium, opened from disk.

const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { CHROMIUM, hasChromium, startChromium } = require('../../site/chromium');

const PAGE = pathToFileURL(path.resolve(__dirname, '../../site/index.html')).href;
const PATIENCE_MS = 10_000;
const HOUR_MS = 3600_000;

if (!hasChromium()) {
  console.warn(`skipped: the token inspector: there is no ${CHROMIUM}`);
}

/** `describe`, with a browser for all tests of a file. */
const withChromium = hasChromium() ? describe : describe.skip;

/**
 * Starts the browser before the tests, and stops it after them.
 *
 * @returns {(options?: object) => Promise<object>} opens the page: `page`; what went wrong in it, as
 *   `problems`; and every request, as `requests`
 */
function useBrowser() {
  let browser;

  beforeAll(async () => {
    const { chromium } = require('../../site/node_modules/playwright-core');
    browser = await startChromium(chromium);
  }, 3 * PATIENCE_MS);

  afterAll(() => browser?.close());

  return async ({ url = PAGE, width = 1280, colorScheme = 'light', now, before } = {}) => {
    const page = await browser.newPage({
      colorScheme,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      viewport: { width, height: 800 },
    });
    page.setDefaultTimeout(PATIENCE_MS);
    // Time stands until a test lets it run. It is stopped from afar, as it runs until then.
    if (now !== undefined) await page.clock.install({ time: now - HOUR_MS });
    if (before !== undefined) await page.addInitScript(before);
    const problems = [];
    const requests = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => requests.push(request));
    await page.goto(url);
    if (now !== undefined) await page.clock.pauseAt(now);
    return { page, problems, requests };
  };
}

/** The section of the page with this heading. */
function section(page, heading) {
  return page.locator('section', { has: page.locator('h2', { hasText: heading }) }).last();
}

/** A list of terms in a section, as an object. */
function terms(page, heading) {
  return section(page, heading).evaluate((node) => {
    const names = [...node.querySelectorAll('dt')];
    return Object.fromEntries(
      names.map((name) => [name.textContent, name.nextElementSibling.innerText.trim()]),
    );
  });
}

module.exports = { PAGE, section, terms, useBrowser, withChromium };
