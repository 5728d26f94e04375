import { isAppUrl } from './app-url.ts';

/** What is asked of Electron's WebFrameMain. */
export interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
  readonly detached?: boolean;
}

/**
 * Whether a message was sent by the top frame of our own window showing one of our own pages. A frame that has
 * navigated or gone since is null in Electron; sub-frames, other windows, about:blank and every other address are
 * refused without exception.
 *
 * @param sender `event.senderFrame`
 * @param mainFrame the main frame of the window, null while there is no window
 */
export function isOwnFrame(sender: Frame | null, mainFrame: Frame | null): boolean {
  if (sender === null || mainFrame === null || sender !== mainFrame) return false;
  return sender.parent === null && sender.detached !== true && isAppUrl(sender.url);
}
