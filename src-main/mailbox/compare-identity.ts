import { assertNever } from '../assert-never.ts';
import type { Generation } from '../discovery/mail-service.ts';

export interface IdentityQuestion {
  readonly generation: Generation;
  /** As the person typed it. */
  readonly address: string;
  /** What the server reported after activation. */
  readonly login: string;
  /**
   * The user name anonymous autoconfig gives for the address, asked AFTER activation. Up to 0.15 the second opinion:
   * it is the principal's name where the address is that principal's first one, else the address again.
   */
  readonly autoconfigLogin: string | null;
}

export interface IdentityComparison {
  /** `unsure`: a bare name that fits the address, but nothing says that it is that mailbox. */
  readonly kind: 'same' | 'different' | 'unsure';
  readonly address: string;
  readonly login: string;
  /**
   * The server's name has capitals. 0.16 lowers what mail apps log in with, but not the name it took from the sign-in
   * service, so such an account can't be logged in to.
   */
  readonly hasCapitals: boolean;
}

/** Whether the person who signed in is the person whose address was typed. Pure. */
export function compareIdentity(question: IdentityQuestion): IdentityComparison {
  const { address, login } = question;
  return { kind: kindOf(question), address, login, hasCapitals: login !== login.toLowerCase() };
}

function kindOf({
  generation,
  address,
  login,
  autoconfigLogin,
}: IdentityQuestion): IdentityComparison['kind'] {
  // Capitals are no other person: mail domains have no case, and Stalwart lowers the rest when mail apps log in.
  if (isEqual(login, address)) return 'same';
  switch (generation) {
    case 'jmap':
      return 'different';
    case 'rest':
      if (autoconfigLogin !== null && isEqual(autoconfigLogin, login)) return 'same';
      if (autoconfigLogin !== null && !isEqual(autoconfigLogin, address)) return 'different';
      return isEqual(login, address.slice(0, address.lastIndexOf('@'))) ? 'unsure' : 'different';
    default:
      return assertNever(generation);
  }
}

function isEqual(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
