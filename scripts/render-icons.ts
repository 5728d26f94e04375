import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const background = 'html,body{margin:0}svg{display:block}';

/**
 * Renders the icons from their sources in assets/icons, by Chromium.
 * @param folder gets `linux/NxN.png`, `mac.png`, `win.png`, `window.png`, `tray.png`, `trayTemplate.png` and its @2x
 * @param executablePath of Chromium
 */
export async function renderIcons(folder: string, executablePath: string): Promise<void> {
  const icon = readFileSync('assets/icons/gatepass.svg', 'utf8');
  const mark = readFileSync('assets/icons/mark.svg', 'utf8');
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    const render = async (svg: string, size: number, file: string, padding = 0): Promise<void> => {
      await page.setViewportSize({ width: size, height: size });
      const inner = Math.round(size * (1 - 2 * padding));
      const style = `${background}svg{width:${inner}px;height:${inner}px;margin:${(size - inner) / 2}px}`;
      await page.setContent(`<style>${style}</style>${svg}`);
      writeFileSync(join(folder, file), await page.screenshot({ omitBackground: true }));
    };
    mkdirSync(join(folder, 'linux'), { recursive: true });
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
      await render(icon, size, `linux/${size}x${size}.png`);
    // Apple's grid leaves a tenth free on every side; Windows and Linux use the whole square.
    await render(icon, 1024, 'mac.png', 0.0977);
    await render(icon, 256, 'win.png');
    await render(icon, 256, 'window.png');
    await render(icon, 32, 'tray.png');
    // A template picture is black and transparent: macOS colours it like the menu bar.
    await render(mark, 16, 'trayTemplate.png');
    await render(mark, 32, 'trayTemplate@2x.png');
  } finally {
    await browser.close();
  }
}
