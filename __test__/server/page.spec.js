'use strict';

// The page of the server, in headless Chromium.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createTokenBuilder, RtcTokenBuilder } = require('../..');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { FOLDER, startServer } = require('./server-process');

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

const PATIENCE_MS = 10_000;

const hasChromium = fs.existsSync(CHROMIUM);
if (!hasChromium) {
  console.warn(`skipped: the page of the token server: there is no ${CHROMIUM}`);
}
const withChromium = hasChromium ? describe : describe.skip;

const NOW = 1700000000;
const builder = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
const old = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE, now: NOW });

withChromium('the page', () => {
  let server;
  let browser;
  let profile;
  let page;
  let problems;
  let requests;

  beforeAll(async () => {
    const { chromium } = require(path.join(FOLDER, 'node_modules/playwright-core'));
    server = await startServer({ REQUESTS_PER_MINUTE: '100000' });
    profile = fs.mkdtempSync(path.join(os.tmpdir(), 'chromium-'));
    browser = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      headless: true,
      args: FLAGS,
      timeout: 2 * PATIENCE_MS,
    });
  }, 3 * PATIENCE_MS);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    fs.rmSync(profile, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    problems = [];
    requests = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => requests.push(request));
    await page.goto(server.url);
  });

  afterEach(async () => {
    await page.close();
  });

  const submit = async (token, fields = {}) => {
    await page.fill('#token', token);
    for (const [id, text] of Object.entries(fields)) await page.fill(`#${id}`, text);
    await page.click('button');
    await page.waitForSelector('.verdict');
  };
  const cells = (caption) =>
    page
      .locator('table', { has: page.locator('caption', { hasText: caption }) })
      .evaluate((table) =>
        Object.fromEntries(
          [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent)),
        ),
      );

  test('shows what is in a token', async () => {
    const token = old.build({
      rtc: { channel: 'demo-room', uid: 42, role: 'subscriber' },
      rtm2: { userId: 'ada', permissions: { messageChannels: { read: ['news', 'sport'] } } },
    });
    await submit(token);
    expect(await cells('Token')).toMatchObject({
      version: '007',
      'App ID': APP_ID,
      'issued at': '2023-11-14 22:13:20 UTC',
      'expires at': '2023-11-14 23:13:20 UTC',
    });
    expect(await cells('rtc')).toEqual({
      channel: 'demo-room',
      uid: '42',
      joinChannel: 'until 2023-11-14 23:13:20 UTC',
    });
    expect(await cells('rtm2')).toMatchObject({
      'user id': 'ada',
      'read messageChannels': 'news, sport',
    });
    expect(await page.textContent('.verdict')).toBe('Not valid');
    expect(await page.textContent('.reason')).toContain('expired at');
    expect(problems).toEqual([]);
  });

  test('says whether it is valid, and for whom', async () => {
    const token = builder.rtc({ channel: 'demo-room', uid: 42, role: 'publisher' });
    await submit(token, { channel: 'demo-room', uid: '42' });
    expect(await page.textContent('.verdict')).toBe('Valid');
    await page.fill('#uid', 'ada');
    await page.click('button');
    await page.waitForSelector('.reason');
    expect(await page.textContent('.reason')).toBe('The token is for uid "42", not "ada".');
    expect(await page.textContent('.hint')).toContain('110');
  });

  test('a pasted token is decoded at once', async () => {
    const token = builder.rtm({ userId: 'ada' });
    await page.evaluate((text) => {
      document.getElementById('token').value = text;
      document.getElementById('token').dispatchEvent(new Event('paste', { bubbles: true }));
    }, token);
    await page.waitForSelector('.verdict');
    expect(await page.textContent('.verdict')).toBe('Valid');
  });

  test('a text that is no token', async () => {
    await submit('abc');
    expect(await page.textContent('.verdict')).toBe('Not valid');
    expect(await page.textContent('.reason')).toContain('begins with 007, 006 or 005');
  });

  test('shows what a token claims whose signature is not right', async () => {
    const foreign = createTokenBuilder({ appId: 'f'.repeat(32), appCertificate: '0'.repeat(32) });
    await submit(foreign.rtc({ channel: 'demo-room', uid: 42, role: 'subscriber' }));
    expect(await page.textContent('.verdict')).toBe('Not valid');
    expect(await page.textContent('.reason')).toContain('signature');
    expect(await cells('Token')).toMatchObject({ 'App ID': 'f'.repeat(32) });
    expect(await cells('rtc')).toMatchObject({ channel: 'demo-room', uid: '42' });
  });

  test('markup in a token stays text', async () => {
    const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await submit(RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, markup, 1, 1, 60, 60));
    expect((await cells('rtc')).channel).toBe(markup);
    expect(await page.locator('#result img, #result script').count()).toBe(0);
    expect(await page.title()).toBe('Agora token');
    expect(problems).toEqual([]);
  });

  test('talks to its own server only, and gets no certificate', async () => {
    const token = builder.rtm({ userId: 'ada' });
    await submit(token);
    expect(requests.length).toBeGreaterThanOrEqual(4);
    for (const request of requests.filter((it) => !it.url().startsWith('data:'))) {
      expect(new URL(request.url()).origin).toBe(server.url);
      expect(request.url()).not.toContain(token);
      const response = await request.response();
      expect(await response.text()).not.toContain(CERTIFICATE);
    }
  });

  test('works with the keyboard, and has names for its fields', async () => {
    await page.getByLabel('Token').fill(builder.rtm({ userId: 'ada' }));
    await page.getByLabel('User id', { exact: true }).fill('bob');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.reason');
    expect(await page.textContent('.reason')).toBe('The token is for user id "ada", not "bob".');
    expect(await page.getByRole('button', { name: 'Decode' }).count()).toBe(1);
    expect(await page.locator('#result').getAttribute('aria-live')).toBe('polite');
  });
});
