import { Fault } from '../fault.ts';

const longest = 320;

/**
 * An e-mail address as part of a path or query: everything escaped but its `@`, because a name without `@` is a
 * question of another kind to Stalwart, and not every version unescapes paths.
 * @throws Fault input.address
 */
export function addressPath(address: string): string {
  const at = address.lastIndexOf('@');
  // Half a surrogate pair can't be encoded.
  if (at < 1 || at === address.length - 1 || address.length > longest || /\p{Cs}/u.test(address)) {
    throw new Fault('input.address', 'not an e-mail address', {
      facts: { address: address.slice(0, longest) },
    });
  }
  return `${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}`;
}
