import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { View } from '../../src-main/ipc/view.ts';
import { buildRenderer } from './build-renderer.ts';
import { cards, now } from './fixture-facts.ts';
import { fixtures } from './fixtures.ts';
import { type RendererServer, serveRenderer, type Window } from './serve-renderer.ts';

let server: RendererServer;
beforeAll(async () => {
  server = await serveRenderer(await buildRenderer('behaviour'));
}, 120_000);
afterAll(() => server.close());

function view(name: string): View {
  const make = fixtures[name];
  if (make === undefined) throw new Error(`no fixture ${name}`);
  return make();
}

async function inWindow(name: string, story: (window: Window) => Promise<void>): Promise<void> {
  const window = await server.open(view(name));
  try {
    await story(window);
  } finally {
    await window.close();
  }
  expect(window.complaints).toEqual([]);
}

const focused = (window: Window): Promise<string> =>
  window.page.evaluate(
    'document.activeElement?.innerText || document.activeElement?.value || document.activeElement?.id',
  );

describe('Where the focus lands', () => {
  test.each([
    ['welcome-typed', 'mara@fernwood.example'],
    ['found', 'Found your mail service'],
    ['in-browser', 'Now sign in, in your browser'],
    ['mailbox-ready', 'Your mailbox is ready, Mara'],
    ['wrong-person', 'You signed in as someone else'],
    ['pick-mail-app', 'outlook'],
    ['name-and-lifetime', 'Outlook on this PC'],
    ['working', 'Trying it out before you get it'],
    ['settings', 'Enter it in Outlook (classic)'],
    ['it-does-not-work', 'It asks for the password again and again'],
    ['home', 'Mail apps'],
    ['home-empty', 'No mail app connected yet'],
    ['activity', 'Activity'],
    ['diagnosis', 'One thing is in the way'],
    ['offline', 'You seem to be offline'],
    ['quota', 'No room for another app password'],
  ])('%s: %s', async (name, text) => {
    await inWindow(name, async (window) => expect(await focused(window)).toContain(text));
  });

  test('the search field when nothing is installed', async () => {
    await inWindow('pick-mail-app-none-installed', async ({ page }) => {
      expect(await page.evaluate('document.activeElement.type')).toBe('search');
    });
  });

  test('the failed row when a check fails', async () => {
    await inWindow('working', async (window) => {
      await window.publish(view('working-failed'));
      expect(await focused(window)).toContain('Outgoing mail does not work');
    });
  });

  test('stays where it is while a screen changes under it', async () => {
    await inWindow('in-browser', async (window) => {
      await window.page.getByRole('button', { name: 'Open again' }).focus();
      const screen = view('in-browser').screen;
      await window.publish({ ...view('in-browser'), screen });
      expect(await focused(window)).toBe('Open again');
    });
  });

  test('each screen gives the window its title', async () => {
    await inWindow('found', async (window) => {
      expect(await window.page.title()).toBe(
        'Mail service found - Gatepass'.replace('Mail service found', 'Found your mail service'),
      );
      await window.publish(view('home'));
      expect(await window.page.title()).toBe('Gatepass');
      await window.publish(view('settings'));
      expect(await window.page.title()).toBe('Set up Outlook on this PC - Gatepass');
    });
  });
});

describe('The way by keyboard alone', () => {
  test('an address is typed, Enter goes on', async () => {
    await inWindow('welcome', async ({ page, sent }) => {
      await page.keyboard.type('mara@fernwood.example');
      await page.keyboard.press('Enter');
      expect(await sent()).toEqual([
        {
          message: 'address.submit',
          input: { address: 'mara@fernwood.example', server: null, issuer: null },
        },
      ]);
    });
  });

  test('half an address is told beside the field, and the focus stays in it', async () => {
    await inWindow('welcome', async ({ page, sent, said }) => {
      await page.keyboard.type('mara@fernwood');
      await page.keyboard.press('Enter');
      await page.getByText('The part after the @ looks unfinished').waitFor();
      expect(await page.evaluate('document.activeElement.getAttribute("aria-invalid")')).toBe('true');
      expect(await sent()).toEqual([]);
      expect(await said()).toEqual([]);
    });
  });

  test('arrow keys run through all lists of mail apps, Enter goes on', async () => {
    await inWindow('pick-mail-app', async ({ page, sent, publish }) => {
      await page.keyboard.press('ArrowDown');
      expect(await sent()).toEqual([{ message: 'mailApp.choose', input: { id: 'outlook-new' } }]);
      const next = view('pick-mail-app');
      if (next.screen.kind !== 'pick-mail-app') throw new Error('another screen');
      await publish({ ...next, screen: { ...next.screen, chosen: 'outlook-new' } });
      await page.keyboard.press('Enter');
      expect((await sent()).at(-1)).toEqual({ message: 'mailApp.continue', input: null });
    });
  });

  test('searching tells how many there are, and what to do when there is none', async () => {
    await inWindow('pick-mail-app', async ({ page, said, sent }) => {
      await page.getByRole('searchbox').fill('thunder');
      await expect.poll(said).toContain('2 mail apps found');
      await page.getByRole('searchbox').fill('pigeon');
      await expect.poll(said).toContain('No mail app found');
      await page.getByRole('button', { name: 'Enter the settings by hand' }).click();
      expect(await sent()).toEqual([{ message: 'mailApp.choose', input: { id: 'other' } }]);
    });
  });

  test('the tabs go title bar, page, pass, bottom bar', async () => {
    await inWindow('settings', async ({ page }) => {
      const stops: string[] = [];
      for (let at = 0; at < 14; at += 1) {
        await page.keyboard.press('Tab');
        stops.push(
          String(
            await page.evaluate(
              'document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText',
            ),
          ),
        );
      }
      expect(stops).toEqual([
        'Copy: Your name',
        'Copy: E-mail address',
        'Copy: Incoming mail server',
        'Copy: Outgoing mail server',
        'Copy: User name',
        'Copy: App password',
        'Copy: Incoming port',
        'Copy: Outgoing port',
        'Show',
        'Copy',
        'Finish later',
        'It does not work',
        'It works',
        expect.anything(),
      ]);
    });
  });
});

describe('Copying and showing', () => {
  test('a copy says so on its button and aloud, keeps the focus, and its width', async () => {
    await inWindow('settings', async (window) => {
      const { page, sent, said } = window;
      const button = page.getByRole('button', { name: 'Copy: User name' });
      const before = await button.boundingBox();
      await button.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Copied: User name' }).waitFor();
      expect((await page.getByRole('button', { name: 'Copied: User name' }).boundingBox())?.width).toBe(
        before?.width,
      );
      expect(await sent()).toEqual([{ message: 'field.copy', input: { id: 'ap1', field: 'user-name' } }]);
      expect(await said()).toContain('Copied');
      expect(await focused(window)).toBe('Copied');
      await page.clock.runFor(2_100);
      await page.getByRole('button', { name: 'Copy: User name' }).waitFor();
    });
  });

  test('the password is in the page only between Show and Hide, and for 30 seconds at most', async () => {
    await inWindow('settings', async ({ page, said }) => {
      const secret = 'app_gm4tqnjvmfzgk3tfoixhe2lomu7w6zbom5qx';
      const has = async (): Promise<boolean> =>
        (await page.content()).replaceAll('<wbr>', '').includes(secret);
      expect(await has()).toBe(false);
      await page.getByRole('button', { name: 'Show' }).click();
      await expect.poll(has).toBe(true);
      expect(await said()).toContain('Password shown, hidden again in 30 seconds');
      await page.clock.runFor(29_000);
      expect(await has()).toBe(true);
      await page.clock.runFor(1_500);
      expect(await has()).toBe(false);
      expect(await said()).toContain('Hidden');
      await page.getByRole('button', { name: 'Show' }).click();
      await expect.poll(has).toBe(true);
      await page.getByRole('button', { name: 'Hide' }).click();
      expect(await has()).toBe(false);
    });
  });

  test('leaving the screen takes the password with it', async () => {
    await inWindow('settings', async ({ page, publish }) => {
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByText('Hidden again in 30 seconds.').waitFor();
      await publish(view('home'));
      expect(await page.content()).not.toContain('app_gm4tq');
    });
  });
});

describe('What is said aloud', () => {
  test('each check once, when it ends', async () => {
    await inWindow('working', async ({ publish, said }) => {
      const next = view('working');
      if (next.screen.kind !== 'working') throw new Error('another screen');
      const checks = next.screen.checks.map((check) =>
        check.name === 'smtp' ? { ...check, state: 'done' as const, ms: 900 } : check,
      );
      await publish({ ...next, screen: { ...next.screen, checks } });
      await publish({ ...view('working'), screen: { ...next.screen, checks } });
      expect((await said()).filter((text) => text.includes('Outgoing mail works'))).toHaveLength(1);
    });
  });

  test('the time left at two minutes, one minute and half a minute', async () => {
    await inWindow('in-browser', async ({ page, said }) => {
      await page.clock.runFor(272_000 - 29_000);
      await expect
        .poll(said)
        .toEqual(['2 minutes left to sign in', '1 minute left to sign in', '30 seconds left to sign in']);
    });
  });

  test('a code when it comes, letter by letter', async () => {
    await inWindow('in-browser', async ({ page, publish, said }) => {
      await publish(view('in-browser-code'));
      await expect.poll(said).toContain('Code: W D J B, M J H T');
      expect(await page.getByLabel('Code: W D J B, M J H T').textContent()).toBe('WDJB-MJHT');
      await page.getByText('mail.fernwood.example/authorize/', { exact: true }).waitFor();
    });
  });

  test('another person at once', async () => {
    await inWindow('found', async ({ page, publish }) => {
      await publish(view('wrong-person'));
      await expect
        .poll(() => page.locator('.unseen[role=alert]').textContent())
        .toContain('You signed in as someone else');
    });
  });
});

describe('Revoking', () => {
  test('asks in one sentence, keeps on Escape, and gives the focus back', async () => {
    await inWindow('home', async (window) => {
      const { page, sent } = window;
      await page.getByRole('button', { name: 'Revoke: Outlook on this PC' }).click();
      const dialog = page.getByRole('dialog');
      expect(await dialog.textContent()).toContain('stops getting and sending mail at once');
      expect(await focused(window)).toBe('Keep it');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
        'Revoke: Outlook on this PC',
      );
      expect(await sent()).toEqual([]);
    });
  });

  test('afterwards says so, and the focus goes to the card that took its place', async () => {
    await inWindow('home', async (window) => {
      const { page, sent, said, publish } = window;
      await page.getByRole('button', { name: 'Revoke: Outlook on this PC' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      expect(await sent()).toEqual([{ message: 'card.revoke', input: { id: '2' } }]);
      const home = view('home');
      if (home.screen.kind !== 'home') throw new Error('another screen');
      const busy = cards.map((card) => (card.id === '2' ? { ...card, busy: 'revoking' as const } : card));
      await publish({ ...home, screen: { ...home.screen, cards: busy } });
      await publish({
        ...view('home'),
        screen: { ...home.screen, cards: cards.filter(({ id }) => id !== '2') },
      });
      await expect.poll(said).toContain('Revoked: Outlook on this PC');
      expect(await focused(window)).toContain('Thunderbird');
    });
  });

  test('no room: nothing is chosen beforehand, and the button waits', async () => {
    await inWindow('quota', async ({ page, sent }) => {
      const go = page.locator('button[type=submit]');
      expect(await go.isDisabled()).toBe(true);
      await page.getByRole('radio', { name: /iPad of Mara/ }).check();
      expect(await go.textContent()).toBe('Revoke iPad of Mara and go on');
      await go.click();
      expect(await sent()).toEqual([{ message: 'quota.revokeAndContinue', input: { id: '4' } }]);
    });
  });
});

describe('Signing out', () => {
  test('is asked for once: the button is busy until it is done', async () => {
    await inWindow('preferences', async ({ page, sent, publish }) => {
      await page.getByRole('button', { name: 'Sign out' }).click();
      await publish(view('preferences-signing-out'));
      const busy = page.getByRole('button', { name: 'Signing out' });
      expect(await busy.isDisabled()).toBe(true);
      expect(await busy.getAttribute('aria-busy')).toBe('true');
      expect(await sent()).toEqual([{ message: 'account.signOut', input: null }]);
    });
  });
});

describe('When main answers with a fault', () => {
  test('it is shown in words, and gone on the next screen', async () => {
    await inWindow('mailbox-ready', async ({ page, publish }) => {
      await page.evaluate(
        `window.testing.answers['mailApp.continue'] = { ok: false, fault: { code: 'network.timeout', facts: { host: 'mail.fernwood.example', seconds: 30 }, retryable: true } }`,
      );
      await page.getByRole('button', { name: 'Choose a mail app' }).click();
      await page.getByRole('alert').getByText('mail.fernwood.example did not answer in time.').waitFor();
      await publish(view('pick-mail-app'));
      expect(await page.getByText('did not answer in time').count()).toBe(0);
    });
  });

  test('a fact that main did not give leaves no hole', async () => {
    await inWindow('home', async ({ page, publish }) => {
      await publish({
        ...view('denied'),
        screen: {
          kind: 'in-the-way',
          fault: { code: 'signin.denied', facts: {}, retryable: true },
          retryAt: now,
          crowd: [],
        },
      });
      await page.getByRole('main').getByText('The sign-in was refused at ?').waitFor();
    });
  });
});

describe('Languages', () => {
  test('a switch changes every word without starting anew', async () => {
    await inWindow('welcome', async ({ page, sent, publish }) => {
      await page.keyboard.type('mara@fern');
      await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
      expect(await sent()).toEqual([{ message: 'preferences.set', input: { language: 'de' } }]);
      await publish({ ...view('welcome'), language: 'de' });
      await page.getByText('Verbinden wir Ihre E-Mail-App').waitFor();
      expect(await page.locator('input').first().inputValue()).toBe('mara@fern');
      expect(await page.getAttribute('html', 'lang')).toBe('de');
    });
  });
});
