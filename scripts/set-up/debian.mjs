import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const oldListsMs = 7 * 24 * 60 * 60 * 1000;
const lists = '/var/lib/apt/lists';

/**
 * Installs `missing` where that is allowed without a question (root, or sudo that needs no password). Else prints the
 * one line that does it, and the caller goes on without.
 */
export function installDebianPackages({ missing, run, say }) {
  if (missing.length === 0) return;
  if (!existsSync('/usr/bin/apt-get')) {
    say(
      `not found here: ${missing.join(' ')} (Debian's names). Going on without; what needs them will say so.`,
    );
    return;
  }
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (asRoot.length > 0 && !run('sudo', ['-n', 'true'], { stdio: 'ignore' })) {
    say(`not installed: ${missing.join(' ')}. Going on without; to install them:\n  sudo ${line}`);
    return;
  }
  say(`installing Debian packages: ${missing.join(' ')}`);
  const sh = (script, ...words) => {
    const [program, ...rest] = [...asRoot, 'sh', '-c', script, 'sh', ...words];
    return run(program, rest);
  };
  const updated = listsAreOld() && sh(updateScript);
  const done =
    sh(installScript, ...missing) || (!updated && sh(updateScript) && sh(installScript, ...missing));
  if (!done) say(`could not install them (see above). Going on without; to try again:\n  sudo ${line}`);
}

const apt = 'DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120';

const updateScript = `${apt} update`;

/**
 * No service is started on this machine, now or at the next boot: the tests run their own Dovecot. A policy-rc.d
 * (invoke-rc.d(8)) that was there is left alone.
 */
const installScript = `
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  trap 'rm -f $policy' EXIT
  trap 'exit 1' HUP INT TERM
  printf '#!/bin/sh\\nexit 101\\n' > $policy && chmod 755 $policy
fi
${apt} install -y --no-install-recommends "$@" || exit 1
case " $* " in
  *" dovecot-core "*) ! command -v systemctl > /dev/null || systemctl disable dovecot.service dovecot.socket > /dev/null 2>&1 || : ;;
esac
`;

function listsAreOld() {
  try {
    const times = readdirSync(lists)
      .filter((name) => /_(InRelease|Release|Packages)/.test(name))
      .map((name) => statSync(join(lists, name)).mtimeMs);
    // A mirror's file keeps the mirror's time; the directory changes with each update.
    return times.length === 0 || Date.now() - statSync(join(lists, 'partial')).mtimeMs > oldListsMs;
  } catch {
    return true;
  }
}
