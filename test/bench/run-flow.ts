import { createNodeApp } from '../../src-main/node-app.ts';
import type { StepEvent } from '../../src-main/steps.ts';
import type { Vault } from '../../src-main/vault/vault.ts';
import type { BenchEndpoint, BenchNews, BenchPlace } from './critical-path-messages.ts';
import { recordTrips } from './trips.ts';

/** The main job by the use cases, as the terminal and the window do it. What it made is destroyed again. */
export async function runFlow(
  place: BenchPlace,
  vault: Vault,
  tell: (news: BenchNews) => void,
): Promise<BenchNews> {
  const app = createNodeApp({ vault });
  const recorder = recordTrips(
    new Map([
      [place.imap.port, 'imap'],
      [place.smtp.port, 'smtp'],
    ]),
  );
  const signal = AbortSignal.timeout(60_000);
  const onStep = (event: StepEvent) => recorder.onStep(event);
  try {
    const { account } = await app.signIn(
      {
        address: place.address,
        server: place.server,
        issuer: place.issuer,
        clientId: place.clientId,
        scopes: null,
        audience: null,
        imap: option(place.imap),
        smtp: option(place.smtp),
        sieve: null,
        acceptLogin: null,
        openBrowser: false,
        device: false,
        port: null,
        timeoutMs: 60_000,
        keepConnections: true,
      },
      {
        signal,
        onStep,
        onLink: (url) => tell({ kind: 'link', url: url.href }),
        onDeviceCode: () => undefined,
      },
    );
    const made = await app.createAppPassword(
      { account: account.id, mailApp: 'thunderbird', name: null, expires: null },
      { signal, onStep },
    );
    const settingsAt = performance.timeOrigin + performance.now();
    const trips = recorder.trips();
    recorder.stop();
    await app.revokeAppPassword(made.appPassword.id, account.id, { signal, onStep: () => undefined });
    return { kind: 'flow-done', settingsAt, trips: trips.map(absolute) };
  } finally {
    recorder.stop();
    app.close();
  }
}

/** In the parent's time. */
function absolute<T extends { readonly start: number; readonly end: number }>(trip: T): T {
  return { ...trip, start: performance.timeOrigin + trip.start, end: performance.timeOrigin + trip.end };
}

function option({ host, port, security }: BenchEndpoint): string {
  return `${security}://${host}:${port}`;
}
