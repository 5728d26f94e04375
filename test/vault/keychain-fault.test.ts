import { expect, test } from 'vitest';
import { keychainFault } from '../../src-main/vault/keychain-fault.ts';

test.each([
  ['Cannot create an item in a locked collection', 'vault.locked'],
  ['unlock prompt was dismissed', 'vault.locked'],
  ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: The collection is locked', 'vault.locked'],
  ['User interaction is not allowed.', 'vault.locked'],
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'vault.missing'],
  ['The name org.freedesktop.secrets was not provided by any .service files', 'vault.missing'],
  ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'vault.missing'],
  ['Could not connect: No such file or directory', 'vault.missing'],
  ['The connection is closed', 'vault.missing'],
  ['The session wrapping the secret does not exist', 'vault.refused'],
  ['The name :1.1 was not provided by any .service files', 'vault.refused'],
  ['something nobody has seen before', 'vault.refused'],
])('%s is %s', (text, code) => {
  expect(keychainFault(new Error(text)).code).toBe(code);
});

test('what is no error is a refusal too', () => {
  expect(keychainFault('text').code).toBe('vault.refused');
});
