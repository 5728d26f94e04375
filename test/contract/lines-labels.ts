import type { StalwartVersion } from '../sandbox/mail/mail-authority.ts';

/**
 * What stands for the `<labels>` the recorder put in place of secrets. The secrets of 0.15 and 0.14 had spaces in them
 * (POP3 answered "Too many arguments").
 */
export function labelValue(version: StalwartVersion, label: string): string {
  const secret = label.replace(/[^a-z]+/g, version === '0.16.18' ? '_' : ' ');
  return label.includes('token') ? `token-${secret.replaceAll(' ', '-')}` : secret;
}

/** A recorded client line as it was sent: labels replaced, `<base64 of "...">` encoded. */
export function sentLine(version: StalwartVersion, recorded: string): string {
  const encoded = recorded.replace(/<base64 of "(.*)">/, (_, quoted: string) =>
    Buffer.from(withLabels(version, quoted.replace(/\\u0000/g, '\0').replace(/\\u0001/g, '\u0001'))).toString(
      'base64',
    ),
  );
  // What is left in angle brackets with a space in it is a label; an address has none.
  return withLabels(version, encoded);
}

function withLabels(version: StalwartVersion, text: string): string {
  return text.replace(/<([a-z][^<>@]* [^<>]*)>/g, (_, label: string) => labelValue(version, label));
}
