/**
 * `object` with a refusal for everything it does not have, so that code under test never meets an undefined that the
 * real Electron would not give. Symbols and `then` are asked for by the language itself.
 */
export function refuseUnknown<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === 'symbol' || key === 'then' || key in target) {
        const value: unknown = Reflect.get(target, key, target);
        // Methods keep the object as their `this`: emitters write to it.
        return typeof value === 'function' ? value.bind(target) : value;
      }
      throw new Error(
        `The stand-in for Electron has no ${name}.${key}: add it to test/electron-stand-in if the app needs it`,
      );
    },
    set(_target, key) {
      throw new Error(`The stand-in for Electron can't set ${name}.${String(key)}`);
    },
  });
}

/** `options` with a complaint about every key that is not in `known`. */
export function refuseUnknownKeys(name: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) {
    if (!known.includes(key))
      throw new Error(`The stand-in for Electron does not know the option ${key} of ${name}`);
  }
}
