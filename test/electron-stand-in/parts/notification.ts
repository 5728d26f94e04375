import type { Notification } from 'electron';
import { refuseUnknown, refuseUnknownKeys } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';
import { createEvents, type World } from '../world.ts';

/** `Notification`, recorded; `click` stands for the person. */
export function createNotification(world: World) {
  const clicks: (() => void)[] = [];

  function makeNotification(options: { title?: string; body?: string }): object {
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
    } satisfies ShapeOf<Notification>);
  }
  return {
    Notification: Object.assign(makeNotification, { isSupported: () => true }),
    click: (index: number) => clicks[index]?.(),
  };
}
