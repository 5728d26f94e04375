import type { BrowserWindowConstructorOptions, TitleBarOverlay } from 'electron';

/** The colours of the page behind the first paint: `--surface` and `--text` of the renderer's tokens. */
export interface WindowColours {
  readonly surface: string;
  readonly text: string;
}

export const windowColours = Object.freeze({
  light: { surface: '#f6f5f1', text: '#1b2321' },
  dark: { surface: '#191d1c', text: '#ecefed' },
}) satisfies Record<'light' | 'dark', WindowColours>;

/** Height of the page's own title bar where it has one, in CSS pixels. */
export const titleBarHeight = 44;

/**
 * How the system's frame and our title bar share the top edge: on macOS and Windows the page draws the bar and the
 * system its buttons in it; on Linux the desktop's own frame stays, since which side its buttons are on is not known.
 */
export function titleBarOf(
  platform: NodeJS.Platform,
  colours: WindowColours,
): BrowserWindowConstructorOptions {
  switch (platform) {
    case 'darwin':
      return { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 16, y: 15 } };
    case 'win32':
      return { titleBarStyle: 'hidden', titleBarOverlay: overlayOf(colours) };
    default:
      return { autoHideMenuBar: true };
  }
}

/** The strip with the window buttons on Windows, in the colours of the page. */
export function overlayOf(colours: WindowColours): TitleBarOverlay {
  return { color: colours.surface, symbolColor: colours.text, height: titleBarHeight };
}
