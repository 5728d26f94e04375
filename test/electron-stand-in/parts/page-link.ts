import { randomBytes } from 'node:crypto';
import type { Chromium } from '../chromium.ts';
import { decode, encode } from '../page/wire.ts';
import { createFrameTree, type FrameTree, type StandInFrame } from './web-frame.ts';

/** One request of the page, stopped until it is decided. */
export interface PausedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As CDP names it: Document, Script, Image ... */
  readonly type: string;
  readonly frame: StandInFrame | undefined;
  readonly redirected: boolean;
}

export type RequestDecision =
  | { readonly kind: 'answer'; readonly response: Response }
  | { readonly kind: 'continue' }
  /** `aborted` leaves the page where it is, `blocked` fails the request. */
  | { readonly kind: 'fail'; readonly how: 'Aborted' | 'BlockedByClient' | 'Failed' };

export interface PageHooks {
  readonly inward: (url: string) => string;
  readonly decide: (request: PausedRequest) => Promise<RequestDecision>;
  /** `frame` is null when it has gone. */
  readonly onInvoke: (frame: StandInFrame | null, channel: string, args: unknown[]) => Promise<unknown>;
  readonly onWindowOpen: (url: string) => void;
  /** A navigation that Chromium itself does not ask the network for, such as `mailto:`. */
  readonly onForeignNavigation: (url: string, frame: StandInFrame | undefined) => void;
  readonly onLifecycle: (name: string) => void;
  readonly onDownload: () => void;
}

export interface PageSources {
  /** Script of the page's own world. */
  readonly pageWorld: string;
  /** Script of the preload's world, which defines `standIn.runPreload`. */
  readonly preloadWorld: string;
  /** The built preload. */
  readonly preload: string;
}

/** A window's page in Chromium. */
export interface PageLink {
  readonly targetId: string;
  readonly frames: FrameTree;
  /** @returns the error's name (`net::ERR_...`), or null */
  navigate(url: string): Promise<string | null>;
  send(channel: string, args: readonly unknown[]): void;
  /** Runs `expression` in the preload's world of a frame, for tests that play a page which was taken over. */
  evaluate(frame: StandInFrame, expression: string): Promise<unknown>;
  setColourScheme(scheme: 'light' | 'dark'): Promise<void>;
  setPermissions(decide: (permission: string) => 'granted' | 'denied'): Promise<void>;
  setContentSize(width: number, height: number): Promise<void>;
}

const preloadWorldName = 'preload';

export async function linkPage(
  chromium: Chromium,
  sources: PageSources,
  hooks: PageHooks,
): Promise<PageLink> {
  const { cdp } = chromium;
  const targetId = await firstPage(chromium);
  const { sessionId } = (await cdp.send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const send = (method: string, params: Record<string, unknown> = {}) => cdp.send(method, params, sessionId);
  // The target's id is the id of its top frame.
  const frames = createFrameTree(targetId, hooks.inward);
  const preloadWorlds = new Map<number, string>();

  function on<T>(method: string, listener: (params: T) => void): void {
    cdp.on(method, (params, from) => {
      if (from === sessionId) listener(params as T);
    });
  }

  on<{ frame: { id: string; parentId?: string; url: string; name?: string } }>(
    'Page.frameNavigated',
    ({ frame }) => frames.navigated(frame.id, frame.parentId, frame.url, frame.name ?? ''),
  );
  on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) =>
    frames.navigated(frameId, undefined, url, ''),
  );
  on<{ frameId: string; parentFrameId: string }>('Page.frameAttached', ({ frameId, parentFrameId }) =>
    frames.attach(frameId, parentFrameId),
  );
  on<{ frameId: string; reason: string }>('Page.frameDetached', ({ frameId, reason }) => {
    if (reason === 'remove') frames.detach(frameId);
  });
  on<{ context: { id: number; name: string; auxData: { frameId: string } } }>(
    'Runtime.executionContextCreated',
    ({ context }) => {
      if (context.name === preloadWorldName) preloadWorlds.set(context.id, context.auxData.frameId);
    },
  );
  on<{ executionContextId: number }>('Runtime.executionContextDestroyed', ({ executionContextId }) =>
    preloadWorlds.delete(executionContextId),
  );
  on('Runtime.executionContextsCleared', () => preloadWorlds.clear());
  on<{ frameId: string; name: string }>('Page.lifecycleEvent', ({ frameId, name }) => {
    if (frameId === targetId) hooks.onLifecycle(name);
  });
  on<{ url: string; frameId: string; disposition: string }>(
    'Page.frameRequestedNavigation',
    ({ url, frameId }) => {
      if (!/^(https?|about|blob|data|javascript):/i.test(url))
        hooks.onForeignNavigation(url, frames.find(frameId));
    },
  );
  // disableDialogs of our web preferences: they close as if they had been dismissed.
  on(
    'Page.javascriptDialogOpening',
    () => void send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined),
  );
  cdp.on('Browser.downloadWillBegin', () => hooks.onDownload());
  cdp.on('Target.targetCreated', ({ targetInfo }) => {
    const {
      targetId: id,
      openerId,
      url,
    } = targetInfo as { targetId: string; openerId?: string; url: string };
    if (openerId !== targetId) return;
    hooks.onWindowOpen(hooks.inward(url));
    void cdp.send('Target.closeTarget', { targetId: id }).catch(() => undefined);
  });

  on<{ payload: string; executionContextId: number }>(
    'Runtime.bindingCalled',
    ({ payload, executionContextId }) => {
      const message = decode(payload) as
        | { id: number; channel: string; args: unknown[] }
        | { windowOpen: string };
      if ('windowOpen' in message) {
        hooks.onWindowOpen(hooks.inward(message.windowOpen));
        return;
      }
      const frame = frames.find(preloadWorlds.get(executionContextId) ?? '') ?? null;
      hooks
        .onInvoke(frame, message.channel, message.args)
        .then((value) => encode({ id: message.id, ok: true, value }))
        // What Electron leaves of an error: `Error invoking remote method 'x': TypeError: why`.
        .catch((error) =>
          encode({
            id: message.id,
            ok: false,
            value: `Error invoking remote method '${message.channel}': ${error}`,
          }),
        )
        .then((text) => deliver(executionContextId, text));
    },
  );

  on<{
    requestId: string;
    request: { url: string; method: string; headers: Record<string, string> };
    resourceType: string;
    frameId: string;
    redirectedRequestId?: string;
  }>('Fetch.requestPaused', ({ requestId, request, resourceType, frameId, redirectedRequestId }) => {
    hooks
      .decide({
        url: hooks.inward(request.url),
        method: request.method,
        headers: request.headers,
        type: resourceType,
        frame: frames.find(frameId),
        redirected: redirectedRequestId !== undefined,
      })
      .then((decision) => perform(requestId, decision))
      .catch(() => perform(requestId, { kind: 'fail', how: 'Failed' }))
      // The page has gone meanwhile.
      .catch(() => undefined);
  });

  async function perform(requestId: string, decision: RequestDecision): Promise<void> {
    switch (decision.kind) {
      case 'continue':
        await send('Fetch.continueRequest', { requestId });
        return;
      case 'fail':
        await send('Fetch.failRequest', { requestId, errorReason: decision.how });
        return;
      case 'answer': {
        const { response } = decision;
        await send('Fetch.fulfillRequest', {
          requestId,
          responseCode: response.status,
          responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
          body: Buffer.from(await response.arrayBuffer()).toString('base64'),
        });
      }
    }
  }

  function deliver(contextId: number, text: string): void {
    const expression = `standInDeliver(${JSON.stringify(text)})`;
    void send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  }

  const token = JSON.stringify(`world-${randomBytes(16).toString('hex')}`);
  const wrap = (source: string): string => `(() => { const worldToken = ${token};\n${source}\n})();`;
  await Promise.all([
    send('Page.enable'),
    send('Runtime.enable'),
    send('Page.setLifecycleEventsEnabled', { enabled: true }),
    send('Runtime.addBinding', { name: 'standInSend', executionContextName: preloadWorldName }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: wrap(sources.pageWorld) }),
    send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: preloadWorldName,
      source: wrap(
        `${sources.preloadWorld}\n;standIn.runPreload(function (require, module, exports) {${sources.preload}\n});`,
      ),
    }),
    send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    cdp.send('Target.setDiscoverTargets', { discover: true }),
    cdp.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true }),
  ]);

  return {
    targetId,
    frames,
    async navigate(url) {
      const { errorText } = await send('Page.navigate', { url });
      return typeof errorText === 'string' ? errorText : null;
    },
    send(channel, args) {
      const text = encode({ channel, args });
      for (const [contextId, frameId] of preloadWorlds) if (frameId === targetId) deliver(contextId, text);
    },
    async evaluate(frame, expression) {
      const id = frames.idOf(frame);
      const contextId = [...preloadWorlds].find(([, frameId]) => frameId === id)?.[0];
      if (contextId === undefined) throw new Error('that frame is not there');
      const { result, exceptionDetails } = (await send('Runtime.evaluate', {
        contextId,
        expression,
        awaitPromise: true,
        returnByValue: true,
      })) as {
        result: { value?: unknown };
        exceptionDetails?: { exception?: { description?: string }; text: string };
      };
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async setColourScheme(scheme) {
      await send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: scheme }],
      });
    },
    async setPermissions(decide) {
      await Promise.all(
        permissions.map((name) =>
          cdp
            .send('Browser.setPermission', { permission: { name }, setting: decide(name) })
            .catch(() => undefined),
        ),
      );
    },
    async setContentSize(width, height) {
      // The frame of the window takes some of it, how much is known only once the window has settled.
      for (let attempt = 0; attempt < 20; attempt++) {
        const { windowId, bounds } = (await cdp.send('Browser.getWindowForTarget', { targetId })) as {
          windowId: number;
          bounds: { width: number; height: number };
        };
        const { cssLayoutViewport: inner } = (await send('Page.getLayoutMetrics')) as {
          cssLayoutViewport: { clientWidth: number; clientHeight: number };
        };
        const missing = { width: width - inner.clientWidth, height: height - inner.clientHeight };
        if (missing.width === 0 && missing.height === 0 && attempt > 1) return;
        await cdp.send('Browser.setWindowBounds', {
          windowId,
          bounds: { width: bounds.width + missing.width, height: bounds.height + missing.height },
        });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

/** Those of Electron's permissions that Chromium lets be set from outside, by the names of the Permissions API. */
const permissions = [
  'notifications',
  'geolocation',
  'camera',
  'microphone',
  'clipboard-read',
  'clipboard-write',
  'midi',
];

async function firstPage({ cdp }: Chromium): Promise<string> {
  // Chromium answers as soon as it runs; its window comes a little later.
  for (let attempt = 0; attempt < 200; attempt++) {
    const { targetInfos } = (await cdp.send('Target.getTargets')) as {
      targetInfos: { targetId: string; type: string }[];
    };
    const page = targetInfos.find(({ type }) => type === 'page');
    if (page) return page.targetId;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Chromium opened no window');
}
