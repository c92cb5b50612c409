'use strict';

// The inspector for everyone: at both widths and in both colour schemes, without a mouse, and read aloud.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { createTokenBuilder } = require('../..');
const { APP_ID, CERTIFICATE } = require('../support/identifiers');
const { PAGE, useBrowser, withChromium } = require('./browser');

const AXE = fs.readFileSync(require.resolve('../../site/node_modules/axe-core/axe.min.js'), 'utf8');
const builder = createTokenBuilder({ appId: APP_ID, appCertificate: CERTIFICATE });
const rtm = () => builder.rtm({ userId: 'ada' });

/** What users see of the page, one after another. */
const STATES = [
  ['nothing yet', async () => {}],
  [
    'a token',
    async (page) => {
      await page.click('#example');
      await page.waitForSelector('.privileges');
      await page.click('summary:has-text("JSON")');
      await page.click('summary:has-text("Whom")');
    },
  ],
  ['a valid one', (page) => verify(page, rtm(), CERTIFICATE)],
  ['a forged one', (page) => verify(page, rtm(), '0'.repeat(32))],
  ['a damaged one', (page) => page.fill('#token', `Bearer ${rtm()}`)],
];

async function verify(page, token, certificate) {
  await page.fill('#token', token);
  await page.fill('#certificate', certificate);
  await page.click('button[type=submit]');
  await page.waitForSelector('.verdict');
}

/** What axe finds against a page, with where. */
async function violationsOf(page) {
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document));
  return {
    passes: passes.map(({ id }) => id),
    violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
  };
}

const VIEWS = [360, 1280].flatMap((width) =>
  ['light', 'dark'].map((colorScheme) => ({ width, colorScheme })),
);

withChromium('the inspector', () => {
  const open = useBrowser();

  describe.each(VIEWS)('at $width px, $colorScheme', (view) => {
    let page;

    beforeAll(async () => {
      ({ page } = await open(view));
      await page.evaluate(AXE);
    });

    test.each(STATES)('axe finds nothing, and nothing is cut off: %s', async (_name, reach) => {
      await reach(page);
      const { passes, violations } = await violationsOf(page);
      expect(violations).toEqual([]);
      expect(passes).toContain('color-contrast');
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(overflow).toBe(0);
    });

    test('the background is its own, in the scheme that is asked for', async () => {
      const background = await page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
      const [, red] = /^rgb\((\d+), \d+, \d+\)$/.exec(background);
      expect(red < 64).toBe(view.colorScheme === 'dark');
    });
  });

  test('as a token server serves it: axe finds nothing there either', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inspector-'));
    try {
      const file = path.join(folder, 'served.html');
      const served = fs
        .readFileSync(fileURLToPath(PAGE), 'utf8')
        .replace('data-verifier="page"', 'data-verifier="server"');
      fs.writeFileSync(file, served);
      for (const view of VIEWS) {
        const { page } = await open({ ...view, url: pathToFileURL(file).href });
        await page.evaluate(AXE);
        await page.fill('#token', rtm());
        expect(await page.getByRole('radio').count()).toBe(2);
        expect((await violationsOf(page)).violations).toEqual([]);
        await page.close();
      }
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  describe('without a mouse', () => {
    test('everything is reached by Tab, in the order of the page, and Enter verifies', async () => {
      const { page } = await open();
      await page.getByRole('textbox', { name: 'Token' }).fill(rtm());
      const reached = [];
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press('Tab');
        reached.push(
          await page.evaluate(
            () => document.activeElement.id || document.activeElement.textContent,
          ),
        );
        if (reached.at(-1) === 'Verify') break;
      }
      expect(reached).toEqual([
        'example',
        'clear',
        'link',
        'Copy',
        'As JSON',
        'certificate',
        'reveal',
        'Whom it must be for optional',
        'Verify',
      ]);
      await page.getByLabel('App Certificate').fill(CERTIFICATE);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.verdict');
      expect(await page.getAttribute('.verdict', 'data-valid')).toBe('true');
      await page.close();
    });

    test('where the focus is can be seen', async () => {
      const { page } = await open();
      for (let i = 0; i < 5; i++) {
        await page.keyboard.press('Tab');
        const width = await page.evaluate(
          () => getComputedStyle(document.activeElement).outlineWidth,
        );
        expect(width).toBe('3px');
      }
      await page.close();
    });

    test('what is found is told to who listens, and the seconds are not', async () => {
      const { page } = await open({ now: Date.now() });
      await page.fill('#token', rtm());
      const told = page.getByRole('status').filter({ hasText: 'Token 007' });
      expect(await told.textContent()).toMatch(/^Token 007 for rtm\. In force, ends in /);
      const before = await told.textContent();
      const ticking = page.locator('.state .countdown');
      const first = await ticking.textContent();
      await page.clock.runFor(2000);
      expect(await ticking.textContent()).not.toBe(first);
      expect(await told.textContent()).toBe(before);
      expect(await page.locator('[aria-live], [role=status]').locator('[role=timer]').count()).toBe(
        0,
      );
      await page.close();
    });
  });
});
