import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clipboard, ClipboardItem } from 'electron';
import type { SecretClipboard } from '../platform/clipboard.ts';
import type { Clock } from '../platform/clock.ts';
import { concealedFormats } from './concealed-formats.ts';

export interface SecretClipboardParts {
  readonly clipboard: Pick<Clipboard, 'write' | 'readText' | 'clear'>;
  readonly ClipboardItem: typeof ClipboardItem;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly platform: NodeJS.Platform;
}

const clearAfterMs = 45_000;

/**
 * The clipboard port over Electron's clipboard of version 44 and later. What was copied is recognised again by a
 * salted hash: the secret itself is not kept.
 */
export function createSecretClipboard(parts: SecretClipboardParts): SecretClipboard {
  const { clipboard, clock, platform } = parts;
  let copied: { readonly hash: Buffer; readonly salt: Buffer; readonly timer: AbortController } | null = null;

  async function clearIfOurs(): Promise<void> {
    const ours = copied;
    copied = null;
    ours?.timer.abort();
    if (ours === null) return;
    try {
      const now = hashOf(await clipboard.readText(), ours.salt);
      // Copied again while we looked: then it is not ours to clear.
      if (copied === null && timingSafeEqual(now, ours.hash)) clipboard.clear();
    } catch {
      // A clipboard that another program holds, or that has gone with the display: nothing left to clear.
    }
  }

  return {
    async copy(secret) {
      copied?.timer.abort();
      const salt = randomBytes(16);
      const timer = new AbortController();
      const entry = { salt, hash: hashOf(secret.reveal(), salt), timer };
      // Noted before it is written, so that a quit in between still clears it.
      copied = entry;
      await clipboard.write([
        new parts.ClipboardItem({ 'text/plain': secret.reveal(), ...concealedFormats(platform) }),
      ]);
      clock.sleep(clearAfterMs, timer.signal).then(
        () => (copied === entry ? clearIfOurs() : undefined),
        () => undefined,
      );
    },
    clear: clearIfOurs,
  };
}

function hashOf(text: string, salt: Buffer): Buffer {
  return createHash('sha256').update(salt).update(text).digest();
}
