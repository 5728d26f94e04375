import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { createAccountBook } from '../../src-main/mailbox/account-book.ts';
import { createProcessLock } from '../../src-main/platform/process-lock.ts';
import { root } from '../architecture/source-tree.ts';
import { type Desktop, launchDesktop } from '../e2e/launch-desktop.ts';
import { mara } from '../journey/journey-world.ts';
import { clickLatencies, floorOfClicks } from './click-latency.ts';
import { median } from './metric.ts';
import { stageFloor } from './stage-floor.ts';

/** The window under the stand-in for Electron. Times in milliseconds, sizes in bytes. */
export interface WindowTimes {
  /** From the start of the process until the first screen is painted. */
  readonly paint: number;
  /** Until, after that, no task of the page is longer than 50 ms. */
  readonly interactive: number;
  /** Resident memory of the main process when nothing happens. */
  readonly memory: number;
}

/** From each click to the paint of what it changed: by way of the main process, and at least in the page alone. */
export interface ClickTimes {
  readonly window: readonly number[];
  readonly floor: readonly number[];
}

export interface WindowSizes {
  /** Files of the window's pages that the first screen loads. */
  readonly loaded: number;
  readonly pages: number;
  readonly preload: number;
}

const pages = join(root, 'out/app/pages');
const restMs = 1_500;

/**
 * Measures the window as somebody sees it who starts it for the first time.
 * @returns `floor`: the same of a window with a page of a few lines, which is what Chromium and the shell take
 */
export async function measureWindow(runs: number): Promise<{
  readonly window: WindowTimes;
  readonly floor: WindowTimes;
  readonly sizes: WindowSizes;
}> {
  const floorApp = await stageFloor();
  const window: WindowTimes[] = [];
  const floor: WindowTimes[] = [];
  let loaded: readonly string[] = [];
  for (let run = 0; run < runs; run++) {
    floor.push(await inNewWindow({ app: floorApp }, timesOf));
    await inNewWindow({}, async (desktop, startedAt) => {
      window.push(await timesOf(desktop, startedAt));
      loaded = await loadedBy(desktop.page);
    });
  }
  const sizes = {
    loaded: bytesOf(loaded.map((path) => join(pages, path))),
    pages: bytesOf(filesIn(pages)),
    preload: bytesOf([join(root, 'out/app/preload.cjs')]),
  };
  return { window: middleOf(window), floor: middleOf(floor), sizes };
}

export async function measureClicks(clicks: number): Promise<ClickTimes> {
  return {
    floor: await inNewWindow({ app: await stageFloor() }, ({ page }) => floorOfClicks(page, clicks)),
    window: await inNewWindow({ withMailbox: true }, ({ page }) => clickLatencies(page, clicks)),
  };
}

interface NewWindow {
  /** The staged app when absent. */
  readonly app?: string;
  readonly withMailbox?: boolean;
}

async function inNewWindow<T>(
  { app, withMailbox = false }: NewWindow,
  look: (desktop: Desktop, startedAt: number) => Promise<T>,
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'gp-bench-'));
  try {
    if (withMailbox) {
      const lock = createProcessLock({ directory, name: 'accounts' });
      const { signedIn: _, ...account } = mara;
      await createAccountBook({ directory, lock, report: () => undefined }).put(account);
    }
    const env = { GATEPASS_HOME: directory, GATEPASS_SANDBOX: '{"vault":"memory"}', DISPLAY: '' };
    const startedAt = performance.timeOrigin + performance.now();
    const desktop = await launchDesktop({ env, ...(app === undefined ? {} : { app }) });
    try {
      await desktop.page.locator('h1, #state').first().waitFor();
      return await look(desktop, startedAt);
    } finally {
      await desktop.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Paints and tasks were written down by Chromium itself, before anybody asked. */
async function timesOf({ page, memory }: Desktop, startedAt: number): Promise<WindowTimes> {
  const { paintAt, quietAt } = await page.evaluate<{ paintAt: number; quietAt: number }>(`
    new Promise((resolve) => {
      const seen = { paint: 0, tasks: [] };
      const watch = (type, see) =>
        new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
      watch('largest-contentful-paint', ({ startTime }) => { seen.paint = Math.max(seen.paint, startTime); });
      watch('longtask', (task) => { seen.tasks.push(task.startTime + task.duration); });
      const look = () => {
        if (seen.paint === 0) return setTimeout(look, 20);
        const quiet = Math.max(seen.paint, ...seen.tasks);
        resolve({ paintAt: performance.timeOrigin + seen.paint, quietAt: performance.timeOrigin + quiet });
      };
      setTimeout(look, 200);
    })`);
  await setTimeout(restMs);
  const { rss } = await memory();
  return { paint: paintAt - startedAt, interactive: quietAt - startedAt, memory: rss };
}

function middleOf(all: readonly WindowTimes[]): WindowTimes {
  const middle = (of: (one: WindowTimes) => number) => median(all.map(of));
  return {
    paint: middle(({ paint }) => paint),
    interactive: middle(({ interactive }) => interactive),
    memory: middle(({ memory }) => memory),
  };
}

/** Paths below the pages' folder. */
async function loadedBy(page: Page): Promise<readonly string[]> {
  const urls = await page.evaluate<string[]>(
    `[location.href, ...performance.getEntriesByType('resource').map((entry) => entry.name)]`,
  );
  const paths = urls.map((url) => new URL(url).pathname.slice(1));
  return [...new Set(paths.map((path) => (path === '' ? 'index.html' : path)))];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function bytesOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}
