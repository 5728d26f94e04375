import type { DeviceCodeToShow } from '../sign-in/sign-in-person.ts';

/** What the terminal says when a person must type a code (RFC 8628 sections 5.4 and 6.1: with a warning). Pure. */
export function deviceCodeLines({ url, code, guessed }: DeviceCodeToShow): readonly string[] {
  return [
    ...(guessed
      ? ['This server does not say where people sign in. If you sign in elsewhere, add --issuer URL.']
      : []),
    `Open: ${url.href}`,
    `Code: ${code}`,
    'Type it only on a page you opened yourself. If someone sent you a code or asks for this one, stop.',
  ];
}
