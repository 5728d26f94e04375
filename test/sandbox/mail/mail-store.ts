/** One mail in a folder. Numbers are the folder's own (RFC 9051 section 2.3.1). */
export interface StoredMail {
  readonly uid: number;
  readonly modSeq: number;
  readonly received: Date;
  readonly raw: Buffer;
  readonly flags: ReadonlySet<string>;
}

export interface MailFolder {
  readonly name: string;
  /** Special use (RFC 6154), empty for INBOX. */
  readonly use: string;
  readonly uidValidity: number;
  /** Oldest first. */
  mails(): readonly StoredMail[];
  uidNext(): number;
  highestModSeq(): number;
  append(raw: Buffer, flags?: Iterable<string>): StoredMail;
  /** Replaces the flags of one mail; does nothing for a uid that is gone. */
  setFlags(uid: number, flags: Iterable<string>): void;
  remove(uid: number): void;
  /** Calls back after each change; returns the unsubscribe function. */
  onChange(listener: () => void): () => void;
}

/** The folders of one person, in the order Stalwart lists them. */
export interface Mailbox {
  readonly folders: readonly MailFolder[];
  folder(name: string): MailFolder | undefined;
}

export interface MailStore {
  /** The mailbox of a login; from now on mail for `addresses` goes there, and what waited for them is in it. */
  open(login: string, addresses: readonly string[]): Mailbox;
  /** Delivers to an address the authority has accepted, whether or not its owner ever logged in. */
  deliver(address: string, raw: Buffer): void;
}

/** The folders a new Stalwart account has (recorded on 0.16.18). */
const folderNames = [
  ['Deleted Items', '\\Trash'],
  ['Drafts', '\\Drafts'],
  ['INBOX', ''],
  ['Junk Mail', '\\Junk'],
  ['Sent Items', '\\Sent'],
] as const;

/** Mailboxes in memory, for as long as the sandbox runs. */
export function createMailStore(): MailStore {
  const mailboxes = new Map<string, Mailbox>();
  const owners = new Map<string, Mailbox>();
  const waiting = new Map<string, Buffer[]>();
  return {
    open(login, addresses) {
      const mailbox = mailboxes.get(login) ?? createMailbox();
      mailboxes.set(login, mailbox);
      for (const address of addresses.map((each) => each.toLowerCase())) {
        owners.set(address, mailbox);
        for (const raw of waiting.get(address) ?? []) mailbox.folder('INBOX')?.append(raw);
        waiting.delete(address);
      }
      return mailbox;
    },
    deliver(address, raw) {
      const key = address.toLowerCase();
      const owner = owners.get(key);
      if (owner) owner.folder('INBOX')?.append(raw);
      else waiting.set(key, [...(waiting.get(key) ?? []), raw]);
    },
  };
}

function createMailbox(): Mailbox {
  const folders = folderNames.map(([name, use]) => createFolder(name, use));
  return {
    folders,
    // INBOX is the one name that is not case-sensitive (RFC 9051 section 5.1).
    folder: (name) => folders.find((each) => each.name === (name.toUpperCase() === 'INBOX' ? 'INBOX' : name)),
  };
}

function createFolder(name: string, use: string): MailFolder {
  let mails: readonly StoredMail[] = [];
  let uidNext = 1;
  let modSeq = 1;
  const listeners = new Set<() => void>();
  function change(next: readonly StoredMail[]): void {
    mails = next;
    for (const listener of [...listeners]) listener();
  }
  return {
    name,
    use,
    uidValidity: 1 + Math.floor(Math.random() * 0x7fffffff),
    mails: () => mails,
    uidNext: () => uidNext,
    highestModSeq: () => modSeq,
    append(raw, flags = []) {
      modSeq += 1;
      const mail: StoredMail = { uid: uidNext, modSeq, received: new Date(), raw, flags: new Set(flags) };
      uidNext += 1;
      change([...mails, mail]);
      return mail;
    },
    setFlags(uid, flags) {
      modSeq += 1;
      change(mails.map((mail) => (mail.uid === uid ? { ...mail, modSeq, flags: new Set(flags) } : mail)));
    },
    remove(uid) {
      modSeq += 1;
      change(mails.filter((mail) => mail.uid !== uid));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
