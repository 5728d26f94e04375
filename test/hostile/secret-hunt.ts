import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** A place something was seen in, e.g. a path or `stderr of gatepass activate`. */
interface Sighting {
  readonly place: string;
  readonly bytes: Buffer;
}

/** Remembers all that a run left behind or showed, and looks for secrets in it when they are all known. */
export interface SecretHunt {
  /** Something that must never be seen, with a name for the report. */
  secret(name: string, value: string | null | undefined): void;
  saw(place: string, content: string | Buffer): void;
  /** Every file below, as it is now. */
  sawFiles(directory: string): Promise<void>;
  /** Reads what other users can see of a process (proc(5)) and of its children, until it has ended. */
  follow(pid: number): void;
  /** `<secret> in <place>` for each. Waits for the followed processes. */
  found(): Promise<readonly string[]>;
  /** How much there was to look through: a hunt in nothing proves nothing. */
  counts(): { readonly secrets: number; readonly places: number; readonly processes: number };
}

export function createSecretHunt(): SecretHunt {
  const secrets = new Map<string, string>();
  const sightings = new Map<string, Sighting>();
  const followed: Promise<void>[] = [];
  const processes = new Set<number>();

  function saw(place: string, content: string | Buffer): void {
    const bytes = Buffer.from(content);
    sightings.set(`${place}\0${bytes.toString('base64')}`, { place, bytes });
  }

  async function sample(pid: number): Promise<void> {
    const read = (name: string) => readFile(`/proc/${pid}/${name}`);
    const [words, variables, children] = await Promise.all([
      read('cmdline'),
      read('environ'),
      readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => ''),
    ]);
    saw('arguments of a process', words);
    saw('environment of a process', variables);
    processes.add(pid);
    await Promise.all(
      children
        .split(' ')
        .filter(Boolean)
        .map((child) => sample(Number(child)).catch(() => undefined)),
    );
  }

  async function followToTheEnd(pid: number): Promise<void> {
    for (;;) {
      try {
        await readlink(`/proc/${pid}/exe`);
        await sample(pid);
      } catch {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  return {
    secret: (name, value) => {
      if (value) secrets.set(value, name);
    },
    saw,
    async sawFiles(directory) {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        saw(`name of ${path}`, path);
        // A file may be gone between the listing and the look.
        await readFile(path).then(
          (bytes) => saw(path, bytes),
          () => undefined,
        );
      }
    },
    follow: (pid) => void followed.push(followToTheEnd(pid)),
    async found() {
      await Promise.all(followed);
      return [...secrets].flatMap(([value, name]) => {
        const disguises = disguisesOf(value);
        return [...sightings.values()]
          .filter(({ bytes }) => disguises.some((disguise) => bytes.includes(disguise)))
          .map(({ place }) => `${name} in ${place}`);
      });
    },
    counts: () => ({ secrets: secrets.size, places: sightings.size, processes: processes.size }),
  };
}

/** As it is, in JSON, in an address, in hex, and in base64 at each of the three offsets. */
function disguisesOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const shifted = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // The first and the last characters depend on what stands before and behind.
    return text.slice(offset === 0 ? 0 : 4, -4);
  });
  const all = [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    bytes.toString('hex'),
    ...shifted,
    ...shifted.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(all)].filter((text) => text.length >= 8);
}
