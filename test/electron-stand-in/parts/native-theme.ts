import type { NativeTheme } from 'electron';
import { refuseUnknown } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';
import { createEvents, type World } from '../world.ts';

/** `nativeTheme`; `set` stands for the person who changes the system's colours. */
export function createNativeTheme(world: World) {
  const events = createEvents();
  let source: 'system' | 'light' | 'dark' = 'system';
  let system = world.darkColours;
  const state = {
    on: events.on.bind(events),
    off: events.off.bind(events),
    get shouldUseDarkColors() {
      return world.darkColours;
    },
    get themeSource() {
      return source;
    },
    set themeSource(value: typeof source) {
      source = value;
      apply();
    },
  } satisfies ShapeOf<NativeTheme>;

  function apply(): void {
    world.darkColours = source === 'system' ? system : source === 'dark';
    for (const window of world.windows) {
      void window.page.then((page) => page.setColourScheme(world.darkColours ? 'dark' : 'light'));
    }
    events.emit('updated');
  }

  return {
    // Written to by the app, which nothing else of the module is.
    api: new Proxy(refuseUnknown('nativeTheme', state), {
      set(_target, key, value) {
        if (key !== 'themeSource') return false;
        state.themeSource = value;
        return true;
      },
    }),
    set(dark: boolean) {
      system = dark;
      apply();
    },
  };
}
