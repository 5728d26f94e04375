import { XMLParser } from 'fast-xml-parser';
import type { HttpRequest } from './http-request.ts';
import { badParameters } from './problem.ts';
import { type Reply, xmlReply } from './reply.ts';
import type { ServerContext } from './server-context.ts';
import type { MailListener } from './server-options.ts';

const mostBytes = 8192;

/** Mozilla's autoconfig (`config-v1.1.xml`), with tabs and line ends as the server writes them. */
export function autoconfigReply(context: ServerContext, request: HttpRequest): Reply {
  const address = request.query.get('emailaddress')?.toLowerCase() ?? '';
  const at = address.lastIndexOf('@');
  const domain = at < 0 ? context.hostname : address.slice(at + 1);
  const shown = at < 0 ? '%EMAILADDRESS%' : address;
  const login = loginName(context, shown);
  const dav =
    context.traits.generation === 'jmap'
      ? ([
          ['calendar', 'caldav', 'cal'],
          ['addressBook', 'carddav', 'card'],
          ['fileShare', 'webdav', 'file'],
        ] as const)
      : ([
          ['addressBook', 'carddav', 'card'],
          ['calendar', 'caldav', 'cal'],
          ['fileShare', 'webdav', 'file'],
        ] as const);
  return xmlReply(
    lines([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<clientConfig version="1.1">',
      `\t<emailProvider id="${escapeXml(domain)}">`,
      `\t\t<domain>${escapeXml(domain)}</domain>`,
      `\t\t<displayName>${escapeXml(shown)}</displayName>`,
      `\t\t<displayShortName>${escapeXml(domain)}</displayShortName>`,
      ...context.mailListeners().flatMap((listener) => serverLines(listener, context.hostname, login)),
      '\t</emailProvider>',
      ...dav.flatMap(([tag, type, path]) => [
        `\t<${tag} type="${type}">`,
        `\t\t<username>${escapeXml(login)}</username>`,
        '\t\t<authentication>http-basic</authentication>',
        `\t\t<serverURL>https://${context.hostname}/dav/${path}</serverURL>`,
        `\t</${tag}>`,
      ]),
      `\t<clientConfigUpdate url="https://autoconfig.${escapeXml(domain)}/mail/config-v1.1.xml"></clientConfigUpdate>`,
      '</clientConfig>',
    ]),
  );
}

/** Microsoft's Autodiscover (`autodiscover.xml`). */
export async function autodiscoverReply(context: ServerContext, request: HttpRequest): Promise<Reply> {
  const address = requestedAddress((await request.body(mostBytes))?.toString() ?? '');
  if (address === undefined) {
    return badParameters('Failed to parse autodiscover request');
  }
  const login = escapeXml(loginName(context, address));
  const shown = escapeXml(address);
  return xmlReply(
    lines([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">',
      '\t<Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">',
      '\t\t<User>',
      `\t\t\t<DisplayName>${shown}</DisplayName>`,
      `\t\t\t<AutoDiscoverSMTPAddress>${shown}</AutoDiscoverSMTPAddress>`,
      // The same on every server.
      '\t\t\t<DeploymentId>644560b8-a1ce-429c-8ace-23395843f701</DeploymentId>',
      '\t\t</User>',
      '\t\t<Account>',
      '\t\t\t<AccountType>email</AccountType>',
      '\t\t\t<Action>settings</Action>',
      ...context
        .mailListeners()
        .flatMap(({ type, port, security }) => [
          '\t\t\t<Protocol>',
          `\t\t\t\t<Type>${type.toUpperCase()}</Type>`,
          `\t\t\t\t<Server>${context.hostname}</Server>`,
          `\t\t\t\t<Port>${port}</Port>`,
          `\t\t\t\t<LoginName>${login}</LoginName>`,
          '\t\t\t\t<AuthRequired>on</AuthRequired>',
          '\t\t\t\t<DirectoryPort>0</DirectoryPort>',
          '\t\t\t\t<ReferralPort>0</ReferralPort>',
          `\t\t\t\t<SSL>${security === 'ssl' ? 'on' : 'off'}</SSL>`,
          ...(security === 'ssl' ? ['\t\t\t\t<Encryption>TLS</Encryption>'] : []),
          '\t\t\t\t<SPA>off</SPA>',
          '\t\t\t</Protocol>',
        ]),
      '\t\t</Account>',
      '\t</Response>',
      '</Autodiscover>',
    ]),
  );
}

/** Autodiscover v2 of 0.16: only `AutodiscoverV1` is known. */
export function autodiscoverJsonReply(context: ServerContext, request: HttpRequest): Reply {
  const inPath = request.segments.slice(2).find((segment) => segment.includes('@'));
  const address = inPath ?? request.query.get('Email') ?? '';
  if (!/@[^@]+$/.test(address)) {
    return badParameters('Missing domain in email address');
  }
  const protocol = request.query.get('Protocol') ?? '';
  const known = protocol.toLowerCase() === 'autodiscoverv1';
  const safe = protocol.replace(/[^A-Za-z0-9]/g, '');
  return {
    status: known ? 200 : 400,
    headers: [['content-type', 'application/json; charset=utf-8']],
    body: JSON.stringify(
      known
        ? {
            Protocol: 'AutodiscoverV1',
            Url: `https://${context.hostname}/autodiscover/autodiscover.xml`,
          }
        : {
            ErrorCode: 'InvalidProtocol',
            ErrorMessage: `The given protocol value '${safe}' is invalid. Supported values are 'AutodiscoverV1'`,
          },
    ),
  };
}

/** Up to 0.15 the principal name of whoever has the address as the first one; else the address (finding 8). */
function loginName({ traits, store }: ServerContext, address: string): string {
  const account = traits.generation === 'rest' ? store.byEmail(address) : undefined;
  return account?.emails[0] === address ? account.name : address;
}

function serverLines({ type, port, security }: MailListener, hostname: string, login: string) {
  const tag = type === 'smtp' ? 'outgoingServer' : 'incomingServer';
  return [
    `\t\t<${tag} type="${type}">`,
    `\t\t\t<hostname>${hostname}</hostname>`,
    `\t\t\t<port>${port}</port>`,
    `\t\t\t<socketType>${security === 'ssl' ? 'SSL' : 'STARTTLS'}</socketType>`,
    `\t\t\t<username>${escapeXml(login)}</username>`,
    '\t\t\t<authentication>password-cleartext</authentication>',
    `\t\t</${tag}>`,
  ];
}

function requestedAddress(xml: string): string | undefined {
  try {
    const parsed: unknown = new XMLParser({ parseTagValue: false }).parse(xml);
    const address = member(member(member(parsed, 'autodiscover'), 'request'), 'emailaddress');
    return typeof address === 'string' && address.includes('@') ? address.trim().toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1]
    : undefined;
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
