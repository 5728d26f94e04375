/** What the configuration of one Dovecot is made of. Paths are absolute and hold no spaces. */
export interface DovecotConfig {
  readonly directory: string;
  readonly user: string;
  readonly group: string;
  readonly ports: {
    readonly imap: number;
    readonly imaps: number;
    readonly submission: number;
    readonly submissions: number;
    readonly sieve: number;
    /** Where submission hands its mail to. */
    readonly relay: number;
  };
  /** The mail domain of a login without one. */
  readonly defaultDomain: string;
  /** One oauth2 passdb each. */
  readonly tokenFiles: readonly string[];
  /** One dict passdb each; Dovecot finds one hash per user in each of them. */
  readonly slotFiles: readonly string[];
  /** Seconds before each refusal. */
  readonly refusalSeconds: number;
}

/**
 * dovecot.conf for Dovecot 2.3, everything inside one directory and under one user. Without the anvil listener of
 * mode 0 failed logins from one address are delayed by up to 15 s. `allow_all_users`: the oauth2 passdb cannot look
 * people up.
 */
export function dovecotConfig(config: DovecotConfig): string {
  const { directory, user, group, ports, defaultDomain, tokenFiles, slotFiles, refusalSeconds } = config;
  const home = `${directory}/mail/%{if;%Ld;eq;;${defaultDomain};%Ld}/%Ln`;
  const tokens = tokenFiles.map(
    (file) => `passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${file}
}`,
  );
  const slots = slotFiles.map(
    (file) => `passdb {
  driver = dict
  mechanisms = plain login
  args = ${file}
}`,
  );
  const folders = Object.entries({
    Drafts: 'Drafts',
    'Sent Items': 'Sent',
    'Junk Mail': 'Junk',
    'Deleted Items': 'Trash',
  });
  return `base_dir = ${directory}/run
state_dir = ${directory}/run
log_path = ${directory}/dovecot.log
protocols = imap submission sieve
listen = 127.0.0.1
ssl = required
ssl_cert = <${directory}/server.pem
ssl_key = <${directory}/server.key
auth_mechanisms = plain login oauthbearer xoauth2
auth_failure_delay = ${refusalSeconds} secs
auth_verbose = yes
first_valid_uid = 1
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
mail_location = maildir:~/Maildir
mail_fsync = never
mail_max_userip_connections = 100
submission_relay_host = 127.0.0.1
submission_relay_port = ${ports.relay}
${[...tokens, ...slots].join('\n')}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${home} allow_all_users=yes
}
namespace inbox {
  inbox = yes
${folders.map(([name, use]) => `  mailbox "${name}" {\n    auto = subscribe\n    special_use = \\${use}\n  }`).join('\n')}
}
service imap-login {
  chroot =
${listener('imap', ports.imap, false)}
${listener('imaps', ports.imaps, true)}
}
service submission-login {
  chroot =
${listener('submission', ports.submission, false)}
${listener('submissions', ports.submissions, true)}
}
service managesieve-login {
  chroot =
${listener('sieve', ports.sieve, false)}
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
`;
}

function listener(name: string, port: number, ssl: boolean): string {
  return `  inet_listener ${name} {\n    port = ${port}\n${ssl ? '    ssl = yes\n' : ''}  }`;
}

/** The file of an oauth2 passdb: tokens are introspected by POST (RFC 7662). */
export function dovecotOauth2Config(introspectionUrl: string): string {
  return `introspection_url = ${introspectionUrl}
introspection_mode = post
username_attribute = username
active_attribute = active
active_value = true
`;
}
