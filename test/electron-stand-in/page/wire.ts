/**
 * Values on their way between a page and the main process, and between the two worlds of a page: JSON with marks for
 * what JSON can't say. Stands for the structured clone of Electron's IPC and for the context bridge's copying.
 */

/** How functions cross: as a number at the sender, as a function that calls back at the receiver. */
export interface FunctionCrossing {
  readonly send?: (fn: (...args: unknown[]) => unknown) => number;
  readonly receive?: (id: number) => (...args: unknown[]) => unknown;
}

type Marked = readonly [mark: string, value?: unknown];

export function encode(value: unknown, crossing: FunctionCrossing = {}): string {
  return JSON.stringify(pack(value, crossing, new Set()));
}

export function decode(text: string, crossing: FunctionCrossing = {}): unknown {
  return unpack(JSON.parse(text), crossing);
}

function pack(value: unknown, crossing: FunctionCrossing, parents: Set<object>): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : mark('number', String(value === 0 ? '-0' : value));
    case 'undefined':
      return mark('undefined');
    case 'bigint':
      return mark('bigint', String(value));
    case 'function':
      if (crossing.send === undefined) throw new Error('An object could not be cloned.');
      return mark('function', crossing.send(value as (...args: unknown[]) => unknown));
    case 'symbol':
      throw new Error('An object could not be cloned.');
    default:
  }
  if (value === null) return null;
  const object = value as object;
  if (parents.has(object)) throw new Error('An object could not be cloned.');
  const inner = new Set(parents).add(object);
  const packed = (part: unknown): unknown => pack(part, crossing, inner);
  if (Array.isArray(object)) return { a: object.map(packed) };
  if (object instanceof Date) return mark('date', packed(object.getTime()));
  if (object instanceof Error) return mark('error', { name: object.name, message: object.message });
  if (object instanceof Map)
    return mark(
      'map',
      [...object].map(([key, part]) => [packed(key), packed(part)]),
    );
  if (object instanceof Set) return mark('set', [...object].map(packed));
  if (object instanceof Uint8Array) return mark('bytes', [...object]);
  if (typeof (object as { then?: unknown }).then === 'function')
    throw new Error('An object could not be cloned.');
  return { o: Object.entries(object).map(([key, part]) => [key, packed(part)]) };
}

function unpack(value: unknown, crossing: FunctionCrossing): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('a' in value) return (value.a as unknown[]).map((part) => unpack(part, crossing));
  if ('o' in value) {
    const object: Record<string, unknown> = {};
    for (const [key, part] of value.o as [string, unknown][]) {
      // Defined and not assigned: `__proto__` is a key like any other.
      Object.defineProperty(object, key, {
        value: unpack(part, crossing),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return object;
  }
  const [name, inner] = (value as { m: Marked }).m;
  switch (name) {
    case 'number':
      return Number(inner);
    case 'bigint':
      return BigInt(inner as string);
    case 'date':
      return new Date(unpack(inner, crossing) as number);
    case 'error': {
      const { name: kind, message } = inner as { name: string; message: string };
      return Object.assign(new Error(message), { name: kind });
    }
    case 'map':
      return new Map(
        (inner as [unknown, unknown][]).map(([key, part]) => [unpack(key, crossing), unpack(part, crossing)]),
      );
    case 'set':
      return new Set((inner as unknown[]).map((part) => unpack(part, crossing)));
    case 'bytes':
      return Uint8Array.from(inner as number[]);
    case 'function':
      if (crossing.receive === undefined) throw new Error('a function where none can be');
      return crossing.receive(inner as number);
    default:
      return undefined;
  }
}

function mark(name: string, value?: unknown): { readonly m: Marked } {
  return { m: value === undefined ? [name] : [name, value] };
}
