import type { AccountOverview } from '../app.ts';
import type { AccountView, Language, View } from '../ipc/view.ts';
import { accountOf, type JourneyState } from './journey-state.ts';
import { passView } from './pass-view.ts';
import { screenView } from './screen-view.ts';

/** What the view says beside the state. */
export interface ViewFacts {
  readonly serial: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly system: View['system'];
  /** Of the system, for a person who has chosen none. */
  readonly language: Language;
  readonly version: string;
}

/** Everything the window shows of `state`. Pure; every value is plain data, and none is a secret. */
export function journeyView(state: JourneyState, facts: ViewFacts): View {
  const account = accountOf(state);
  return {
    serial: facts.serial,
    language: state.preferences.language ?? facts.language,
    appearance: state.preferences.appearance,
    system: facts.system,
    online: state.online,
    account: account === null ? null : accountView(state, account),
    accounts: state.accounts.map((one) => accountView(state, one)),
    pass: passView(state, facts.now),
    screen: screenView(state, facts.version, facts.now),
  };
}

/** The name is known once the person has signed in since the start; empty before. */
function accountView({ names }: JourneyState, { id, address, signedIn }: AccountOverview): AccountView {
  return { id, name: names[id] ?? '', address, signedIn };
}
