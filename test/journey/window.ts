import type { contract } from '../../src-main/ipc/contract.ts';
import type { View } from '../../src-main/ipc/view.ts';
import type { Journey, JourneyPorts } from '../../src-main/journey/journey-ports.ts';
import { type Preferences, usualPreferences } from '../../src-main/journey/preferences.ts';
import { createJourney } from '../../src-main/journey/run-journey.ts';
import { FakeApp } from './fake-app.ts';
import { HandClock } from './hand-clock.ts';
import { found, linkSecret, mara, now } from './journey-world.ts';
import { type ScreenKind, type ScreenOf, waitForScreen } from './wait-for-screen.ts';

/** A window without a window: a running journey on fake use cases, and what a person does with it. */
export class Window {
  readonly fake = new FakeApp();
  readonly clock = new HandClock(now);
  readonly copied: string[] = [];
  readonly copiedSecrets: string[] = [];
  readonly opened: string[] = [];
  readonly logged: string[] = [];
  readonly views: View[] = [];
  network = true;
  keychain: 'ready' | 'locked' = 'ready';
  saved: Preferences = usualPreferences;
  readonly entries: string[] = [];
  readonly journey: Journey;

  constructor(accounts: typeof this.fake.accounts = [], ports: Partial<JourneyPorts> = {}) {
    this.fake.accounts = accounts;
    const log = (event: string, facts = {}) => this.logged.push(`${event} ${JSON.stringify(facts)}`);
    this.journey = createJourney({
      app: this.fake.app,
      vault: { describe: async () => ({ name: 'the keychain', state: this.keychain, fault: null }) },
      clock: this.clock,
      log: { info: log, warn: log },
      browser: { open: async (url) => this.opened.push(url.href) > 0 },
      clipboard: {
        copy: async (text) => void this.copied.push(text),
        copySecret: async (secret) => void this.copiedSecrets.push(secret.reveal()),
      },
      online: { isOnline: () => this.network },
      mailApps: { find: async () => [] },
      preferences: {
        read: async () => this.saved,
        write: async (preferences) => {
          this.saved = preferences;
        },
      },
      activity: {
        list: async () => [],
        add: async ({ kind, subject }) => void this.entries.push(`${kind} ${subject}`),
      },
      links: { open: async (id) => id === 'help.start' },
      system: { kind: 'linux', language: 'en', version: '0.1.0', hostName: 'fern' },
      defaults: { clientId: 'gatepass-desktop' },
      ...ports,
    });
    this.journey.subscribe((view) => this.views.push(view));
  }

  do(message: keyof typeof contract, input: unknown = null): Promise<unknown> {
    return this.journey.handle(message, input);
  }

  at<K extends ScreenKind>(kind: K, fits?: (screen: ScreenOf<K>) => boolean): Promise<ScreenOf<K>> {
    return waitForScreen(this.journey, kind, fits);
  }

  async toFound(): Promise<void> {
    await this.at('welcome');
    await this.do('address.submit', { address: mara.address, server: 'mail.fernwood.example' });
    await this.fake.answer('find', found);
    await this.at('found');
  }

  async toBrowser(): Promise<void> {
    await this.do('signIn.start');
    const [, watch] = await this.fake.asked('signIn');
    const url = new URL(`https://login.fernwood.example/authorize?state=${linkSecret}`);
    watch.onLink(url, true, this.clock.now() + 300_000);
    await this.at('in-browser', ({ opened }) => opened);
  }

  async toMailboxReady(): Promise<void> {
    await this.toFound();
    await this.toBrowser();
    const signedIn = { account: mara, name: 'Mara Lindqvist', note: null, mayBounce: false };
    await this.fake.answer('signIn', signedIn);
    await this.fake.answer('listAppPasswords', []);
    await this.at('mailbox-ready');
  }

  async toName(): Promise<void> {
    await this.toMailboxReady();
    await this.do('mailApp.continue');
    await this.do('mailApp.choose', { id: 'outlook' });
    await this.do('mailApp.continue');
    await this.at('name-and-lifetime');
  }
}
