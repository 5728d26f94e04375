import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** A folder for pictures of the window, numbered in the order they were taken. */
export interface PictureBook {
  readonly folder: string;
  readonly count: () => number;
  /** @param isStillThere asked when it was taken; a picture of something else is thrown away */
  take(page: Page, name: string, isStillThere?: () => boolean): Promise<void>;
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
    async take(page, name, isStillThere = () => true) {
      // What moves is shown where it comes to rest.
      const picture = await page.screenshot({ animations: 'disabled' });
      if (!isStillThere()) return;
      count += 1;
      writeFileSync(join(folder, `${String(count).padStart(2, '0')}-${name}.png`), picture);
    },
    forget() {
      if (wanted === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
