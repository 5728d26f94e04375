import type { Locator } from 'playwright-core';
import { en } from '../../assets/messages/en.ts';
import type { Desktop } from '../../test/e2e/launch-desktop.ts';
import type { WindowWatch } from './window-watch.ts';

export interface PersonAtTheWindow {
  readonly address: string;
  /** Id and name of the mail app. */
  readonly mailApp: { readonly id: string; readonly name: string };
  /** Signs in on the page that was opened in the browser. */
  readonly signIn: (url: string) => void;
  /** Takes a picture of what is on screen, called `name`. */
  readonly picture: (name: string, isStillThere?: () => boolean) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Does the main job in the window as a person would: by its words, with the mouse and the keyboard.
 * @throws Fault what the window says; Error when something that must be there is not
 */
export async function doJobInWindow(
  { page, records }: Desktop,
  watch: WindowWatch,
  person: PersonAtTheWindow,
): Promise<void> {
  const { picture, signal } = person;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const shown = async (kind: Parameters<WindowWatch['until']>[0], next: Locator) => {
    await watch.until(kind, signal);
    await next.waitFor();
  };

  const address = page.getByLabel(en['welcome.address']);
  await address.waitFor();
  await address.fill(person.address);
  await picture('welcome');
  await button(en['common.continue']).click();

  const signIn = button(en['found.signIn']);
  await shown('found', signIn);
  await picture('found');
  await signIn.click();

  await shown('in-browser', button(en['inBrowser.copyLink']));
  const link = await openedLink(records, signal);
  await picture('in-browser');
  person.signIn(link);

  const choose = button(en['ready.choose']);
  await shown('mailbox-ready', choose);
  await picture('mailbox-ready');
  await choose.click();

  const mailApp = page.locator(`input[value="${person.mailApp.id}"]`);
  await shown('pick-mail-app', mailApp);
  await mailApp.click();
  const goOn = button(en['pick.continueWith'].replace('{app}', person.mailApp.name));
  await goOn.waitFor();
  await picture('pick-mail-app');
  await goOn.click();

  const create = button(en['name.create']);
  await shown('name-and-lifetime', create);
  await picture('name-and-lifetime');
  await create.click();

  const works = button(en['settings.works']);
  await Promise.race([watch.until('working', signal), watch.until('settings', signal)]);
  // It may be too quick to be seen.
  await picture('working', () => watch.kind() === 'working');
  await shown('settings', works);
  await picture('settings');
  // No picture of what is shown now.
  await button(en['secret.show']).click();
  await button(en['secret.hide']).waitFor();
  await button(en['secret.hide']).click();
  await works.click();

  await shown('home', button(en['nav.preferences']));
  await picture('home');
  await button(en['nav.preferences']).click();
  await shown('preferences', page.getByText(en['prefs.keychain'], { exact: true }));
  await picture('preferences');
}

/** The browser is opened once somebody listens for its coming back. */
async function openedLink(records: Desktop['records'], signal: AbortSignal): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const link = (await records()).opened.at(-1);
    if (link !== undefined) return link;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
