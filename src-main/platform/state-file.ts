import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { readPrivateFile, setAside, writePrivateFile } from './private-file.ts';
import type { ProcessLock } from './process-lock.ts';

/** One JSON document of this install. Holds no secret. */
export interface StateFile<Shape> {
  /** What is stored, or `empty` where there is nothing that can be used. @throws Fault `state.unwritable` */
  read(): Promise<Shape>;
  /**
   * Replaces what is stored by what `change` makes of it; no update of another caller or process is lost.
   * Writes nothing when `change` gives its argument back.
   * @returns what is stored now
   * @throws Fault `state.unwritable`, and whatever `change` throws
   */
  update(change: (current: Shape) => Shape): Promise<Shape>;
}

export interface StateFileOptions<Schema extends v.GenericSchema> {
  readonly path: string;
  readonly schema: Schema;
  readonly empty: v.InferOutput<Schema>;
  readonly lock: ProcessLock;
  /** Told of each file that was set aside (`state.corrupt`, fact `aside` is its new name). */
  readonly report: (fault: Fault) => void;
  /** The largest file that is read, in bytes; 4 MiB when absent. */
  readonly maxBytes?: number;
}

/**
 * A JSON file that is written as a whole (see `writePrivateFile`). A file that is not JSON or not of the schema's
 * shape is set aside beside it, reported, and counts as empty: never lost, and never a reason not to start.
 */
export function createStateFile<Schema extends v.GenericSchema>(
  options: StateFileOptions<Schema>,
): StateFile<v.InferOutput<Schema>> {
  const { path, schema, empty, lock, report, maxBytes = 4 * 1024 * 1024 } = options;
  type Shape = v.InferOutput<Schema>;

  async function readUsable(): Promise<Shape | 'unusable'> {
    let bytes: Buffer | null;
    try {
      bytes = await readPrivateFile(path, maxBytes);
    } catch (thrown) {
      if (thrown instanceof Fault && thrown.code === 'state.corrupt') return 'unusable';
      throw thrown;
    }
    if (bytes === null) return empty;
    const parsed = v.safeParse(schema, parseJson(bytes));
    return parsed.success ? parsed.output : 'unusable';
  }

  /** Only under the lock: what is set aside is then surely what was read, not what another process just wrote. */
  async function readOrSetAside(): Promise<Shape> {
    const found = await readUsable();
    if (found !== 'unusable') return found;
    const aside = await setAside(path, Date.now());
    if (aside)
      report(new Fault('state.corrupt', 'a state file could not be read', { facts: { path, aside } }));
    return empty;
  }

  return {
    async read() {
      const found = await readUsable();
      return found === 'unusable' ? lock.hold(readOrSetAside) : found;
    },
    update: (change) =>
      lock.hold(async () => {
        const current = await readOrSetAside();
        const next = change(current);
        if (next !== current) await writePrivateFile(path, Buffer.from(`${JSON.stringify(next, null, 2)}\n`));
        return next;
      }),
  };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
