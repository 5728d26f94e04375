import type { JourneyEvent } from '../../src-main/journey/journey-event.ts';
import type { Task, TaskResult } from '../../src-main/journey/journey-task.ts';
import {
  appPassword,
  created,
  failed,
  foreign,
  found,
  giftshop,
  listed,
  loaded,
  mara,
  nameIt,
  old,
  places,
  signedIn,
  submit,
  wrongPerson,
} from './journey-world.ts';

/** Every intent, with what fits the world of the tests. */
export const intents: readonly JourneyEvent[] = [
  submit(),
  { kind: 'address.change' },
  { kind: 'signIn.start' },
  { kind: 'signIn.openAgain' },
  { kind: 'signIn.cancel' },
  { kind: 'person.accept' },
  { kind: 'person.again' },
  { kind: 'mailApp.choose', id: 'thunderbird' },
  { kind: 'mailApp.choose', id: 'no-such-app' },
  { kind: 'mailApp.continue' },
  { kind: 'mailApp.later' },
  nameIt,
  { kind: 'working.cancel' },
  { kind: 'back' },
  { kind: 'settings.works' },
  { kind: 'settings.fails' },
  { kind: 'settings.later' },
  { kind: 'proof.again', id: old.id },
  { kind: 'proof.again', id: 'outlook-bbbbbb' },
  { kind: 'home.connect' },
  { kind: 'card.settings', id: old.id },
  { kind: 'card.settings', id: foreign.id },
  { kind: 'card.renew', id: old.id },
  { kind: 'card.renew', id: foreign.id },
  { kind: 'card.revoke', id: old.id },
  { kind: 'quota.revokeAndContinue', id: foreign.id },
  { kind: 'nav.go', to: 'home' },
  { kind: 'nav.go', to: 'activity' },
  { kind: 'nav.go', to: 'preferences' },
  { kind: 'nav.go', to: 'diagnosis' },
  { kind: 'diagnosis.run' },
  { kind: 'preferences.set', appearance: 'dark' },
  { kind: 'account.choose', id: giftshop.id },
  { kind: 'account.add' },
  { kind: 'account.signOut' },
  { kind: 'fault.retry' },
  { kind: 'fault.dismiss' },
];

const online: TaskResult = { kind: 'waited', online: true };

/** How each kind of work may end. */
export const endings: Readonly<Record<Task['kind'], readonly TaskResult[]>> = {
  load: [loaded(), loaded([mara]), failed('state.unwritable')],
  find: [
    { kind: 'found', found },
    failed('network.offline'),
    failed('input.server-needed'),
    failed('issuer.unknown'),
  ],
  'sign-in': [
    signedIn(),
    wrongPerson,
    failed('signin.denied'),
    failed('vault.locked'),
    failed('signin.cancelled'),
  ],
  list: [listed(old, foreign), failed('network.timeout'), failed('signin.needed')],
  create: [
    created(),
    failed('server.refused'),
    failed('server.quota'),
    failed('vault.locked'),
    failed('network.offline'),
    failed('signin.needed'),
    failed('input.invalid'),
  ],
  revoke: [{ kind: 'revoked' }, failed('network.timeout')],
  prove: [{ kind: 'proved', appPassword: appPassword('outlook-bbbbbb') }, failed('vault.locked')],
  'sign-out': [
    { kind: 'signed-out', accounts: [] },
    { kind: 'signed-out', accounts: [giftshop] },
    failed('vault.locked'),
  ],
  diagnose: [{ kind: 'diagnosed' }, failed('network.timeout')],
  'look-at-keychain': [{ kind: 'keychain', keychain: { name: 'keychain', state: 'locked' } }],
  wait: [online, { kind: 'waited', online: false }],
};

/** `home --> settings : card.settings` for each way from one screen to another, found by trying all of them. */
export function transitions(): ReadonlySet<string> {
  const ways = new Set<string>();
  for (const place of Object.values(places)) {
    const from = place();
    const works = from.state.works.flatMap(({ id, task }) =>
      endings[task.kind].map((result) => ({ kind: 'ended', work: id, result }) as const),
    );
    for (const event of [...intents, ...works]) {
      const to = from.fork().send(event).screen.kind;
      if (to !== from.screen.kind) ways.add(`${from.screen.kind} --> ${to} : ${labelOf(event)}`);
    }
  }
  return ways;
}

function labelOf(event: JourneyEvent): string {
  if (event.kind === 'nav.go') return `nav.go ${event.to}`;
  if (event.kind !== 'ended') return event.kind;
  return event.result.kind === 'failed' ? `failed ${event.result.fault.code}` : event.result.kind;
}
