import type { VersionTraits } from './version-traits.ts';

type Capabilities = Readonly<Record<string, unknown>>;

const urn = (name: string) => `urn:ietf:params:jmap:${name}`;

/** Requests may be this large (bytes) and hold this many calls and objects. */
export const jmapLimits = { maxSizeRequest: 10_000_000, maxCallsInRequest: 16, maxObjects: 500 } as const;

const sieveExtensions = [
  ...['body', 'comparator-elbonia', 'comparator-i;ascii-casemap', 'comparator-i;ascii-numeric'],
  ...['comparator-i;octet', 'convert', 'copy', 'date', 'duplicate', 'editheader', 'enclose'],
  ...['encoded-character', 'enotify', 'envelope', 'envelope-deliverby', 'envelope-dsn', 'environment'],
  ...['ereject', 'extlists', 'extracttext', 'fcc', 'fileinto', 'foreverypart', 'ihave', 'imap4flags'],
  ...['imapsieve', 'include', 'index', 'mailbox', 'mailboxid', 'mboxmetadata', 'mime'],
  ...['redirect-deliverby', 'redirect-dsn', 'regex', 'reject', 'relational', 'replace'],
  ...['servermetadata', 'spamtest', 'spamtestplus', 'special-use', 'subaddress', 'vacation'],
  ...['vacation-seconds', 'variables', 'virustest'],
];

const numbered = (name: string) => Array.from({ length: 10 }, (_, index) => `${name}${index}`);

/** The capabilities everybody sees, signed in or not. */
export function serverCapabilities(traits: VersionTraits, base: string, pushKey: string): Capabilities {
  const current = traits.generation === 'jmap';
  const groupware = traits.groupwareOverJmap;
  const empty = (names: readonly string[]) => Object.fromEntries(names.map((name) => [urn(name), {}]));
  return {
    [urn('core')]: {
      maxSizeUpload: 50_000_000,
      maxConcurrentUpload: 4,
      maxSizeRequest: jmapLimits.maxSizeRequest,
      maxConcurrentRequests: 4,
      maxCallsInRequest: jmapLimits.maxCallsInRequest,
      maxObjectsInGet: jmapLimits.maxObjects,
      maxObjectsInSet: jmapLimits.maxObjects,
      collationAlgorithms: ['i;ascii-numeric', 'i;ascii-casemap', 'i;unicode-casemap'],
    },
    ...empty(['mail']),
    ...(groupware
      ? empty([
          ...['calendars', 'calendars:parse', 'contacts', 'contacts:parse'],
          ...['filenode', 'principals', 'principals:availability'],
        ])
      : {}),
    ...empty(['submission', 'vacationresponse']),
    [urn('sieve')]: { implementation: 'Stalwart v1.0.0' },
    ...empty(['blob', 'quota']),
    ...(current
      ? { ...empty(['emailpush']), [urn('webpush-vapid')]: { applicationServerKey: pushKey } }
      : {}),
    [urn('websocket')]: { url: `${base.replace(/^http/, 'ws')}/jmap/ws`, supportsPush: true },
  };
}

/** What one account can do. @param accountId as JMAP writes it */
export function accountCapabilities(traits: VersionTraits, accountId: string): Capabilities {
  const current = traits.generation === 'jmap';
  const groupware = traits.groupwareOverJmap;
  return {
    [urn('mail')]: {
      maxMailboxesPerEmail: null,
      maxMailboxDepth: 10,
      maxSizeMailboxName: 255,
      maxSizeAttachmentsPerEmail: 50_000_000,
      emailQuerySortOptions: [
        ...['receivedAt', 'size', 'from', 'to', 'subject', 'sentAt'],
        ...['hasKeyword', 'allInThreadHaveKeyword', 'someInThreadHaveKeyword'],
      ],
      mayCreateTopLevelMailbox: true,
    },
    [urn('submission')]: {
      maxDelayedSend: 2_592_000,
      submissionExtensions: {
        FUTURERELEASE: [],
        SIZE: [],
        DSN: [],
        DELIVERYBY: [],
        'MT-PRIORITY': ['MIXER'],
        REQUIRETLS: [],
      },
    },
    [urn('vacationresponse')]: {},
    ...(groupware ? calendarsAndContacts(current) : {}),
    [urn('websocket')]: {},
    [urn('sieve')]: {
      maxSizeScriptName: 512,
      maxSizeScript: current ? 102_400 : 1_048_576,
      maxNumberScripts: 100,
      maxNumberRedirects: 1,
      sieveExtensions,
      notificationMethods: ['mailto'],
      externalLists: null,
    },
    [urn('blob')]: {
      maxSizeBlobSet: 7_499_488,
      maxDataSources: 16,
      supportedTypeNames: ['Email', 'Thread', 'SieveScript'],
      supportedDigestAlgorithms: ['sha', 'sha-256', 'sha-512'],
    },
    [urn('quota')]: {},
    ...(groupware
      ? {
          [urn('principals')]: { currentUserPrincipalId: accountId },
          [urn('principals:availability')]: { maxAvailabilityDuration: 'P52W1D' },
          [urn('filenode')]: current ? fileNode : legacyFileNode,
        }
      : {}),
    ...(current ? { [urn('mail:share')]: {}, 'urn:stalwart:jmap': {}, [urn('emailpush')]: {} } : {}),
  };
}

function calendarsAndContacts(current: boolean): Capabilities {
  return {
    [urn('contacts')]: { maxAddressBooksPerCard: null, mayCreateAddressBook: true },
    [urn('contacts:parse')]: {},
    [urn('calendars')]: {
      maxCalendarsPerEvent: null,
      minDateTime: '0001-01-01T00:00:00Z',
      maxDateTime: current ? '9999-12-31T23:59:59Z' : '65534-12-31T23:59:59Z',
      maxExpandedQueryDuration: 'P52W1D',
      maxParticipantsPerEvent: 20,
      mayCreateCalendar: true,
    },
    [urn('calendars:parse')]: {},
  };
}

const fileNode = {
  maxFileNodeDepth: null,
  maxSizeFileNodeName: 255,
  forbiddenNameChars: '/<>:"\\|?*',
  forbiddenNodeNames: ['.', '..', 'CON', 'PRN', 'AUX', 'NUL', ...numbered('COM'), ...numbered('LPT')],
  fileNodeQuerySortOptions: ['name', 'size', 'nodeType'],
  mayCreateTopLevelFileNode: true,
  caseInsensitiveNames: false,
  webTrashUrl: null,
  webUrlTemplate: null,
  webWriteUrlTemplate: null,
};

const legacyFileNode = {
  maxFileNodeDepth: null,
  maxSizeFileNodeName: 255,
  fileNodeQuerySortOptions: [],
  mayCreateTopLevelFileNode: true,
};
