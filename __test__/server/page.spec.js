'use strict';

// The token inspector as the server serves it: it can also verify with the certificates of the server.
// What it does by itself is tested in __test__/site.

const { createTokenBuilder } = require('../..');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../support/identifiers');
const { FOLDER, startServer } = require('./server-process');
const { CHROMIUM, hasChromium, startChromium } = require('../../site/chromium');

const PATIENCE_MS = 10_000;

if (!hasChromium()) {
  console.warn(`skipped: the page of the token server: there is no ${CHROMIUM}`);
}
const withChromium = hasChromium() ? describe : describe.skip;

const builder = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
const rtc = () => builder.rtc({ channel: 'demo-room', uid: 42, role: 'publisher' });

withChromium('the page', () => {
  let server;
  let browser;
  let page;
  let problems;
  let requests;

  beforeAll(async () => {
    const { chromium } = require(`${FOLDER}/node_modules/playwright-core`);
    server = await startServer({
      REQUESTS_PER_MINUTE: '100000',
      AGORA_APP_CERTIFICATE: `${CERTIFICATE},${OTHER_CERTIFICATE}`,
    });
    browser = await startChromium(chromium);
  }, 3 * PATIENCE_MS);

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
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

  afterEach(() => page.close());

  const verify = async (token, { uid } = {}) => {
    await page.fill('#token', token);
    if (uid !== undefined) {
      await page.click('summary:has-text("Whom")');
      await page.fill('#uid', uid);
    }
    await page.click('button[type=submit]');
    await page.waitForSelector('.result');
    return page.locator('#verdict').innerText();
  };

  test('verifies with the certificate of the server, which is not shown', async () => {
    expect(await page.getByLabel('App Certificate').isVisible()).toBe(false);
    expect(await verify(rtc())).toMatch(/Valid/);
    expect(problems).toEqual([]);
    for (const request of requests.filter((it) => !it.url().startsWith('data:'))) {
      expect(new URL(request.url()).origin).toBe(server.url);
      expect(await (await request.response()).text()).not.toContain(CERTIFICATE);
    }
  });

  test('says what it sends, and where', async () => {
    const lead = await page.locator('header').innerText();
    expect(lead).not.toContain('nowhere');
    expect(lead).toContain('Only to verify it with a certificate of this server it is sent there.');
    expect(await page.locator('footer').innerText()).not.toContain('no requests');
  });

  test('says what is wrong', async () => {
    expect(await verify(rtc(), { uid: 'ada' })).toContain('The token is for uid "42", not "ada".');
    const foreign = createTokenBuilder({ appId: 'f'.repeat(32), appCertificate: '0'.repeat(32) });
    expect(await verify(foreign.rtm({ userId: 'ada' }))).toContain('signature');
  });

  test('says that a token was signed with the certificate that is being replaced', async () => {
    const old = createTokenBuilder({ appId: APP_ID, appCertificate: OTHER_CERTIFICATE });
    const found = await verify(old.rtm({ userId: 'ada' }));
    expect(found).toMatch(/Valid/);
    expect(found).toContain('certificate 2 of the server');
  });

  test('decodes without sending the token', async () => {
    await page.fill('#token', rtc());
    await page.waitForSelector('.privileges');
    const sent = requests.filter((request) => request.method() === 'POST');
    expect(sent).toEqual([]);
  });

  test('a certificate that is typed stays in the page', async () => {
    const foreign = createTokenBuilder({ appId: 'f'.repeat(32), appCertificate: '1'.repeat(32) });
    const token = foreign.rtm({ userId: 'ada' });
    await page.fill('#token', token);
    await page.click('text=One that I type');
    await page.getByLabel('App Certificate').fill('1'.repeat(32));
    await page.click('button[type=submit]');
    await page.waitForSelector('.verdict');
    expect(await page.getAttribute('.verdict', 'data-valid')).toBe('true');
    expect(requests.filter((request) => request.method() === 'POST')).toEqual([]);

    // Typed, and then the server is asked after all.
    await page.click('text=That of this server');
    await verify(token);
    const [request] = requests.filter((it) => it.method() === 'POST');
    expect(new URL(request.url()).pathname).toBe('/verify');
    expect(request.postDataJSON()).toEqual({ token });
  });

  test('an answer that comes when another token stands there says nothing of it', async () => {
    let release;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    await page.route('**/verify', async (route) => {
      await held;
      await route.continue();
    });
    await page.fill('#token', rtc());
    const answered = page.waitForResponse('**/verify');
    await page.click('button[type=submit]');
    await page.fill('#token', builder.rtm({ userId: 'mallory' }));
    release();
    await (await answered).finished();
    // The page has had its turn when another task of its own has run.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(await page.locator('#verdict').innerText()).toBe('');
    expect(await page.textContent('#signature-chip')).toBe('Signature not checked');
  });

  test('says so when the server does not answer', async () => {
    await page.route('**/verify', (route) => route.abort());
    expect(await verify(rtc())).toBe('The server does not answer.');
  });

  test('the page of the interface shows every route, and asks nobody else', async () => {
    await page.goto(`${server.url}/docs`);
    await page.waitForSelector('.opblock-summary-path');
    const shown = await page.locator('.opblock-summary-path').allTextContents();
    expect(shown.map((text) => text.replaceAll('\u200b', ''))).toEqual(
      expect.arrayContaining(['/tokens/rtc', '/tokens/chat', '/decode', '/verify', '/health']),
    );
    const origins = requests
      .map((request) => new URL(request.url()))
      .filter(({ protocol }) => protocol !== 'data:')
      .map(({ origin }) => origin);
    expect([...new Set(origins)]).toEqual([server.url]);
    expect(problems).toEqual([]);
  });
});
