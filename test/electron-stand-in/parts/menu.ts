import type { Menu, MenuItemConstructorOptions } from 'electron';
import { refuseUnknown, refuseUnknownKeys } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';
import type { MenuItemRecord, World } from '../world.ts';

const itemOptions = [
  'label',
  'role',
  'type',
  'accelerator',
  'click',
  'submenu',
  'enabled',
  'checked',
  'id',
  'visible',
];

/** A menu that was built; `click` finds an item by its labels and does what it does. */
export interface StandInMenu {
  readonly items: readonly MenuItemRecord[];
  click(path: readonly string[]): void;
}

/** `Menu`. Roles have no effect but `quit`, `close` and `about` are told to `onRole`. */
export function createMenu(world: World, onRole: (role: string) => void) {
  let applicationMenu: StandInMenu | null = null;
  const menus = new Map<object, StandInMenu>();

  function buildFromTemplate(template: readonly MenuItemConstructorOptions[]): object {
    const menu: StandInMenu = { items: template.map(recordOf), click: (path) => clickItem(template, path) };
    const api = refuseUnknown('Menu', { items: menu.items });
    menus.set(api, menu);
    return api;
  }

  function clickItem(
    template: readonly MenuItemConstructorOptions[],
    [label, ...rest]: readonly string[],
  ): void {
    const item = template.find((one) => one.label === label);
    if (item === undefined) throw new Error(`no menu item ${label}`);
    if (rest.length > 0) clickItem(item.submenu as MenuItemConstructorOptions[], rest);
    else if (item.role !== undefined) onRole(item.role);
    else (item.click as (() => void) | undefined)?.();
  }

  const api = refuseUnknown('Menu', {
    buildFromTemplate,
    setApplicationMenu(menu: object | null) {
      applicationMenu = menu === null ? null : (menus.get(menu) ?? null);
      world.records.menu = applicationMenu?.items ?? null;
    },
  } satisfies ShapeOf<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>);
  return { api, find: (menu: object) => menus.get(menu), application: () => applicationMenu };
}

function recordOf(item: MenuItemConstructorOptions): MenuItemRecord {
  refuseUnknownKeys('MenuItem', item, itemOptions);
  return {
    label: item.type === 'separator' ? '-' : (item.label ?? ''),
    role: item.role ?? null,
    items: Array.isArray(item.submenu) ? item.submenu.map(recordOf) : [],
  };
}
