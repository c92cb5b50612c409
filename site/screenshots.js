'use strict';

// Takes the pictures of docs/inspector.md, always at the same moment and with the same token.

const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');
const { PAGE } = require('./build');
const { startChromium } = require('./chromium');

const FOLDER = path.resolve(__dirname, '../docs/images');
const NOW = new Date('2026-11-25T09:20:00Z');

const SHOTS = [
  { file: 'inspector.png', width: 1120, height: 1010, colorScheme: 'light', act: verifyExample },
  { file: 'inspector-phone.png', width: 360, height: 740, colorScheme: 'dark', act: showExample },
  { file: 'inspector-damaged.png', width: 1120, height: 440, colorScheme: 'light', act: damage },
];

async function showExample(page) {
  await page.click('#example');
  await page.waitForSelector('.privileges');
  await page.evaluate(() => document.getElementById('content').scrollIntoView());
}

async function verifyExample(page) {
  await page.click('#example');
  await page.waitForSelector('.privileges');
  await page.click('button.main');
  await page.waitForSelector('.verdict');
  await page.evaluate(() => {
    document.activeElement.blur();
    window.scrollTo(0, 0);
  });
}

async function damage(page) {
  await page.click('#example');
  await page.waitForSelector('.privileges');
  const token = await page.inputValue('#token');
  await page.fill('#token', `Authorization: Bearer ${token}`);
}

async function takeScreenshots(folder = FOLDER) {
  const browser = await startChromium(chromium);
  try {
    for (const { file, width, height, colorScheme, act } of SHOTS) {
      const page = await browser.newPage({
        colorScheme,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        viewport: { width, height },
      });
      await page.clock.setFixedTime(NOW);
      await page.addInitScript(() => {
        Math.random = () => 0.5;
      });
      await page.goto(pathToFileURL(PAGE).href);
      await act(page);
      await page.screenshot({ path: path.join(folder, file) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

module.exports = { takeScreenshots };

if (require.main === module) takeScreenshots(process.argv[2]);
