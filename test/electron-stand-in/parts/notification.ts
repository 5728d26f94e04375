import { refuseUnknown, refuseUnknownKeys } from '../refuse-unknown.ts';
import { createEvents, type World } from '../world.ts';

/** `Notification`, recorded; `click` stands for the person. */
export function createNotification(world: World) {
  const clicks: (() => void)[] = [];

  function Notification(options: { title?: string; body?: string }): object {
    refuseUnknownKeys('Notification', options, ['title', 'body', 'silent', 'icon']);
    const events = createEvents();
    const record = { title: options.title ?? '', body: options.body ?? '', closed: false };
    return refuseUnknown('Notification', {
      on: events.on.bind(events),
      show() {
        world.records.notifications.push(record);
        clicks.push(() => void events.emit('click', {}));
        events.emit('show', {});
      },
      close() {
        record.closed = true;
        events.emit('close', {});
      },
    });
  }
  return {
    Notification: Object.assign(Notification, { isSupported: () => true }),
    click: (index: number) => clicks[index]?.(),
  };
}
