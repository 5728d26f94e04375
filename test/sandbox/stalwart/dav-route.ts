import { XMLParser } from 'fast-xml-parser';
import type { Account } from './account.ts';
import type { HttpRequest } from './http-request.ts';
import { notFound } from './problem.ts';
import { emptyReply, type Reply, xmlReply } from './reply.ts';
import type { AsCaller } from './request-login.ts';

const resources = ['cal', 'card', 'file', 'pal'] as const;
type Resource = (typeof resources)[number];

const mostBytes = 1024 * 1024;
const namespaces = { cal: 'urn:ietf:params:xml:ns:caldav', card: 'urn:ietf:params:xml:ns:carddav' } as const;
const reports = {
  cal: ['A:calendar-query', 'A:calendar-multiget', 'A:free-busy-query'],
  card: ['A:addressbook-query', 'A:addressbook-multiget'],
  file: [],
  pal: [],
} as const;

/** What a login is proved with over CalDAV and CardDAV: PROPFIND on the collections. Nothing can be stored. */
export function createDavRoute(asCaller: AsCaller) {
  return async (request: HttpRequest): Promise<Reply> => {
    const resource = resources.find((name) => name === request.segments[1]);
    if (resource === undefined) {
      return emptyReply(404);
    }
    if (request.method === 'OPTIONS') {
      return {
        status: 200,
        headers: [
          [
            'dav',
            '1, 2, 3, access-control, extended-mkcol, calendar-access, calendar-auto-schedule, calendar-no-timezone, addressbook',
          ],
          [
            'allow',
            'OPTIONS, GET, HEAD, POST, PUT, DELETE, COPY, MOVE, MKCALENDAR, MKCOL, PROPFIND, PROPPATCH, LOCK, UNLOCK, REPORT, ACL',
          ],
        ],
        body: '',
      };
    }
    return asCaller(request, async (caller) => {
      const owner = request.segments[2] ?? '';
      if (request.method !== 'PROPFIND' || caller.kind === 'admin') {
        return notFound();
      }
      if (owner !== '' && owner !== caller.account.name) {
        return notFound();
      }
      const body = (await request.body(mostBytes))?.toString() ?? '';
      const wanted = requestedProperties(body);
      return multistatus(resource, owner !== '', caller.account, wanted);
    });
  };
}

function multistatus(
  resource: Resource,
  isHome: boolean,
  account: Account,
  wanted: readonly string[] | undefined,
): Reply {
  const person = encodeURIComponent(account.name);
  const values = propertiesOf(resource, account, person);
  const shown = wanted ?? Object.keys(allProperties(resource, isHome));
  const found = shown.filter((name) => values[name] !== undefined);
  const missing = shown.filter((name) => values[name] === undefined);
  const usesResource = [...found].some((name) => values[name]?.includes('A:') === true);
  const namespace = resource === 'cal' || resource === 'card' ? namespaces[resource] : undefined;
  const extra = usesResource && namespace !== undefined ? ` xmlns:A="${namespace}"` : '';
  const href = `/dav/${resource}/${isHome ? `${person}/` : ''}`;
  return xmlReply(
    [
      `<?xml version="1.0" encoding="UTF-8"?><D:multistatus xmlns:D="DAV:"${extra}>`,
      `<D:response><D:href>${href}</D:href>`,
      propstat(found.map((name) => values[name] ?? '').join(''), 'HTTP/1.1 200 OK'),
      propstat(missing.map((name) => `<D:${name}/>`).join(''), 'HTTP/1.1 404 Not Found'),
      '</D:response></D:multistatus>',
    ].join(''),
    207,
  );
}

function propertiesOf(
  resource: Resource,
  account: Account,
  person: string,
): Readonly<Record<string, string | undefined>> {
  const principal = `<D:href>/dav/pal/${person}/</D:href>`;
  const supported = [
    'D:sync-collection',
    'D:acl-principal-prop-set',
    'D:principal-match',
    'D:expand-property',
  ];
  return {
    displayname: `<D:displayname>${escapeXml(account.description ?? account.name)}</D:displayname>`,
    resourcetype: '<D:resourcetype><D:collection/></D:resourcetype>',
    'supported-report-set': `<D:supported-report-set>${[...supported, ...reports[resource]]
      .map((report) => `<D:supported-report><D:report><${report}/></D:report></D:supported-report>`)
      .join('')}</D:supported-report-set>`,
    'current-user-principal': `<D:current-user-principal>${principal}</D:current-user-principal>`,
    'sync-token': '<D:sync-token>urn:stalwart:davsync:2</D:sync-token>',
    owner: `<D:owner>${principal}</D:owner>`,
    'principal-collection-set':
      '<D:principal-collection-set><D:href>/dav/pal/</D:href></D:principal-collection-set>',
    'calendar-home-set': homeSet('calendar-home-set', namespaces.cal, `/dav/cal/${person}/`),
    'addressbook-home-set': homeSet('addressbook-home-set', namespaces.card, `/dav/card/${person}/`),
  };
}

/** Without a list in the request every property but the home sets is given. */
function allProperties(resource: Resource, isHome: boolean): Readonly<Record<string, true>> {
  const names = [
    ...(isHome ? ['displayname'] : []),
    ...['resourcetype', 'supported-report-set', 'current-user-principal'],
    ...(isHome && resource !== 'pal' ? ['sync-token', 'owner'] : []),
    'principal-collection-set',
  ];
  return Object.fromEntries(names.map((name) => [name, true]));
}

function homeSet(name: string, namespace: string, href: string): string {
  return `<B:${name} xmlns:B="${namespace}"><D:href>${href}</D:href></B:${name}>`;
}

function propstat(properties: string, status: string): string {
  return properties === ''
    ? ''
    : `<D:propstat><D:prop>${properties}</D:prop><D:status>${status}</D:status></D:propstat>`;
}

/** The local names under `prop`; undefined when the request asks for all. */
function requestedProperties(xml: string): readonly string[] | undefined {
  try {
    const parsed: unknown = new XMLParser({ removeNSPrefix: true }).parse(xml);
    const prop = member(member(parsed, 'propfind'), 'prop');
    return typeof prop === 'object' && prop !== null ? Object.keys(prop) : undefined;
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
