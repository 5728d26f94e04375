import type { BrowserWindow, NativeTheme, Session } from 'electron';
import { appPage } from './app-url.ts';
import { webPreferences } from './web-preferences.ts';
import { overlayOf, titleBarOf, type WindowColours, windowColours } from './window-look.ts';

export interface WindowParts {
  readonly BrowserWindow: typeof BrowserWindow;
  readonly nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors' | 'on' | 'off'>;
  readonly platform: NodeJS.Platform;
}

export interface WindowOptions {
  /** The session that serves the pages. */
  readonly session: Session;
  /** Absolute path of the built preload. */
  readonly preload: string;
  /** Shown until the page has set its own. */
  readonly title: string;
  readonly devTools: boolean;
  /** Absolute path of the window's icon; Linux only, the others take it from the program. */
  readonly icon?: string;
  /** Asked when the person closes the window: true hides it instead (close to tray, an option). */
  readonly hidesOnClose: () => boolean;
  readonly onClosed: () => void;
}

/**
 * Opens the one window of Gatepass: 1040 x 700, not below 720 x 540, at the place and size it had (kept by Electron).
 * It is shown with its first paint; until then, and while it is resized, it has the colour of the page, so that
 * nothing flashes.
 */
export function openWindow(parts: WindowParts, options: WindowOptions): BrowserWindow {
  const { nativeTheme, platform } = parts;
  const colours = (): WindowColours => windowColours[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];
  const window = new parts.BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    width: 1040,
    height: 700,
    minWidth: 720,
    minHeight: 540,
    show: false,
    title: options.title,
    backgroundColor: colours().surface,
    ...titleBarOf(platform, colours()),
    ...(platform === 'linux' && options.icon !== undefined ? { icon: options.icon } : {}),
    webPreferences: {
      ...webPreferences,
      session: options.session,
      preload: options.preload,
      devTools: options.devTools,
    },
  });
  const recolour = (): void => {
    window.setBackgroundColor(colours().surface);
    if (platform === 'win32') window.setTitleBarOverlay(overlayOf(colours()));
  };
  nativeTheme.on('updated', recolour);
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (!options.hidesOnClose()) return;
    event.preventDefault();
    window.hide();
  });
  window.once('closed', () => {
    nativeTheme.off('updated', recolour);
    options.onClosed();
  });
  // A page that failed to load says so through the window's own events; a closed window is no error.
  window.loadURL(appPage).catch(() => undefined);
  return window;
}

/** Brings the window to the front, as a second start or a click on the tray asks for. */
export function bringToFront(
  window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>,
): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
