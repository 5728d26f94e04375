import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEndpointOption } from '../../src-main/discovery/endpoint-option.ts';
import { type EndpointSources, rankMailEndpoints } from '../../src-main/discovery/mail-endpoints.ts';
import { Fault } from '../../src-main/fault.ts';

const nothing: EndpointSources = {
  server: new URL('https://mail.example.org/'),
  options: { imap: null, smtp: null, sieve: null },
  autoconfig: null,
  pacc: null,
};

const spell = ({ host, port, security, origin }: ReturnType<typeof parseEndpointOption>) =>
  `${host}:${port} ${security} ${origin}`;

describe('rankMailEndpoints', () => {
  it('guesses from the server’s host', () => {
    const { imap, smtp, sieve } = rankMailEndpoints(nothing);
    expect([imap, smtp, sieve].map((list) => list.map(spell))).toEqual([
      ['mail.example.org:993 tls guess'],
      ['mail.example.org:465 tls guess'],
      ['mail.example.org:4190 starttls guess'],
    ]);
  });

  it('puts the published host first, then the same port at the server’s own host', () => {
    const sources: EndpointSources = {
      ...nothing,
      autoconfig: {
        imap: [
          { host: 'vm', port: 993, security: 'tls' },
          { host: 'vm', port: 10143, security: 'starttls' },
        ],
        smtp: [{ host: 'MAIL.example.org', port: 465, security: 'tls' }],
        login: null,
      },
      pacc: { imap: 'pacc.example.org', smtp: null, sieve: 'sieve.example.org' },
    };
    const { imap, smtp, sieve } = rankMailEndpoints(sources);
    expect(imap.map(spell)).toEqual([
      'vm:993 tls autoconfig',
      'mail.example.org:993 tls guess',
      'vm:10143 starttls autoconfig',
      'mail.example.org:10143 starttls guess',
      'pacc.example.org:993 tls pacc',
    ]);
    expect(smtp.map(spell)).toEqual(['MAIL.example.org:465 tls autoconfig']);
    expect(sieve.map(spell)).toEqual([
      'sieve.example.org:4190 starttls pacc',
      'mail.example.org:4190 starttls guess',
    ]);
  });

  it('takes what the person said, and nothing else', () => {
    const option = parseEndpointOption('imap', 'other.example.org:1143');
    const autoconfig = { imap: [{ host: 'vm', port: 993, security: 'tls' as const }], smtp: [], login: null };
    const ranked = rankMailEndpoints({
      ...nothing,
      autoconfig,
      options: { ...nothing.options, imap: option },
    });
    expect(ranked.imap).toEqual([option]);
  });

  it('writes IPv6 addresses as sockets take them', () => {
    const { imap } = rankMailEndpoints({ ...nothing, server: new URL('http://[::1]:8080/') });
    expect(imap.map(({ host }) => host)).toEqual(['::1']);
  });

  it('always has a candidate, each place once, and not many', () => {
    const server = fc.record({
      host: fc.constantFrom('vm', 'VM', 'mail.example.org', 'x.example'),
      port: fc.integer({ min: 1, max: 65_535 }),
      security: fc.constantFrom('tls' as const, 'starttls' as const),
    });
    const autoconfig = fc.record({
      imap: fc.array(server),
      smtp: fc.array(server),
      login: fc.constant(null),
    });
    fc.assert(
      fc.property(autoconfig, (published) => {
        for (const list of Object.values(rankMailEndpoints({ ...nothing, autoconfig: published }))) {
          expect(list.length).toBeGreaterThan(0);
          expect(list.length).toBeLessThan(9);
          expect(new Set(list.map(({ host, port }) => `${host.toLowerCase()}:${port}`)).size).toBe(
            list.length,
          );
        }
      }),
    );
  });
});

describe('parseEndpointOption', () => {
  it.each([
    ['imap', 'mail.example.org', 'mail.example.org:993 tls option'],
    ['imap', 'Mail.Example.org:143', 'mail.example.org:143 starttls option'],
    ['imap', '127.0.0.1:40123', '127.0.0.1:40123 tls option'],
    ['imap', '[::1]:40123', '::1:40123 tls option'],
    ['smtp', 'mail.example.org', 'mail.example.org:465 tls option'],
    ['smtp', 'mail.example.org:587', 'mail.example.org:587 starttls option'],
    ['smtp', 'starttls://mail.example.org:2525', 'mail.example.org:2525 starttls option'],
    ['imap', 'tls://mail.example.org:143', 'mail.example.org:143 tls option'],
    ['sieve', 'mail.example.org:40190', 'mail.example.org:40190 starttls option'],
  ] as const)('--%s %s', (protocol, text, expected) => {
    expect(spell(parseEndpointOption(protocol, text))).toBe(expected);
  });

  it.each([
    '',
    ':993',
    'a b:993',
    'a:0',
    'a:65536',
    'a:x',
    'http://a:993',
    'a:993/x',
    '::1:993',
    '[zz]:993',
    'u@a:993',
  ])('refuses %j', (text) => {
    expect(() => parseEndpointOption('imap', text)).toThrow(
      expect.objectContaining({ code: 'input.invalid' }),
    );
  });

  it('throws nothing but a Fault', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseEndpointOption('smtp', text);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Fault);
        }
      }),
    );
  });
});
