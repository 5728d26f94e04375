import type { ScreenView, View } from '../../src-main/ipc/view.ts';

/** What each screen draws: the whole view, and its own part of it. */
export interface ScreenProps<K extends ScreenView['kind']> {
  readonly view: View;
  readonly screen: Extract<ScreenView, { readonly kind: K }>;
}
