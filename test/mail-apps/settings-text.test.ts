import { expect, test } from 'vitest';
import { catalogue, findMailApp } from '../../src-main/mail-apps/catalogue.ts';
import { settingsFor } from '../../src-main/mail-apps/settings.ts';
import { settingsText } from '../../src-main/mail-apps/settings-text.ts';
import { someAccount } from './some-account.ts';

test('classic Outlook in a terminal', () => {
  expect(
    settingsText(settingsFor(findMailApp('outlook'), someAccount(), 'Outlook on fern (k7f2)')),
  ).toMatchInlineSnapshot(`
      "Set up Classic Outlook for mara@fernwood.example

        1. Open “Control Panel”, then “Mail”, and choose your profile.

        2. Choose “E-mail Accounts”, set up manually, and pick “POP or IMAP”.

        3. Fill in these fields.
           Your Name                     as others shall see it
           Email Address                 mara@fernwood.example
           Account Type                  IMAP
           Incoming mail server          mail.fernwood.example
           Outgoing mail server (SMTP)   mail.fernwood.example
           User Name                     mara@fernwood.example
           Password                      the app password “Outlook on fern (k7f2)”, not the password you sign in with

        4. Set the outgoing server to require authentication, with the same
           settings as incoming. Then the ports.
           Incoming server   993 with SSL/TLS
           Outgoing server   465 with SSL/TLS

        5. Finish. Outlook fetches your mail; the first time can take a while."
    `);
});

test('without an app password it says how to make one', () => {
  const text = settingsText(settingsFor(findMailApp('outlook-new'), someAccount(), null));
  expect(text).toContain('gatepass passwords create --app outlook-new');
  expect(text).toContain('Note: Your password goes to Microsoft’s cloud');
});

test.each(catalogue)('$id: sentences fit the terminal', (app) => {
  const text = settingsText(settingsFor(app, someAccount(), 'x'));
  const isField = (line: string) => /^ {5}\S.* {3}\S/.test(line);
  for (const line of text.split('\n')) if (!isField(line)) expect(line.length).toBeLessThanOrEqual(76);
});

test('a name cannot steer the terminal', () => {
  const login = 'mara\u001b[2J\u202e\r\n@fernwood.example';
  const text = settingsText(
    settingsFor(findMailApp('other'), someAccount({ login, address: login }), '\u0007'),
  );
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(text).toContain('mara\ufffd[2J\ufffd\ufffd\ufffd@fernwood.example');
});
