import { describe, expect, test } from 'vitest';
import { catalogue, findMailApp } from '../../src-main/mail-apps/catalogue.ts';
import { settingsFor } from '../../src-main/mail-apps/settings.ts';
import { someAccount } from './some-account.ts';

const thunderbird = findMailApp('thunderbird');

describe('settings', () => {
  test('of a mailbox on 0.16', () => {
    const { steps, ...facts } = settingsFor(thunderbird, someAccount(), 'Thunderbird on fern (k7f2)');
    expect(facts).toEqual({
      mailApp: { id: 'thunderbird', name: 'Thunderbird' },
      badge: null,
      address: 'mara@fernwood.example',
      userName: 'mara@fernwood.example',
      incoming: { protocol: 'IMAP', host: 'mail.fernwood.example', port: 993, security: 'SSL/TLS' },
      outgoing: { protocol: 'SMTP', host: 'mail.fernwood.example', port: 465, security: 'SSL/TLS' },
      calendars: 'https://mail.fernwood.example/dav/cal/mara%40fernwood.example/',
      contacts: 'https://mail.fernwood.example/dav/card/mara%40fernwood.example/',
      appPassword: 'Thunderbird on fern (k7f2)',
      password: 'the app password “Thunderbird on fern (k7f2)”, not the password you sign in with',
    });
    expect(steps[1]?.fields).toContainEqual({ label: 'Hostname', value: 'mail.fernwood.example' });
  });

  test('up to 0.15 the user name is that of the principal', () => {
    const { service, ...rest } = someAccount({ login: 'bob', address: 'bob@fernwood.example' });
    const settings = settingsFor(thunderbird, { ...rest, service: { ...service, generation: 'rest' } }, null);
    expect(settings).toMatchObject({
      userName: 'bob',
      address: 'bob@fernwood.example',
      calendars: 'https://mail.fernwood.example/dav/cal/bob/',
      appPassword: null,
      password: 'an app password, not the password you sign in with',
    });
  });

  test('a server behind a proxy path, STARTTLS and other ports', () => {
    const { service, ...rest } = someAccount();
    const smtp = { ...service.smtp, port: 587, security: 'starttls' } as const;
    const account = { ...rest, service: { ...service, server: 'https://fernwood.example:8443/mail/', smtp } };
    const settings = settingsFor(findMailApp('other'), account, null);
    expect(settings.outgoing).toMatchObject({ port: 587, security: 'STARTTLS' });
    expect(settings.calendars).toBe('https://fernwood.example:8443/mail/dav/cal/mara%40fernwood.example/');
  });

  test('a name with braces, slashes or dots stays a value', () => {
    const login = '../{address}/x?y#z';
    const { calendars, steps } = settingsFor(findMailApp('other'), someAccount({ login }), '{userName}');
    expect(calendars).toBe('https://mail.fernwood.example/dav/cal/..%2F%7Baddress%7D%2Fx%3Fy%23z/');
    expect(steps[0]?.fields[1]?.value).toBe(login);
    expect(steps[0]?.fields[2]?.value).toContain('“{userName}”');
  });

  test.each(catalogue)('every placeholder of $id is filled', (app) => {
    const { steps } = settingsFor(app, someAccount(), 'its password');
    expect(JSON.stringify(steps)).not.toMatch(/\{\w+\}/);
  });

  test('classic Outlook has no calendars; new Outlook says where the password goes', () => {
    expect(settingsFor(findMailApp('outlook'), someAccount(), null)).toMatchObject({
      calendars: null,
      contacts: null,
    });
    expect(settingsFor(findMailApp('outlook-new'), someAccount(), null).badge).toMatch(/Microsoft’s cloud/);
  });
});
