import { stepWords } from '../../assets/messages/step-words.en.ts';

export interface StepTime {
  readonly name: string;
  readonly ms: number;
}

/** What runs side by side ends in any order; the list has the order of the checklist. Pure. */
export function inOrder(steps: readonly StepTime[]): readonly StepTime[] {
  const order = Object.keys(stepWords);
  return steps.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}
