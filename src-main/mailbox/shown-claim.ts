const longest = 80;

/** A claim as it may stand in a sentence: one short line without control or formatting characters. Pure. */
export function shown(value: string): string {
  const line = value.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return `“${line.length > longest ? `${line.slice(0, longest)}…` : line}”`;
}
