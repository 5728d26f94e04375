import * as v from 'valibot';
import { assertNever } from '../assert-never.ts';
import { Fault, toFault } from '../fault.ts';
import { contract } from '../ipc/contract.ts';
import type { View } from '../ipc/view.ts';
import { answerDirectly, type DirectMessage } from './answer-directly.ts';
import { step } from './journey.ts';
import type { JourneyEffect } from './journey-effect.ts';
import type { Intent, JourneyEvent } from './journey-event.ts';
import type { Journey, JourneyPorts } from './journey-ports.ts';
import { firstState, type JourneyState } from './journey-state.ts';
import { journeyView } from './journey-view.ts';
import { longestMs, performTask, tooLate } from './perform-task.ts';
import { createWorks } from './run-works.ts';

/** Runs the journey: messages in, views out, and between them the use cases, each under a deadline. Starts at once. */
export function createJourney(ports: JourneyPorts): Journey {
  const { clock, log, system } = ports;
  const listeners = new Set<(view: View) => void>();
  let state: JourneyState = firstState(system.hostName);
  let serial = 0;
  let closed = false;

  const works = createWorks({
    clock,
    perform: (task, tell, signal) => performTask(ports, task, tell, signal),
    longestMs,
    tooLate,
    onNews: (work, news) => send({ kind: 'news', work, news }),
    onEnd: (work, result) => send({ kind: 'ended', work, result }),
    onFault: (task, { code, message }) => log.warn('journey.fault', { task: task.kind, code, why: message }),
  });

  function send(event: JourneyEvent): void {
    if (closed) return;
    const before = state;
    const next = step(before, event, clock.now());
    state = next.state;
    for (const effect of next.effects) perform(effect);
    if (state !== before) publish();
  }

  function publish(): void {
    serial += 1;
    const view = viewNow();
    for (const listener of listeners) listener(view);
  }

  function viewNow(): View {
    const { kind, language, version } = system;
    return journeyView(state, { serial, now: clock.now(), system: kind, language, version });
  }

  function perform(effect: JourneyEffect): void {
    switch (effect.kind) {
      case 'start':
        works.start(effect.work, effect.task);
        return;
      case 'cancel':
        works.cancel(effect.work);
        return;
      case 'open-browser':
        ports.browser.open(new URL(effect.url)).then(
          (opened) => send({ kind: 'browser', opened }),
          () => send({ kind: 'browser', opened: false }),
        );
        return;
      case 'record':
        aside('activity', ports.activity.add(effect.entry));
        return;
      case 'save-preferences':
        aside('preferences', ports.preferences.write(effect.preferences));
        return;
      default:
        assertNever(effect);
    }
  }

  /** What is only written down must not stop a person; the log knows. */
  function aside(what: string, written: Promise<void>): void {
    written.catch((thrown: unknown) => log.warn('journey.not-written', { what, code: toFault(thrown).code }));
  }

  send({ kind: 'start' });

  return {
    async handle(message, input) {
      const known = Object.hasOwn(contract, message) ? (message as keyof typeof contract) : null;
      if (known === null) throw new Fault('bug', 'an unknown message');
      const parsed = v.safeParse(contract[known].in, input);
      if (!parsed.success) throw new Fault('bug', 'a message that is not in the contract');
      if (known === 'view.get') return viewNow();
      // The schema of the message is the shape of the intent without its kind; a test compares them.
      const wanted = { ...(parsed.output as object | null), kind: known };
      if (isDirect(wanted)) return answerDirectly(ports, wanted, state, viewNow());
      send(wanted as Intent);
      return null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    view: viewNow,
    async close() {
      closed = true;
      listeners.clear();
      await works.close();
    },
  };
}

const direct: readonly string[] = [
  'signIn.copyLink',
  'appPassword.copy',
  'appPassword.reveal',
  'field.copy',
  'diagnosis.copyReport',
  'links.open',
] satisfies readonly DirectMessage['kind'][];

function isDirect(message: { readonly kind: string }): message is DirectMessage {
  return direct.includes(message.kind);
}
