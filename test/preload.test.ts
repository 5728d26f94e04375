import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePreload } from '../scripts/bundle-desktop.ts';
import { contract } from '../src-main/ipc/contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatepass-preload-'));
let source: string;
beforeAll(async () => {
  const file = join(folder, 'preload.cjs');
  await bundlePreload('src-main/preload.ts', relative(process.cwd(), file), Object.keys(contract));
  source = readFileSync(file, 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface ExposedBridge {
  invoke(channel: string, ...input: unknown[]): Promise<unknown>;
  subscribe(listener: (...args: unknown[]) => void): () => void;
}

/** Runs the built preload with a hand-written `electron`. */
function run() {
  const exposed: Record<string, ExposedBridge> = {};
  const sent: unknown[][] = [];
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  const required: string[] = [];
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: ExposedBridge) => {
        exposed[name] = api;
      },
    },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => void sent.push(args),
      on: (channel: string, listener: () => void) =>
        void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      removeListener: (channel: string, listener: () => void) =>
        void listeners.get(channel)?.delete(listener),
    },
  };
  runInNewContext(source, {
    exports: {},
    require(id: string) {
      required.push(id);
      return electron;
    },
  });
  return { exposed, sent, listeners, required };
}

describe('the preload', () => {
  it('is one small CommonJS file of at most 25 lines, with no module but electron', () => {
    expect(readFileSync('src-main/preload.ts', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(25);
    expect(source.length).toBeLessThan(2048);
    expect(run().required).toEqual(['electron']);
    expect(source).not.toMatch(/\bimport\b/);
  });

  it('has the names of the messages in it as a literal list', () => {
    for (const channel of Object.keys(contract)) expect(source).toContain(channel);
  });

  it('exposes one frozen object with two functions', () => {
    const { exposed } = run();
    expect(Object.keys(exposed)).toEqual(['gatepass']);
    expect(Object.keys(exposed['gatepass'] ?? {})).toEqual(['invoke', 'subscribe']);
    expect(Object.isFrozen(exposed['gatepass'])).toBe(true);
  });

  it('sends the messages of the contract and no other', async () => {
    const { exposed, sent } = run();
    await exposed['gatepass']?.invoke('appPassword.copy', { id: 'pw-1' });
    for (const channel of ['view', 'vault.get', '', '__proto__', 'constructor', 'toString']) {
      await expect(exposed['gatepass']?.invoke(channel, 1)).rejects.toThrow('no such message');
    }
    expect(sent).toEqual([['appPassword.copy', { id: 'pw-1' }]]);
  });

  it('hands views on without the event, until that is ended', () => {
    const { exposed, listeners } = run();
    const got: unknown[][] = [];
    const end = exposed['gatepass']?.subscribe((...args) => got.push(args));
    expect([...listeners.keys()]).toEqual(['view']);
    for (const listener of listeners.get('view') ?? []) listener({ sender: 'secret' }, { serial: 1 }, 'more');
    expect(got).toEqual([[{ serial: 1 }]]);
    end?.();
    expect(listeners.get('view')?.size).toBe(0);
  });
});
