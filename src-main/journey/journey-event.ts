import type { TaskNews, TaskResult } from './journey-task.ts';
import type { Preferences } from './preferences.ts';

export type Destination = 'home' | 'activity' | 'preferences' | 'diagnosis';

/** What a person wants: the messages of the window that change something. */
export type Intent =
  | {
      readonly kind: 'address.submit';
      readonly address: string;
      readonly server: string | null;
      readonly issuer: string | null;
    }
  | { readonly kind: 'address.change' }
  | { readonly kind: 'signIn.start' }
  | { readonly kind: 'signIn.openAgain' }
  | { readonly kind: 'signIn.cancel' }
  | { readonly kind: 'person.accept' }
  | { readonly kind: 'person.again' }
  | { readonly kind: 'mailApp.choose'; readonly id: string }
  | { readonly kind: 'mailApp.continue' }
  | { readonly kind: 'mailApp.later' }
  | { readonly kind: 'name.submit'; readonly name: string; readonly lifetime: string }
  | { readonly kind: 'working.cancel' }
  | { readonly kind: 'back' }
  | { readonly kind: 'settings.works' }
  | { readonly kind: 'settings.fails' }
  | { readonly kind: 'settings.later' }
  | { readonly kind: 'proof.again'; readonly id: string }
  | { readonly kind: 'home.connect' }
  | { readonly kind: 'card.settings'; readonly id: string }
  | { readonly kind: 'card.renew'; readonly id: string }
  | { readonly kind: 'card.revoke'; readonly id: string }
  | { readonly kind: 'quota.revokeAndContinue'; readonly id: string }
  | { readonly kind: 'nav.go'; readonly to: Destination }
  | { readonly kind: 'diagnosis.run' }
  | ({ readonly kind: 'preferences.set' } & Partial<Preferences>)
  | { readonly kind: 'account.choose'; readonly id: string }
  | { readonly kind: 'account.add' }
  | { readonly kind: 'account.signOut' }
  | { readonly kind: 'fault.retry' }
  | { readonly kind: 'fault.dismiss' };

/** What "try again" may do. */
export type Retry = Intent | { readonly kind: 'start' } | { readonly kind: 'sign-in-again' };

/** What happens: an intent, or what became of an effect. */
export type JourneyEvent =
  | Retry
  | { readonly kind: 'browser'; readonly opened: boolean }
  | { readonly kind: 'news'; readonly work: number; readonly news: TaskNews }
  | { readonly kind: 'ended'; readonly work: number; readonly result: TaskResult };
