import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** A folder for pictures of the window, numbered in the order they were taken. */
export interface PictureBook {
  readonly folder: string;
  readonly count: () => number;
  take(page: Page, name: string): Promise<void>;
  /** Throws a temporary folder away, for a demo that was stopped. */
  forget(): void;
}

/** @param wanted the folder; a new temporary one when null */
export function createPictureBook(wanted: string | null): PictureBook {
  const folder = wanted === null ? mkdtempSync(join(tmpdir(), 'gatepass-pictures-')) : resolve(wanted);
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return {
    folder,
    count: () => count,
    async take(page, name) {
      count += 1;
      const file = `${String(count).padStart(2, '0')}-${name}.png`;
      // What moves is shown where it comes to rest.
      await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    },
    forget() {
      if (wanted === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
