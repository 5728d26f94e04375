import { inspect } from 'node:util';

/**
 * A value that must never be seen by accident: it prints as `[secret]` in JSON, logs, `inspect` and template
 * strings. `reveal()` is the only way out, so every place that uses a secret can be found by that word.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The secret itself. Pass it on at once; never keep the result. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [Symbol.toPrimitive](): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
