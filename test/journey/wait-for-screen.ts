import type { View } from '../../src-main/ipc/view.ts';
import type { Journey } from '../../src-main/journey/journey-ports.ts';

export type ScreenKind = View['screen']['kind'];
export type ScreenOf<K extends ScreenKind> = Extract<View['screen'], { kind: K }>;

/** Waits for a screen; the views say when it is there. */
export function waitForScreen<K extends ScreenKind>(
  journey: Pick<Journey, 'view' | 'subscribe'>,
  kind: K,
  fits: (screen: ScreenOf<K>) => boolean = () => true,
): Promise<ScreenOf<K>> {
  const fitting = ({ screen }: View): ScreenOf<K> | null =>
    screen.kind === kind && fits(screen as ScreenOf<K>) ? (screen as ScreenOf<K>) : null;
  const here = fitting(journey.view());
  if (here) return Promise.resolve(here);
  return new Promise((resolve) => {
    const stop = journey.subscribe((view) => {
      const screen = fitting(view);
      if (screen === null) return;
      stop();
      resolve(screen);
    });
  });
}
