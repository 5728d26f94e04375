import type { ActiveMailbox } from './activate-mailbox.ts';

/** What a person should know after an activation, in one sentence or two; null when all is plain. Pure. */
export function activationNote(
  active: Pick<ActiveMailbox, 'mayBounceForAnHour' | 'identity'>,
): string | null {
  const notes = [
    active.mayBounceForAnHour
      ? 'If mail was sent to you before this first sign-in, this server may go on bouncing your mail for up to an hour.'
      : null,
    active.identity.hasCapitals
      ? `The server writes your name with capitals (${active.identity.login}); mail apps may not be able to log in. Ask your mail admin to write it in small letters.`
      : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join(' ');
}
