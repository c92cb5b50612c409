'use strict';

// The inspector as it opens from disk, as a user meets it.

const { createTokenBuilder, decodeToken, RtcTokenBuilder } = require('../..');
const { SERVICES } = require('../../tools/decode/service-table');
const { APP_ID, CERTIFICATE, OTHER_CERTIFICATE } = require('../support/identifiers');
const { message006, token005, token006 } = require('../support/raw-tokens');
const { PAGE, section, terms, useBrowser, withChromium } = require('./browser');

const NOW = 1700000000;
const builder = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
const old = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE, now: NOW });

const token006Of = () =>
  token006({ channel: 'lobby', uid: '42', message: message006(NOW + 600, [[1, NOW + 60]]) });

const rtc = (build = builder) => build.rtc({ channel: 'lobby', uid: 42, role: 'publisher' });

withChromium('the inspector', () => {
  const open = useBrowser();

  test('shows what is in a token, in local time and in UTC', async () => {
    const { page, problems } = await open();
    const token = old.build({
      rtc: { channel: 'demo-room', uid: 42, role: 'subscriber' },
      rtm2: { userId: 'ada', permissions: { messageChannels: { read: ['news', 'sport'] } } },
    });
    await page.fill('#token', ` ${token}\n`);
    expect(await terms(page, 'Token 007')).toMatchObject({
      Issued: expect.stringMatching(/^14 Nov 2023, 23:13:20 CET\n2023-11-14 22:13:20 UTC\n.* ago$/),
      Expires: expect.stringMatching(
        /^15 Nov 2023, 00:13:20 CET\n2023-11-14 23:13:20 UTC\n.* ago$/,
      ),
      'App ID': expect.stringContaining(APP_ID),
      Lifetime: '1 hour (3600 s)',
    });
    expect(await terms(page, 'RTC')).toEqual({ Channel: 'demo-room', 'Uid or account': '42' });
    expect(await terms(page, 'RTM 2')).toMatchObject({
      'User id': 'ada',
      'read message channels': 'news\nsport',
    });
    expect(await section(page, 'Token 007').locator('.chip').first().textContent()).toBe('Expired');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('shows every service with its fields and privileges', async () => {
    const { page, problems } = await open();
    const token = old.build({
      rtc: { channel: 'lobby', account: 'ada', role: 'publisher' },
      rtm: { userId: 'ada' },
      chat: { userId: 'ada' },
      fpa: {},
      conversationalAi: {},
      stt: {},
    });
    const { AccessToken2, ServiceStreaming, ServiceFCdn } = require('../../src/AccessToken2');
    const others = new AccessToken2(APP_ID, CERTIFICATE, NOW, 3600);
    const streaming = new ServiceStreaming('lobby', 'ada');
    streaming.add_privilege(1, 60);
    streaming.add_privilege(77, 60);
    others.add_service(streaming);
    others.add_service(new ServiceFCdn('lobby', ''));
    const apaas = old.apaas({ room: 'class', userId: 'ada', role: 2 });

    const shown = {};
    for (const each of [token, others.build(), apaas]) {
      await page.fill('#token', each);
      for (const [index, service] of decodeToken(each).services.entries()) {
        const { name, privileges, type, permissions, ...fields } = service;
        // The first is about the token.
        const card = page.locator('#content > section').nth(1 + index);
        expect(await card.innerText()).toContain(`service ${type}`);
        const text = await card.innerText();
        for (const value of Object.values(fields).filter(String))
          expect(text).toContain(`${value}`);
        for (const { id, name: its } of privileges)
          expect(text).toContain(its ?? `Privilege ${id}`);
        expect(await card.locator('dt').count()).toBe(Object.keys(fields).length);
        expect(await card.locator('.privileges li').count()).toBe(privileges.length);
        shown[name] = await card.locator('h2').textContent();
      }
    }
    expect(Object.keys(shown).sort()).toEqual(
      Object.values(SERVICES)
        .map(({ name }) => name)
        .filter((name) => name !== 'rtm2')
        .sort(),
    );
    expect(new Set(Object.values(shown)).size).toBe(Object.keys(shown).length);
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each([
    ['006', token006Of, 'Checksum of the channel'],
    ['005', () => token005({ issueTs: NOW, expireTs: 0, channel: 'lobby', uid: 42 }), 'retired'],
    ['003', () => `003${'a'.repeat(40)}${APP_ID}1700000000abcdef0100000000421700003600`, 'retired'],
  ])('shows a token %s, and what replaces it', async (version, build, text) => {
    const { page, problems } = await open();
    await page.fill('#token', build());
    const shown = await page.locator('#content').innerText();
    expect(shown).toContain(`Token ${version}`);
    expect(shown).toContain(text);
    expect(shown).toContain('Token007 replaces it');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('counts down, and says when a privilege and when the token have ended', async () => {
    const { page } = await open({ now: NOW * 1000 });
    const { AccessToken2, ServiceRtc } = require('../../src/AccessToken2');
    const token = new AccessToken2(APP_ID, CERTIFICATE, NOW - 60, 660);
    const service = new ServiceRtc('lobby', 'ada');
    service.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 0);
    service.add_privilege(ServiceRtc.kPrivilegePublishAudioStream, 120);
    token.add_service(service);
    await page.fill('#token', token.build());

    const state = page.locator('.state .countdown');
    const rows = page.locator('.privileges li');
    const states = () => rows.locator('.chip').allTextContents();
    expect(await state.textContent()).toBe('ends in 10 minutes');
    expect(await states()).toEqual(['In force', 'In force']);
    expect(await rows.locator('.distance').allTextContents()).toEqual([
      '0: as long as the token',
      '120 s = 2 minutes',
    ]);
    await page.clock.runFor(59_000);
    expect(await rows.nth(1).locator('.countdown').textContent()).toBe('ends in 1 second');
    await page.clock.runFor(1000);
    expect(await states()).toEqual(['In force', 'Expired']);
    await page.clock.runFor(9 * 60_000);
    expect(await states()).toEqual(['Expired', 'Expired']);
    expect(await state.textContent()).toBe('ended 0 seconds ago');
    await page.close();
  });

  test.each([
    [61, 'Not issued yet', 'starts in 1 minute 1 second'],
    [60, 'In force', 'ends in 1 hour 1 minute'],
  ])('a token that is issued %d seconds later: %s', async (seconds, word, left) => {
    const { page } = await open({ now: (NOW - seconds) * 1000 });
    await page.fill('#token', rtc(old));
    expect(await page.locator('.state .chip').first().textContent()).toBe(word);
    expect(await page.locator('.state .countdown').textContent()).toBe(left);
    await page.close();
  });

  test('verifies with a certificate, and says what is wrong', async () => {
    const { page } = await open();
    await page.fill('#token', rtc());
    const verify = async () => {
      await page.click('button[type=submit]');
      await page.waitForSelector('.result');
      return page.locator('#verdict').innerText();
    };
    expect(await verify()).toBe('Type an App Certificate first.');
    await page.fill('#certificate', CERTIFICATE.slice(1));
    expect(await verify()).toContain('found 31 characters');
    await page.fill('#certificate', CERTIFICATE);
    expect(await verify()).toContain('Valid');
    expect(await page.textContent('#signature-chip')).toBe('Signature right');

    await page.click('summary:has-text("Whom")');
    await page.fill('#uid', 'ada');
    expect(await verify()).toContain('The token is for uid "42", not "ada".');
    await page.fill('#certificate', OTHER_CERTIFICATE);
    expect(await verify()).toMatch(/Not valid.*The signature is not that of this App Certificate/s);
    expect(await page.textContent('#signature-chip')).toBe('Signature not confirmed');

    // What is typed since makes the verdict worthless.
    await page.fill('#certificate', CERTIFICATE);
    expect(await page.locator('#verdict').innerText()).toBe('');
    expect(await page.textContent('#signature-chip')).toBe('Signature not checked');
    expect(await verify()).toContain('Not valid');

    await page.fill('#token', builder.rtm({ userId: 'ada' }));
    expect(await page.locator('#verdict').innerText()).toBe('');
    expect(await page.textContent('#signature-chip')).toBe('Signature not checked');
    await page.close();
  });

  test('takes several certificates, and says which one signed', async () => {
    const { page } = await open();
    await page.fill('#token', rtc());
    await page.fill('#certificate', `${OTHER_CERTIFICATE} ${CERTIFICATE}`);
    await page.click('button[type=submit]');
    await page.waitForSelector('.verdict');
    expect(await page.locator('#verdict').innerText()).toContain(
      'It was signed with certificate 2 of 2.',
    );
    await page.close();
  });

  test('the example explains itself: it verifies, and one privilege has ended', async () => {
    const { page, problems } = await open();
    expect(await page.locator('.empty').innerText()).toContain('What does it grant?');
    expect(await page.locator('header').innerText()).toContain('sent nowhere.');
    expect(await page.locator('header').innerText()).not.toContain('server');
    await page.click('text=Try an example');
    await page.waitForSelector('.privileges');
    expect(await page.locator('.privileges li:has(.chip.bad)').innerText()).toContain(
      'publishVideo',
    );
    await page.click('button[type=submit]');
    await page.waitForSelector('.verdict');
    expect(await page.getAttribute('.verdict', 'data-valid')).toBe('true');
    await page.click('text=Clear');
    expect(await page.inputValue('#certificate')).toBe('');
    expect(await page.locator('.empty').count()).toBe(1);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('shows where a text is damaged, and the token that was meant', async () => {
    const { page } = await open();
    const token = rtc();
    await page.fill('#token', `"${token}"`);
    expect(await page.locator('mark').textContent()).toBe('"');
    expect(await page.locator('#announcement').textContent()).toContain('remove it');
    await page.click('text=Show the restored token');
    expect(await page.inputValue('#token')).toBe(token);
    expect(await terms(page, 'RTC')).toMatchObject({ Channel: 'lobby' });
    await page.fill('#token', 'hello');
    expect(await page.locator('button:has-text("restored")').count()).toBe(0);
    expect(await page.locator('#content').innerText()).toContain('110 (invalid token)');
    await page.close();
  });

  test('opens a token of a link', async () => {
    const { page, requests } = await open();
    const token = rtc();
    await page.goto(`${PAGE}#token=${encodeURIComponent(token)}`);
    expect(await page.inputValue('#token')).toBe(token);
    // As it looks where somebody wrote the link by hand.
    await page.goto(`${PAGE}#token=${token}`);
    expect(await page.inputValue('#token')).toBe(token);
    for (const request of requests) expect(request.url()).toMatch(/^(file|data):/);
    await page.close();
  });

  test('markup in a token stays text', async () => {
    const { page, problems } = await open();
    const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    await page.fill(
      '#token',
      RtcTokenBuilder.buildTokenWithUid(APP_ID, CERTIFICATE, markup, 1, 1, 60, 60),
    );
    expect((await terms(page, 'RTC')).Channel).toBe(markup);
    expect(await page.locator('#content img, #content script').count()).toBe(0);
    expect(await page.title()).toBe('Agora token inspector');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('asks for nothing but itself, whatever is done, and keeps nothing', async () => {
    const { page, requests } = await open();
    await page.fill('#token', rtc());
    await page.fill('#certificate', CERTIFICATE);
    await page.click('button[type=submit]');
    await page.waitForSelector('.verdict');
    await page.click('text=Show');
    await page.click('text=Try an example');
    await page.waitForSelector('.privileges');
    const urls = requests.map((request) => request.url());
    expect(urls[0]).toBe(PAGE);
    expect(urls.slice(1).filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0]);
    expect(page.url()).toBe(PAGE);
    await page.close();
  });

  test('its policy stops what would send something', async () => {
    const { page, problems } = await open();
    const sent = await page.evaluate(async () => {
      const tries = [
        () => fetch('https://example.com/'),
        () => fetch('data:text/plain,x'),
        () => new WebSocket('wss://example.com/'),
      ];
      const results = [];
      for (const attempt of tries) {
        try {
          const made = await attempt();
          if (made instanceof WebSocket) {
            await new Promise((resolve) => made.addEventListener('error', resolve));
            results.push('refused');
          } else results.push('sent');
        } catch {
          results.push('refused');
        }
      }
      return results;
    });
    expect(sent).toEqual(['refused', 'refused', 'refused']);
    expect(problems.join()).toContain('Content Security Policy');
    await page.close();
  });

  test('a certificate is hidden until it is shown, and no browser is asked to keep it', async () => {
    const { page } = await open();
    const field = page.getByLabel('App Certificate');
    const security = () =>
      field.evaluate((node) => getComputedStyle(node).getPropertyValue('-webkit-text-security'));
    await field.fill(CERTIFICATE);
    expect(await security()).toBe('disc');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await security()).toBe('none');
    expect(await field.getAttribute('autocomplete')).toBe('off');
    // A spelling service would be sent what is typed; a password would be offered to be kept.
    expect(await field.getAttribute('spellcheck')).toBe('false');
    expect(await field.evaluate((node) => node.type)).toBe('text');
    await page.close();
  });

  test('says so where a browser has no WebCrypto', async () => {
    const { page } = await open({
      before: () => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }),
    });
    await page.fill('#token', rtc());
    await page.fill('#certificate', CERTIFICATE);
    await page.click('button[type=submit]');
    await page.waitForSelector('.result');
    expect(await page.locator('#verdict').innerText()).toContain('no WebCrypto');
    expect(await page.locator('#example').isVisible()).toBe(false);
    await page.close();
  });
});
