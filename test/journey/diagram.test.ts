import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../architecture/source-tree.ts';
import { transitions } from './transitions.ts';

/** `found -->|"address.change, back"| welcome`, one way for each label. */
function drawn(): readonly string[] {
  const text = readFileSync(join(root, 'docs/journey.md'), 'utf8');
  const blocks = [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');
  return blocks.flatMap((block) =>
    [...block.matchAll(/^ {2}(\S+) -->\|"([^"]+)"\| (\S+)$/gm)].flatMap(([, from, labels, to]) =>
      (labels ?? '').split(', ').map((label) => `${from} --> ${to} : ${label}`),
    ),
  );
}

test('the pictures of the journey are complete and true', () => {
  const inThePictures = drawn();
  expect([...inThePictures].sort()).toEqual([...transitions()].sort());
  expect(new Set(inThePictures).size).toBe(inThePictures.length);
});
