import { deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findChromium } from '../electron-stand-in/chromium.ts';
import { palettePng } from './palette-png.ts';

const page = `<body style="margin:0;background:linear-gradient(90deg,#000,#f80)"><h1 style="color:#fff">Fernwood</h1>`;
/** Mean difference of two pictures, each colour from 0 to 255, as Chromium draws them. */
const difference = (urls: readonly string[]) => `
  Promise.all(${JSON.stringify(urls)}.map(async (url) => {
    const bitmap = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
  })).then(([a, b]) => a.length === b.length && a.reduce((sum, one, at) => sum + Math.abs(one - b[at]), 0) / a.length)`;

describe('a picture with a palette', () => {
  test('looks the same, and is smaller', async () => {
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const tab = await browser.newPage({ viewport: { width: 500, height: 120 } });
      await tab.setContent(page);
      const png = await tab.screenshot();
      const small = palettePng(png);
      const urls = [png, small].map((one) => `data:image/png;base64,${one.toString('base64')}`);
      const off = await tab.evaluate<number>(difference(urls));
      expect(off).toBeLessThan(1.5);
      expect(small.length).toBeLessThan(png.length);
      expect(palettePng(png)).toEqual(small);
    } finally {
      await browser.close();
    }
  });

  test('what Chromium does not make is refused', () => {
    const header = Buffer.alloc(25);
    header.writeUInt32BE(13, 0);
    header.write('IHDR', 4, 'latin1');
    header.set([16, 2, 0, 0, 0], 16);
    const other = Buffer.concat([Buffer.alloc(8), header, deflateSync(Buffer.alloc(0))]);
    expect(() => palettePng(other.subarray(0, 33))).toThrow('not a PNG of Chromium');
  });
});
