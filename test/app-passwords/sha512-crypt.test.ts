import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha512Crypt } from '../../src-main/app-passwords/sha512-crypt.ts';

describe('sha512Crypt', () => {
  it.each([
    // The vectors at the end of the specification.
    [
      'Hello world!',
      'saltstring',
      undefined,
      '$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1',
    ],
    [
      'Hello world!',
      'saltstringsaltstring',
      10_000,
      '$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.',
    ],
    [
      'This is just a test',
      'toolongsaltstring',
      5000,
      '$6$rounds=5000$toolongsaltstrin$lQ8jolhgVRVhY4b5pZKaysCLi0QBxGoNeKQzQ3glMhwllF7oGDZxUhx1yxdYcz/e1JSbq3y6JMxxl8audkUEm0',
    ],
    [
      'a very much longer text to encrypt.  This one even stretches over morethan one line.',
      'anotherlongsaltstring',
      1400,
      '$6$rounds=1400$anotherlongsalts$POfYwTEok97VWcjxIiSOjiykti.o/pQs.wPvMxQ6Fm7I6IoYN3CmLs66x9t0oSwbtEW7o7UmJEiDwGqd8p4ur1',
    ],
    [
      'we have a short salt string but not a short password',
      'short',
      77_777,
      '$6$rounds=77777$short$WuQyW2YR.hBNpjjRhpYD/ifIw05xdfeEyQoMxIXbkvr0gge1a1x3yRULJ5CCaUeOxFmtlcGZelFl5CxtgfiAc0',
    ],
    [
      'a short string',
      'asaltof16chars..',
      123_456,
      '$6$rounds=123456$asaltof16chars..$BtCwjqMJGx5hrJhZywWvt0RLE8uZ4oPwcelCjmw2kSYu.Ec6ycULevoBK25fs2xXgMNrCzIMVcgEJAstJeonj1',
    ],
    [
      'the minimum number is still observed',
      'roundstoolow',
      10,
      '$6$rounds=1000$roundstoolow$kUMsbe306n21p9R.FRkW3IGn.S9NPN0x50YhH1xhLsPuWGsUSklZt58jaTfF4ZEQpyUNGc0dqbpBYYBaHHrsX.',
    ],
  ] as const)(
    'hashes %j with salt %j and rounds %j as the specification says',
    (password, salt, rounds, expected) => {
      expect(sha512Crypt(password, salt, rounds)).toBe(expected);
    },
  );

  it('agrees with openssl on any password', (test) => {
    const program = 'openssl';
    const salt = 'a.Salt/0123';
    const openssl = (password: string) => {
      const options = { input: `${password}\n`, encoding: 'utf8' } as const;
      return execFileSync(program, ['passwd', '-6', '-salt', salt, '-stdin'], options).trim();
    };
    try {
      openssl('x');
    } catch {
      test.skip('openssl is not installed');
    }
    const passwords = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 150 })
      .filter((text) => !/[\n\r\0]/.test(text));
    fc.assert(
      fc.property(passwords, (password) => {
        expect(sha512Crypt(password, salt)).toBe(openssl(password));
      }),
      { numRuns: 20 },
    );
  });

  it('refuses a salt that would break the stored form', () => {
    expect(() => sha512Crypt('x', 'a$b')).toThrow();
  });
});
