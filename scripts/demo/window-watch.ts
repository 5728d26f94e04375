import { Fault } from '../../src-main/fault.ts';
import type { CheckView, FaultView, ScreenView, View } from '../../src-main/ipc/view.ts';
import type { StepEvent, StepName } from '../../src-main/steps.ts';

type Kind = ScreenView['kind'];

/** Makes the checklist of the main job out of what the window shows. */
export interface WindowWatch {
  readonly onView: (view: View) => void;
  /** Which screen the window shows. */
  kind(): Kind;
  /** Settles when it shows `kind`. @throws Fault what stands in the way instead; the signal's reason */
  until(kind: Kind, signal: AbortSignal): Promise<void>;
}

export interface WindowWatchOptions {
  readonly onStep: (event: StepEvent) => void;
  /** Milliseconds of any clock. */
  readonly now: () => number;
  /** For the line of the keychain. */
  readonly keychain: string;
}

const made: readonly CheckView['name'][] = ['created', 'imap', 'smtp', 'jmap', 'kept'];

export function createWindowWatch({ onStep, now, keychain }: WindowWatchOptions): WindowWatch {
  const since = new Map<StepName, number>();
  const ended = new Set<StepName>();
  const waiting = new Set<() => void>();
  let screen: ScreenView = { kind: 'loading' };
  let name: string | null = null;

  function runs(step: StepName): void {
    if (since.has(step)) return;
    since.set(step, now());
    onStep({ step, state: 'running' });
  }
  function ends(
    step: StepName,
    detail: string | null = null,
    state: 'done' | 'failed' = 'done',
    ms?: number,
  ): void {
    if (ended.has(step)) return;
    runs(step);
    ended.add(step);
    onStep({ step, state, ms: ms ?? now() - (since.get(step) ?? now()), detail });
  }
  function check({ name: step, state, ms }: CheckView): void {
    if (!isMade(step) || state === 'waiting') return;
    if (state === 'working') runs(step);
    else ends(step, detailOf(step), state, ms ?? undefined);
  }
  function detailOf(step: StepName): string | null {
    if (step === 'created') return name;
    return step === 'kept' ? keychain : null;
  }

  function look(shown: ScreenView): void {
    switch (shown.kind) {
      case 'welcome':
        if (shown.busy) runs('found');
        return;
      case 'found':
        ends('found');
        return;
      case 'in-browser':
        runs('signed-in');
        // The code that came back is exchanged, and the mailbox activated.
        if (shown.finishing) runs('active');
        return;
      case 'mailbox-ready':
        ends(
          'signed-in',
          shown.login,
          'done',
          (since.get('active') ?? now()) - (since.get('signed-in') ?? now()),
        );
        ends('active', shown.login);
        return;
      case 'name-and-lifetime':
        name = shown.name;
        return;
      case 'working':
        for (const one of shown.checks) check(one);
        return;
      case 'settings':
        // The last of them may have ended with the screen they were on.
        for (const one of shown.failedChecks) check(one);
        for (const step of made) if (isMade(step)) ends(step, detailOf(step));
        return;
      default:
    }
  }

  return {
    onView(view) {
      screen = view.screen;
      look(screen);
      for (const heard of waiting) heard();
    },
    kind: () => screen.kind,
    until: (kind, signal) =>
      new Promise((resolve, reject) => {
        const settle = (how: () => void) => {
          waiting.delete(heard);
          signal.removeEventListener('abort', gone);
          how();
        };
        const gone = () => settle(() => reject(signal.reason));
        const heard = () => {
          const fault = faultOf(screen);
          if (screen.kind === kind) settle(resolve);
          else if (fault !== null) settle(() => reject(new Fault(fault.code, 'shown in the window', fault)));
        };
        waiting.add(heard);
        signal.addEventListener('abort', gone, { once: true });
        if (signal.aborted) gone();
        else heard();
      }),
  };
}

function isMade(step: CheckView['name']): step is Extract<CheckView['name'], StepName> {
  return made.includes(step);
}

function faultOf(screen: ScreenView): FaultView | null {
  return 'fault' in screen ? screen.fault : null;
}
