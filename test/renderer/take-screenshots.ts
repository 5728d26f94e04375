import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { View } from '../../src-main/ipc/view.ts';
import { buildRenderer } from './build-renderer.ts';
import { fixtures } from './fixtures.ts';
import { palettePng } from './palette-png.ts';
import { type Look, serveRenderer } from './serve-renderer.ts';

interface Shot {
  readonly suffix: string;
  readonly look: Look;
  readonly view?: Partial<View>;
}

const shots: readonly Shot[] = [
  { suffix: '', look: {} },
  { suffix: '-dark', look: { scheme: 'dark' } },
  { suffix: '-720x540', look: { width: 720, height: 540 } },
  { suffix: '-720x540-dark', look: { width: 720, height: 540, scheme: 'dark' } },
  { suffix: '-ar', look: {}, view: { language: 'ar' } },
];

/** One of each screen, which is shown in every look; what else can be on it is seen once, in `plain`. */
const screens = [
  'loading',
  'welcome-typed',
  'found',
  'in-browser',
  'mailbox-ready',
  'wrong-person',
  'pick-mail-app',
  'name-and-lifetime',
  'working',
  'settings',
  'it-does-not-work',
  'home',
  'activity',
  'preferences',
  'diagnosis',
  'locked',
];
const plain = ['in-browser-code', 'working-failed', 'settings-partly', 'home-empty', 'offline', 'quota'];

/** The fonts of the pictures: open ones where the machine has them, since a bare one has no system face. */
const fontConfig = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir><cachedir prefix="xdg">fontconfig</cachedir>
  ${['system-ui', 'sans-serif'].map((face) => alias(face, ['Inter', 'Noto Sans Arabic', 'Noto Sans CJK JP', 'DejaVu Sans'])).join('')}
  ${['ui-monospace', 'monospace'].map((face) => alias(face, ['JetBrains Mono', 'DejaVu Sans Mono'])).join('')}
</fontconfig>`;

function alias(face: string, faces: readonly string[]): string {
  return `<match target="pattern"><test name="family"><string>${face}</string></test><edit name="family" mode="prepend" binding="strong">${faces.map((name) => `<string>${name}</string>`).join('')}</edit></match>`;
}

/**
 * Takes pictures of the screens, from fixtures, into docs/screenshots: every screen in every look.
 * @param options `--only=TEXT` for all fixtures whose name contains it, `--to=FOLDER`, `--look=SUFFIX`, `--all`
 */
export async function takeScreenshots(options: readonly string[]): Promise<void> {
  const value = (name: string): string | undefined =>
    options.find((option) => option.startsWith(`--${name}=`))?.slice(name.length + 3);
  const folder = value('to') ?? 'docs/screenshots';
  const everything = options.includes('--all') || value('only') !== undefined;
  await mkdir(folder, { recursive: true });
  await mkdir('out', { recursive: true });
  const fonts = join(process.cwd(), 'out/screenshot-fonts.conf');
  await writeFile(fonts, fontConfig);
  const server = await serveRenderer(await buildRenderer('screenshots'), { FONTCONFIG_FILE: fonts });
  try {
    for (const [name, view] of Object.entries(fixtures)) {
      if (!name.includes(value('only') ?? '')) continue;
      const looks =
        everything || screens.includes(name) ? shots : shots.slice(0, plain.includes(name) ? 1 : 0);
      for (const shot of looks) {
        if (value('look') !== undefined && shot.suffix !== value('look')) continue;
        const window = await server.open({ ...view(), ...shot.view }, shot.look);
        await window.page.clock.runFor(600);
        await writeFile(
          join(folder, `${name}${shot.suffix}.png`),
          palettePng(await window.page.screenshot()),
        );
        await window.close();
        for (const complaint of window.complaints) console.error(`${name}${shot.suffix}: ${complaint}`);
      }
    }
  } finally {
    await server.close();
  }
}
