import { afterAll, afterEach, beforeAll, describe, vi } from 'vitest';
import { skipUnless } from '../support/skip.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { mainJobByMouse } from './main-job-story.ts';
import { openWindowStage, type WindowStage } from './window-stage.ts';

// The whole main job in the window by mouse, on both generations, and what a second start begins with.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const story = skipUnless(keyringInstalled, keyringMissing);

describe.each(['0.16.18', '0.15.5'] as const)('%s', (serverVersion) => {
  let stage: WindowStage;
  beforeAll(async () => {
    if (keyringInstalled) stage = await openWindowStage({ serverVersion });
  });
  afterAll(() => stage?.close());
  afterEach(() => stage?.forget());

  story('from the address to a working mail app, by mouse, and again after a new start', () =>
    mainJobByMouse(stage),
  );
});
