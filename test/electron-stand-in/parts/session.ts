import type { Protocol, Session, WebRequest } from 'electron';
import { refuseUnknown } from '../refuse-unknown.ts';
import type { ShapeOf } from '../shape.ts';
import { createEvents, type World } from '../world.ts';
import { fetchAsChromium } from './chromium-fetch.ts';
import type { PausedRequest, RequestDecision } from './page-link.ts';

type PermissionRequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type PermissionCheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type BeforeRequest = Extract<Parameters<WebRequest['onBeforeRequest']>[0], (...args: never[]) => unknown>;
type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** One session: what the app sees of it, and what the stand-in's windows ask of it. */
export interface StandInSession {
  readonly partition: string;
  readonly api: object;
  readonly events: ReturnType<typeof createEvents>;
  /** What becomes of a request that nothing else has stopped. */
  decide(request: PausedRequest): Promise<RequestDecision>;
  permission(name: string): 'granted' | 'denied';
}

/** Chromium's kinds of request by the names of Electron's webRequest. */
const resourceTypes: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};

export function createSession(world: World, partition: string): StandInSession {
  const events = createEvents();
  const protocols = new Map<string, ProtocolHandler>();
  let permissionRequest: PermissionRequestHandler = null;
  let permissionCheck: PermissionCheckHandler = null;
  let beforeRequest: BeforeRequest | null = null;

  const protocol = refuseUnknown('session.protocol', {
    handle(scheme: string, handler: ProtocolHandler) {
      if (!world.schemes.has(scheme))
        throw new Error(`The stand-in serves only schemes registered as privileged: ${scheme}`);
      if (protocols.has(scheme)) throw new Error(`scheme ${scheme} is handled already`);
      protocols.set(scheme, handler);
    },
    unhandle: (scheme: string) => void protocols.delete(scheme),
    isProtocolHandled: (scheme: string) => protocols.has(scheme),
  } satisfies ShapeOf<Protocol>);

  const webRequest = refuseUnknown('session.webRequest', {
    // The form with a filter by URL is not known here.
    onBeforeRequest(listener: unknown, none?: unknown) {
      if (none !== undefined || (listener !== null && typeof listener !== 'function'))
        throw new Error('The stand-in knows no filters of webRequest');
      beforeRequest = listener as BeforeRequest | null;
    },
  } satisfies ShapeOf<WebRequest>);

  const api = refuseUnknown('session', {
    protocol,
    webRequest,
    setPermissionRequestHandler(handler: PermissionRequestHandler) {
      permissionRequest = handler;
    },
    setPermissionCheckHandler(handler: PermissionCheckHandler) {
      permissionCheck = handler;
    },
    // Devices are asked for by a chooser that a page behind our policy can't open: the handlers are only taken.
    setDevicePermissionHandler: (_handler: unknown) => undefined,
    setDisplayMediaRequestHandler: (_handler: unknown) => undefined,
    setUSBProtectedClassesHandler: (_handler: unknown) => undefined,
    setSpellCheckerEnabled: (_enabled: boolean) => undefined,
    fetch: (input: string, init: RequestInit = {}) =>
      world.online
        ? fetchAsChromium(input, init, (url) => blocks(url, 'xhr', 'GET'))
        : Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')),
    isPersistent: () => partition === '' || partition.startsWith('persist:'),
    on: events.on.bind(events),
    once: events.once.bind(events),
    off: events.off.bind(events),
  } satisfies ShapeOf<Session, 'protocol' | 'webRequest'>);

  async function blocks(url: string, resourceType: string, method: string): Promise<boolean> {
    const listener = beforeRequest;
    if (listener === null) return false;
    const details = { id: 1, url, method, resourceType, timestamp: Date.now(), referrer: '', uploadData: [] };
    const { cancel } = await new Promise<{ cancel?: boolean }>((resolve) =>
      listener(details as unknown as Parameters<typeof listener>[0], resolve),
    );
    return cancel === true;
  }

  function typeOf(request: PausedRequest): string {
    if (request.type === 'Document') return request.frame?.parent === null ? 'mainFrame' : 'subFrame';
    return resourceTypes[request.type] ?? 'other';
  }

  return {
    partition,
    api,
    events,
    async decide(request) {
      if (await blocks(request.url, typeOf(request), request.method))
        return { kind: 'fail', how: 'BlockedByClient' };
      const scheme = request.url.slice(0, request.url.indexOf(':'));
      if (!world.schemes.has(scheme)) return { kind: 'continue' };
      const handler = protocols.get(scheme);
      if (handler === undefined) return { kind: 'fail', how: 'Failed' };
      return {
        kind: 'answer',
        response: await handler(new Request(request.url, { method: request.method })),
      };
    },
    permission(name) {
      // Electron grants what nobody decides. The page asks first, the person is asked next.
      const check =
        permissionCheck?.(
          null,
          name as 'unknown',
          '',
          {} as Parameters<NonNullable<PermissionCheckHandler>>[3],
        ) ?? true;
      if (!check) return 'denied';
      let granted = true;
      permissionRequest?.(
        null as unknown as Parameters<NonNullable<PermissionRequestHandler>>[0],
        name as 'unknown',
        (decision) => {
          granted = decision;
        },
        {} as Parameters<NonNullable<PermissionRequestHandler>>[3],
      );
      return granted ? 'granted' : 'denied';
    },
  };
}

/** `session` of the electron module, without its default session, which is made when the app is ready. */
export function createSessions(world: World): {
  fromPartition(partition: string): object;
  makeDefault(): StandInSession;
} {
  function get(partition: string): StandInSession {
    const known = world.sessions.find((one) => one.partition === partition);
    if (known !== undefined) return known;
    const made = createSession(world, partition);
    world.sessions.push(made);
    world.app.emit('session-created', made.api);
    return made;
  }
  return { fromPartition: (partition) => get(partition).api, makeDefault: () => get('') };
}
