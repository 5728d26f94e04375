/** Members that come from Node's emitter as they are. */
type Listening = 'on' | 'once' | 'off' | 'removeListener';

/**
 * What a part of the stand-in may look like: any of the members of Electron's own type `R`, each fitting its type there,
 * and none that Electron does not have. Held by the compiler against electron.d.ts, for the version the app is written
 * for.
 */
export type ShapeOf<R, Loose extends keyof R = never> = {
  readonly [K in keyof R]?: K extends Listening | Loose ? unknown : R[K];
};
