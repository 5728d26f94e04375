export interface EhloFacts {
  readonly hostName: string;
  /** Port 25 offers no AUTH. */
  readonly role: 'submission' | 'reception';
  readonly secure: boolean;
  /** Whether STARTTLS can still be said. */
  readonly startTls: boolean;
  /** Bytes. */
  readonly largestMail: number;
}

/** The lines after EHLO in Stalwart's order, the same on 0.16.18, 0.15.5 and 0.14.0; without the last line end. */
export function ehloAnswer({ hostName, role, secure, startTls, largestMail }: EhloFacts): string {
  const mechanisms = secure ? 'PLAIN LOGIN XOAUTH2 OAUTHBEARER' : 'XOAUTH2 OAUTHBEARER';
  const words = [
    `${hostName} you had me at EHLO`,
    ...(startTls ? ['STARTTLS'] : []),
    'SMTPUTF8',
    `SIZE ${largestMail}`,
    'REQUIRETLS',
    'PIPELINING',
    'NO-SOLICITING',
    'ENHANCEDSTATUSCODES',
    'CHUNKING',
    'BINARYMIME',
    ...(role === 'submission' ? [`AUTH ${mechanisms}`] : []),
    '8BITMIME',
  ];
  return words.map((word, index) => `250${index === words.length - 1 ? ' ' : '-'}${word}`).join('\r\n');
}
