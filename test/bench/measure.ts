import { buildDesktop } from '../../scripts/build-desktop.ts';
import { findChromium } from '../electron-stand-in/chromium.ts';
import { keyringInstalled, keyringMissing } from '../vault/keyring-session.ts';
import { measureBundleSizes } from './bundle-sizes.ts';
import { type CriticalPath, fewestRoundTrips, measureCriticalPath } from './critical-path.ts';
import { type Metrics, median, metric, ninetyFifth } from './metric.ts';
import { measurePasswordsShow } from './passwords-show.ts';
import { measureClicks, measureWindow } from './window-times.ts';

export interface MeasureOptions {
  /** Of the whole way from the redirect to the settings, for each generation. */
  readonly flows: number;
  /** Of each program that is timed from start to end. */
  readonly processes: number;
  /** Starts of the window, and clicks in one of them. */
  readonly windows: number;
  readonly clicks: number;
  readonly say: (text: string) => void;
}

const generations = [
  ['Jmap', '0.16.18'],
  ['Rest', '0.15.5'],
] as const;

/** Everything `npm run bench` tells. What this machine cannot measure is left out, and said. */
export async function measure({ flows, processes, windows, clicks, say }: MeasureOptions): Promise<Metrics> {
  const metrics: Record<string, Metrics[string]> = {};
  for (const [name, version] of generations) {
    say(`the way from the redirect to the settings, Stalwart ${version} ...`);
    const path = await measureCriticalPath(version, flows);
    say(`  ${chainText(path)}`);
    metrics[`roundTrips${name}`] = metric(path.roundTrips, 'round trips', fewestRoundTrips);
    metrics[`redirectToSettings${name}`] = metric(median(path.wallMs), 'ms', median(path.floorMs));
  }
  if (keyringInstalled) {
    say('gatepass passwords show ...');
    const { show, node, secretTool, keytar } = await measurePasswordsShow(processes);
    metrics['passwordsShow'] = metric(show, 'ms', node);
    metrics['passwordsShowToSecretTool'] = metric(show, 'ms', secretTool);
    metrics['passwordsShowToKeytarAlone'] = metric(show, 'ms', keytar);
  } else {
    say(`gatepass passwords show is not timed: ${keyringMissing}`);
  }
  const { entry, passwordsShow, all } = measureBundleSizes();
  metrics['bundleEntry'] = metric(entry, 'bytes');
  metrics['bundlePasswordsShow'] = metric(passwordsShow, 'bytes');
  metrics['bundleAll'] = metric(all, 'bytes');
  if (!hasChromium()) {
    say('the window is not timed: Chromium is not installed');
    return metrics;
  }
  await buildDesktop(say);
  say('the window ...');
  const { window, floor, sizes } = await measureWindow(windows);
  const clicked = await measureClicks(clicks);
  metrics['windowPaint'] = metric(window.paint, 'ms', floor.paint);
  metrics['windowInteractive'] = metric(window.interactive, 'ms', floor.interactive);
  metrics['windowClick'] = metric(ninetyFifth(clicked.window), 'ms', ninetyFifth(clicked.floor));
  metrics['windowMemory'] = metric(window.memory, 'bytes', floor.memory);
  metrics['windowPagesLoaded'] = metric(sizes.loaded, 'bytes');
  metrics['windowPagesAll'] = metric(sizes.pages, 'bytes');
  metrics['windowPreload'] = metric(sizes.preload, 'bytes');
  return metrics;
}

function hasChromium(): boolean {
  try {
    return findChromium() !== '';
  } catch {
    return false;
  }
}

function chainText({ chain }: CriticalPath): string {
  return chain.map(({ what, count }) => (count === 1 ? what : `${what} (${count})`)).join(' -> ');
}
