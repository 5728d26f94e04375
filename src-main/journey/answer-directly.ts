import { Fault } from '../fault.ts';
import type { View } from '../ipc/view.ts';
import type { Secret } from '../secret.ts';
import { diagnosisReport } from './diagnosis-report.ts';
import type { JourneyPorts } from './journey-ports.ts';
import type { JourneyState } from './journey-state.ts';

/** A message that changes nothing on screen and wants its answer at once. */
export type DirectMessage =
  | { readonly kind: 'signIn.copyLink' }
  | { readonly kind: 'appPassword.copy'; readonly id: string }
  | { readonly kind: 'appPassword.reveal'; readonly id: string }
  | { readonly kind: 'field.copy'; readonly id: string; readonly field: string }
  | { readonly kind: 'diagnosis.copyReport' }
  | { readonly kind: 'links.open'; readonly id: string };

type Ports = Pick<JourneyPorts, 'app' | 'clipboard' | 'links' | 'system'>;

/**
 * Answers from the state and the view. An app password is given only while its own settings are on screen: a page that
 * was taken over cannot collect the others. It passes through here and is kept nowhere.
 * @throws Fault password.not-found, vault.*; what the clipboard throws
 */
export async function answerDirectly(
  ports: Ports,
  message: DirectMessage,
  state: JourneyState,
  view: View,
): Promise<{ readonly secret: string } | null> {
  switch (message.kind) {
    case 'signIn.copyLink': {
      const link = state.screen.kind === 'in-browser' ? state.screen.link : null;
      if (link !== null) await ports.clipboard.copy(link);
      return null;
    }
    case 'appPassword.copy':
      await ports.clipboard.copySecret(await secretOnScreen(ports, state, message.id));
      return null;
    case 'appPassword.reveal':
      return { secret: (await secretOnScreen(ports, state, message.id)).reveal() };
    case 'field.copy': {
      if (message.field === 'password') {
        await ports.clipboard.copySecret(await secretOnScreen(ports, state, message.id));
        return null;
      }
      await ports.clipboard.copy(fieldOnScreen(view, message.id, message.field));
      return null;
    }
    case 'diagnosis.copyReport': {
      const report = diagnosisReport(view, ports.system.version);
      if (report !== null) await ports.clipboard.copy(report);
      return null;
    }
    default:
      await ports.links.open(message.id);
      return null;
  }
}

async function secretOnScreen({ app }: Ports, { screen }: JourneyState, id: string): Promise<Secret> {
  const shown = screen.kind === 'settings' || screen.kind === 'it-does-not-work' ? screen.handed.id : null;
  if (shown !== id) throw new Fault('password.not-found', 'not on screen', { facts: { id } });
  return app.showAppPassword(id);
}

function fieldOnScreen({ screen }: View, id: string, name: string): string {
  const steps = screen.kind === 'settings' && screen.appPasswordId === id ? screen.steps : [];
  const field = steps.flatMap(({ fields }) => fields).find((one) => one.name === name);
  if (field === undefined) throw new Fault('password.not-found', 'not on screen', { facts: { id } });
  return field.value;
}
