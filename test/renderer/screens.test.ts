import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../src-main/ipc/view.ts';
import { buildRenderer } from './build-renderer.ts';
import { crowdedHome, fixtures } from './fixtures.ts';
import { type Look, type RendererServer, serveRenderer, type Window } from './serve-renderer.ts';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const looks: Readonly<Record<string, Look>> = {
  light: {},
  dark: { scheme: 'dark' },
  'forced colours': { forcedColors: true },
  '200 %': { zoom: 2 },
};

let server: RendererServer;
beforeAll(async () => {
  server = await serveRenderer(await buildRenderer('screens'));
}, 120_000);
afterAll(() => server.close());

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function violations({ page }: Window): Promise<readonly string[]> {
  await page.evaluate(`${axe}; undefined`);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} }, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )) as readonly Finding[];
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('; ')}`,
  );
}

const overflows =
  'document.documentElement.scrollWidth > document.documentElement.clientWidth || [...document.querySelectorAll("main, main > *")].some((box) => box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== "visible")';

/** Shows every fixture in one window of one look, one after the other, and gathers what `inspect` finds on each. */
async function throughAll(
  look: Look,
  language: View['language'],
  inspect: (window: Window) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const window = await server.open({ ...crowdedHome(0), language }, look);
  for (const [name, view] of Object.entries(fixtures)) {
    await window.publish({ ...view(), language });
    await window.page.clock.runFor(400);
    const found = [...(await inspect(window))];
    if (await window.page.evaluate(overflows)) found.push('sticks out sideways');
    problems.push(...found.map((problem) => `${name}: ${problem}`));
  }
  await window.close();
  return [...problems, ...window.complaints];
}

describe.each(Object.entries(looks))('Every screen in %s', (_, look) => {
  test('axe finds nothing, the policy refuses nothing, nothing sticks out', {
    timeout: 240_000,
  }, async () => {
    expect(await throughAll(look, 'en', violations)).toEqual([]);
  });
});

describe('Every screen in Arabic', () => {
  test.each([
    { width: 1040, height: 700 },
    { width: 720, height: 540 },
  ])('runs right to left and nothing sticks out at $width x $height', { timeout: 120_000 }, async (size) => {
    const problems = await throughAll(size, 'ar', async ({ page }) =>
      (await page.getAttribute('html', 'dir')) === 'rtl' ? [] : ['does not run right to left'],
    );
    expect(problems).toEqual([]);
  });

  test('axe finds nothing', { timeout: 240_000 }, async () => {
    expect(await throughAll({}, 'ar', violations)).toEqual([]);
  });
});

describe('Every language draws every screen', () => {
  test.each(['de', 'fr', 'es', 'ja'] as const)(
    '%s, and nothing sticks out at 720 x 540',
    { timeout: 120_000 },
    async (language) => {
      const problems = await throughAll({ width: 720, height: 540 }, language, async ({ page }) =>
        (await page.getAttribute('html', 'lang')) === language ? [] : ['is not in that language'],
      );
      expect(problems).toEqual([]);
    },
  );
});

describe('A thousand app passwords on Home', () => {
  test('are all there, and only those in sight are laid out', { timeout: 60_000 }, async () => {
    const window = await server.open(crowdedHome(1000));
    const inSight = `[...document.querySelectorAll('article h2')].filter((title) => title.checkVisibility({ contentVisibilityAuto: true })).map((title) => title.textContent.trim())`;
    expect(await window.page.locator('article').count()).toBe(1000);
    await expect
      .poll(async () => ((await window.page.evaluate(inSight)) as string[]).length)
      .toBeLessThan(60);
    await window.page.evaluate(`document.querySelector('main').scrollTop = 60_000`);
    await expect.poll(() => window.page.evaluate(inSight)).not.toContain('Mail app 1');
    expect(((await window.page.evaluate(inSight)) as string[]).length).toBeLessThan(60);
    await window.close();
    expect(window.complaints).toEqual([]);
  });
});
