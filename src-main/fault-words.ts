import { type FaultWords, faultWordsEn } from '../assets/messages/fault-words.en.ts';
import type { Fault, FaultFacts } from './fault.ts';

/** What a person reads for a fault: what happened, then what to do now. */
export function faultWords(fault: Fault): FaultWords {
  const words = faultWordsEn[fault.code];
  return { happened: fill(words.happened, fault.facts), now: fill(words.now, fault.facts) };
}

/** Fills `{name}` from `facts`; a fact nobody gave reads as "?" rather than as a hole or a crash. */
function fill(template: string, facts: FaultFacts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(Object.hasOwn(facts, name) ? facts[name] : '?'),
  );
}
