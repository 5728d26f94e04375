import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What is looked for is the program or library, not the package: it may have come from elsewhere. */
const packages = {
  'libsecret-1-0': () => hasLibrary('libsecret-1.so.0'),
  'gnome-keyring': () => hasProgram('gnome-keyring-daemon'),
  'libsecret-tools': () => hasProgram('secret-tool'),
  dbus: () => hasProgram('dbus-daemon') && hasProgram('dbus-send'),
  'dbus-x11': () => hasProgram('dbus-launch'),
  chromium: () => ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].some(hasProgram),
  openssl: () => hasProgram('openssl'),
  curl: () => hasProgram('curl'),
  'dovecot-core': () => hasProgram('dovecot'),
  'dovecot-imapd': () => existsSync('/usr/lib/dovecot/imap'),
  'dovecot-submissiond': () => existsSync('/usr/lib/dovecot/submission'),
  'dovecot-managesieved': () => existsSync('/usr/lib/dovecot/managesieve'),
  'dovecot-sieve': () => hasProgram('sievec'),
  isync: () => hasProgram('mbsync'),
  msmtp: () => hasProgram('msmtp'),
  neomutt: () => hasProgram('neomutt'),
  xvfb: () => hasProgram('Xvfb'),
  xauth: () => hasProgram('xauth'),
};

const demo = ['libsecret-1-0', 'chromium', 'openssl'];
const bench = [...demo, 'gnome-keyring', 'libsecret-tools', 'dbus'];

/** Which packages each script of package.json needs; one that is not named needs none. */
const needs = {
  demo,
  bench,
  sandbox: ['openssl'],
  // The window, where the Electron binary is not there; icons; pictures.
  start: ['libsecret-1-0', 'chromium'],
  package: ['chromium'],
  screenshots: ['chromium'],
  'test:live': ['chromium'],
  test: Object.keys(packages),
};

/** Debian names of what `need` takes and this machine lacks; none on other systems than Linux. */
export function missingPackages(need) {
  if (process.platform !== 'linux') return [];
  return (needs[need] ?? []).filter((name) => !packages[name]());
}

/** Daemons live where a person's PATH does not reach. */
function hasProgram(name) {
  const directories = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/local/sbin'];
  return directories.some((directory) => directory !== '' && existsSync(join(directory, name)));
}

function hasLibrary(name) {
  const directories = ['/usr/lib', '/usr/lib64', '/lib', '/usr/local/lib'];
  return directories.some((directory) => {
    if (existsSync(join(directory, name))) return true;
    return subdirectories(directory).some(
      (one) => one.includes('-linux-') && existsSync(join(directory, one, name)),
    );
  });
}

function subdirectories(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
