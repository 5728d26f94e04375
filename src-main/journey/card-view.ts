import { labelOf } from '../app-passwords/app-password-name.ts';
import type { AppPasswordOverview } from '../app-passwords/overview.ts';
import type { CardView } from '../ipc/view.ts';
import { works } from './checks.ts';
import type { JourneyState } from './journey-state.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The app passwords of the mailbox on screen, as cards. Pure. @param now milliseconds since 1970 */
export function cardViews(state: JourneyState, now: number): readonly CardView[] {
  const labels = state.appPasswords.map(({ description }) => labelOf(description));
  return state.appPasswords.map((one, index) => ({
    id: one.id,
    // The tag only where two would be called the same.
    description: isTwice(labels, labels[index]) ? one.description : labelOf(one.description),
    mailApp: one.mailApp,
    icon: state.installed.find(({ id }) => id === one.mailApp)?.icon ?? null,
    madeHere: one.madeHere,
    createdAt: one.createdAt,
    expiresAt: one.expiresAt,
    daysLeft: one.expiresAt === null ? null : Math.floor((Date.parse(one.expiresAt) - now) / dayMs),
    lastProof: one.proof === null ? null : { at: one.proof.at, works: works(one.proof) },
    busy: busyWith(state, one),
  }));
}

function isTwice(labels: readonly string[], label: string | undefined): boolean {
  return labels.filter((one) => one === label).length > 1;
}

function busyWith({ works: going }: JourneyState, { id }: AppPasswordOverview): CardView['busy'] {
  if (going.some(({ task }) => task.kind === 'revoke' && task.id === id)) return 'revoking';
  return going.some(({ task }) => task.kind === 'prove' && task.id === id) ? 'checking' : null;
}
