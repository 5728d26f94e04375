import type * as v from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import { contract } from '../../src-main/ipc/contract.ts';
import type { Intent } from '../../src-main/journey/journey-event.ts';
import { intents } from './transitions.ts';

/** What the schema of a message lets through, with the message's name as its kind. */
type JourneyMessage = keyof typeof contract;
type Told<K extends JourneyMessage> = K extends JourneyMessage
  ? { readonly kind: K } & (v.InferOutput<(typeof contract)[K]['in']> extends infer Input extends object
      ? Input
      : unknown)
  : never;

test('every intent is a message, and a message that passed its schema is that intent', () => {
  expectTypeOf<Exclude<Intent['kind'], JourneyMessage>>().toBeNever();
  expectTypeOf<Exclude<Told<Intent['kind']>, Intent>>().toBeNever();
  expect(new Set(intents.map(({ kind }) => kind)).size).toBe(
    Object.keys(contract).length - directMessages.length,
  );
});

/** Answered at once, without the machine. */
const directMessages: readonly JourneyMessage[] = [
  'view.get',
  'signIn.copyLink',
  'appPassword.copy',
  'appPassword.reveal',
  'field.copy',
  'diagnosis.copyReport',
  'links.open',
];
