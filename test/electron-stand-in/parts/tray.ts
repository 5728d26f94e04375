import { existsSync } from 'node:fs';
import type { Tray } from 'electron';
import { refuseUnknown } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';
import { createEvents, type World } from '../world.ts';
import type { StandInMenu } from './menu.ts';

/** `Tray`, recorded; `click` stands for the person. */
export function createTray(world: World, findMenu: (menu: object) => StandInMenu | undefined) {
  const live: { readonly click: () => void; readonly menu: () => StandInMenu | undefined }[] = [];

  function makeTray(icon: string): object {
    if (typeof icon !== 'string' || !existsSync(icon)) throw new Error(`no picture for the tray: ${icon}`);
    const events = createEvents();
    let menu: StandInMenu | undefined;
    const record: World['records']['trays'][number] = { icon, tooltip: '', items: [], destroyed: false };
    const entry = { click: () => void events.emit('click', {}), menu: () => menu };
    world.records.trays.push(record);
    live.push(entry);
    return refuseUnknown('Tray', {
      on: events.on.bind(events),
      setToolTip(text: string) {
        record.tooltip = text;
      },
      setImage(path: string) {
        record.icon = path;
      },
      setContextMenu(api: object) {
        menu = findMenu(api);
        record.items = menu?.items ?? [];
      },
      destroy() {
        record.destroyed = true;
        live.splice(live.indexOf(entry), 1);
      },
      isDestroyed: () => record.destroyed,
    } satisfies ShapeOf<Tray, 'setContextMenu'>);
  }
  return { Tray: makeTray, last: () => live.at(-1) };
}
