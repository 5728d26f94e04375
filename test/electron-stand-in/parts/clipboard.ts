import type { Clipboard } from 'electron';
import { refuseUnknown } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';

type Payload = string | Blob | Promise<string | Blob>;

/** `ClipboardItem` of Electron 44 and later. */
export class ClipboardItem {
  readonly #items: Readonly<Record<string, Payload>>;

  constructor(items: Record<string, Payload>) {
    if (Object.keys(items).length === 0) throw new TypeError('an item without a type');
    this.#items = { ...items };
  }

  get types(): string[] {
    return Object.keys(this.#items);
  }

  async getType(type: string): Promise<Blob> {
    const payload = this.#items[type];
    if (payload === undefined) throw new Error(`no ${type}`);
    const value = await payload;
    return typeof value === 'string' ? new Blob([value], { type }) : value;
  }
}

/** `clipboard`, in memory: the system's own stays as it is. */
export function createClipboard() {
  let content: ClipboardItem[] = [];
  const api = refuseUnknown('clipboard', {
    clear() {
      content = [];
    },
    has: async (type: string) => content.some((item) => item.types.includes(type)),
    read: async () => content as unknown as Awaited<ReturnType<Clipboard['read']>>,
    readText: async () => textOf(content),
    async write(items: unknown[]) {
      if (!items.every((item) => item instanceof ClipboardItem))
        throw new TypeError('clipboard.write takes ClipboardItem');
      content = items;
    },
    async writeText(text: string) {
      content = [new ClipboardItem({ 'text/plain': text })];
    },
  } satisfies ShapeOf<Clipboard>);
  return {
    api,
    async record() {
      return { text: await textOf(content), types: content.flatMap((item) => item.types) };
    },
  };
}

async function textOf(content: readonly ClipboardItem[]): Promise<string> {
  const item = content.find(({ types }) => types.includes('text/plain'));
  return item === undefined ? '' : (await item.getType('text/plain')).text();
}
