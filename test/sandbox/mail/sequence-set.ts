/**
 * A test for a sequence set such as `1:3,7,10:*` (RFC 9051 section 9). `largest` is what `*` stands for; `*` names
 * the last one even when the range starts behind it.
 * @returns null when `text` is no sequence set
 */
export function sequenceSet(text: string, largest: number): ((number: number) => boolean) | null {
  if (!/^(\d+|\*)(:(\d+|\*))?(,(\d+|\*)(:(\d+|\*))?)*$/.test(text)) return null;
  const value = (bound: string) => (bound === '*' ? largest : Number(bound));
  const ranges = text.split(',').map((range) => {
    const [from = '', to = from] = range.split(':');
    return [Math.min(value(from), value(to)), Math.max(value(from), value(to))] as const;
  });
  return (number) => ranges.some(([low, high]) => number >= low && number <= high);
}
