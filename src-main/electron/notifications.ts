import type { Notification } from 'electron';
import type { Notice, Notifier } from '../platform/notifier.ts';
import { redact } from '../platform/redact.ts';

export interface NotificationsOptions {
  /** A notification was clicked: bring the window to the front, at what the notice is about. */
  readonly onClick: (id: string) => void;
}

/**
 * The Notifier port over the system's notifications. Notices are made of our own words and of names people gave, so
 * they hold no secret; what looks like one all the same is taken out.
 */
export function createNotifications(
  parts: { readonly Notification: typeof Notification },
  { onClick }: NotificationsOptions,
): Notifier {
  // Kept while they can be clicked: an object nobody holds is collected, and its click with it.
  const shown = new Map<string, Notification>();
  return {
    notify(notice: Notice) {
      if (!parts.Notification.isSupported()) return;
      shown.get(notice.id)?.close();
      const notification = new parts.Notification({ title: line(notice.title), body: line(notice.body) });
      notification.on('click', () => onClick(notice.id));
      notification.on('close', () => {
        if (shown.get(notice.id) === notification) shown.delete(notice.id);
      });
      shown.set(notice.id, notification);
      notification.show();
    },
  };
}

/** One line of at most 200 characters; direction overrides (Unicode Cf) could make a name read as something else. */
function line(text: string): string {
  return redact(text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()).slice(0, 200);
}
