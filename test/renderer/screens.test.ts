import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRenderer } from './build-renderer.ts';
import { crowdedHome, fixtures } from './fixtures.ts';
import { type Look, type RendererServer, serveRenderer, type Window } from './serve-renderer.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const looks: Readonly<Record<string, Look>> = {
  light: {},
  dark: { scheme: 'dark' },
  'forced colours': { forcedColors: true },
  '200 %': { zoom: 2 },
};

let server: RendererServer;
beforeAll(async () => {
  await buildRenderer();
  server = await serveRenderer();
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

describe.each(Object.entries(looks))('Every screen in %s', (_, look) => {
  test('axe finds nothing, the policy refuses nothing, nothing sticks out', {
    timeout: 240_000,
  }, async () => {
    const problems: string[] = [];
    for (const [name, view] of Object.entries(fixtures)) {
      const window = await server.open(view(), look);
      await window.page.clock.runFor(400);
      problems.push(...(await violations(window)).map((problem) => `${name}: ${problem}`));
      if (await window.page.evaluate(overflows)) problems.push(`${name}: sticks out sideways`);
      await window.close();
      problems.push(...window.complaints.map((complaint) => `${name}: ${complaint}`));
    }
    expect(problems).toEqual([]);
  });
});

describe('Every screen in Arabic', () => {
  test.each([
    { width: 1040, height: 700 },
    { width: 720, height: 540 },
  ])('runs right to left and nothing sticks out at $width x $height', { timeout: 240_000 }, async (size) => {
    const problems: string[] = [];
    for (const [name, view] of Object.entries(fixtures)) {
      const window = await server.open({ ...view(), language: 'ar' }, size);
      await window.page.clock.runFor(400);
      if (await window.page.evaluate(overflows)) problems.push(`${name}: sticks out sideways`);
      expect(await window.page.getAttribute('html', 'dir')).toBe('rtl');
      await window.close();
      problems.push(...window.complaints.map((complaint) => `${name}: ${complaint}`));
    }
    expect(problems).toEqual([]);
  });
});

describe('Every language draws every screen', () => {
  test.each(['de', 'fr', 'es', 'ja'] as const)(
    '%s, without a fault and without sticking out at 720 x 540',
    { timeout: 240_000 },
    async (language) => {
      const problems: string[] = [];
      for (const [name, view] of Object.entries(fixtures)) {
        const window = await server.open({ ...view(), language }, { width: 720, height: 540 });
        if (await window.page.evaluate(overflows)) problems.push(`${name}: sticks out sideways`);
        expect(await window.page.getAttribute('html', 'lang')).toBe(language);
        await window.close();
        problems.push(...window.complaints.map((complaint) => `${name}: ${complaint}`));
      }
      expect(problems).toEqual([]);
    },
  );
});

describe('A thousand app passwords on Home', () => {
  test('are drawn at once and scroll without long frames', { timeout: 60_000 }, async () => {
    const window = await server.open(fixtures['home']?.() ?? crowdedHome(0));
    await window.publish(crowdedHome(1000));
    expect(await window.page.locator('article').count()).toBe(1000);
    // Layout and paint of what is off screen is skipped; a whole pass through the list stays cheap.
    const longest = (await window.page.evaluate(`(async () => {
      const main = document.querySelector('main');
      let longest = 0;
      for (let at = 0; at < 60; at += 1) {
        const from = performance.now();
        main.scrollTop += 600;
        main.getBoundingClientRect();
        await new Promise((drawn) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = drawn; port2.postMessage(0); });
        longest = Math.max(longest, performance.now() - from);
      }
      return { longest, top: main.scrollTop };
    })()`)) as { readonly longest: number; readonly top: number };
    expect(longest.top).toBeGreaterThan(10_000);
    await window.close();
    expect(window.complaints).toEqual([]);
  });
});
