import { inspect } from 'node:util';
import type { Clipboard, ClipboardItem as RealItem } from 'electron';
import { describe, expect, it } from 'vitest';
import { concealedFormats, rawFormat } from '../../src-main/electron/concealed-formats.ts';
import { createSecretClipboard } from '../../src-main/electron/secret-clipboard.ts';
import type { Clock } from '../../src-main/platform/clock.ts';
import { Secret } from '../../src-main/secret.ts';
import { ClipboardItem, createClipboard } from '../electron-stand-in/parts/clipboard.ts';

/** A clock whose sleepers the test wakes. */
function fakeClock() {
  const sleepers: {
    readonly ms: number;
    readonly wake: () => void;
    readonly signal: AbortSignal | undefined;
  }[] = [];
  const clock: Pick<Clock, 'sleep'> = {
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        sleepers.push({ ms, wake: resolve, signal });
      }),
  };
  return { clock, sleepers };
}

function setUp(platform: NodeJS.Platform = 'linux') {
  const { api } = createClipboard();
  const { clock, sleepers } = fakeClock();
  const parts = {
    clipboard: api as unknown as Clipboard,
    ClipboardItem: ClipboardItem as unknown as typeof RealItem,
    clock,
    platform,
  };
  return { system: api, sleepers, secrets: createSecretClipboard(parts) };
}

/** Lets what was just woken run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a copied secret', () => {
  it('is in the clipboard with the marks of the platform, in one write', async () => {
    const { system, secrets } = setUp('win32');
    await secrets.copy(new Secret('s3cret'));
    expect(await system.readText()).toBe('s3cret');
    const [item] = await system.read();
    expect(item?.types).toEqual([
      'text/plain',
      rawFormat('ExcludeClipboardContentFromMonitorProcessing'),
      rawFormat('CanIncludeInClipboardHistory'),
      rawFormat('CanUploadToCloudClipboard'),
    ]);
  });

  it('is cleared after 45 seconds', async () => {
    const { system, secrets, sleepers } = setUp();
    await secrets.copy(new Secret('s3cret'));
    expect(sleepers.map(({ ms }) => ms)).toEqual([45_000]);
    sleepers[0]?.wake();
    await settle();
    expect(await system.read()).toEqual([]);
  });

  it('is left alone when something else was copied meanwhile', async () => {
    const { system, secrets, sleepers } = setUp();
    await secrets.copy(new Secret('s3cret'));
    await system.writeText('a shopping list');
    sleepers[0]?.wake();
    await settle();
    await secrets.clear();
    expect(await system.readText()).toBe('a shopping list');
  });

  it('starts its time anew when it is copied again', async () => {
    const { system, secrets, sleepers } = setUp();
    await secrets.copy(new Secret('one'));
    await secrets.copy(new Secret('two'));
    expect(sleepers[0]?.signal?.aborted).toBe(true);
    sleepers[0]?.wake();
    await settle();
    expect(await system.readText()).toBe('two');
    sleepers[1]?.wake();
    await settle();
    expect(await system.readText()).toBe('');
  });

  it('is cleared at once when the program ends, and nothing else is', async () => {
    const { system, secrets, sleepers } = setUp();
    await secrets.clear();
    await secrets.copy(new Secret('s3cret'));
    await secrets.clear();
    expect(await system.readText()).toBe('');
    expect(sleepers[0]?.signal?.aborted).toBe(true);
    await system.writeText('mine');
    await secrets.clear();
    expect(await system.readText()).toBe('mine');
  });

  it('is kept nowhere, and a clipboard that fails harms nothing', async () => {
    const { clock } = fakeClock();
    let broken = false;
    const secrets = createSecretClipboard({
      clipboard: {
        write: async () => undefined,
        readText: async () => {
          broken = true;
          throw new Error('the display has gone');
        },
        clear: () => undefined,
      },
      ClipboardItem: ClipboardItem as unknown as typeof RealItem,
      clock,
      platform: 'linux',
    });
    await secrets.copy(new Secret('s3cret'));
    expect(inspect(secrets, { depth: 10, showHidden: true })).not.toContain('s3cret');
    await secrets.clear();
    expect(broken).toBe(true);
  });
});

describe('the marks', () => {
  it('are those each platform documents', async () => {
    const bytes = async (value: Blob | string | undefined) =>
      value instanceof Blob ? [...new Uint8Array(await value.arrayBuffer())] : value;
    const windows = concealedFormats('win32');
    expect(await bytes(windows[rawFormat('ExcludeClipboardContentFromMonitorProcessing')])).toEqual([
      1, 0, 0, 0,
    ]);
    expect(await bytes(windows[rawFormat('CanIncludeInClipboardHistory')])).toEqual([0, 0, 0, 0]);
    expect(await bytes(windows[rawFormat('CanUploadToCloudClipboard')])).toEqual([0, 0, 0, 0]);
    expect(concealedFormats('darwin')).toEqual({
      'electron application/osclipboard;format="org.nspasteboard.ConcealedType"': '',
      'electron application/osclipboard;format="org.nspasteboard.TransientType"': '',
    });
    expect(concealedFormats('linux')).toEqual({
      'electron application/osclipboard;format="x-kde-passwordManagerHint"': 'secret',
    });
  });
});
