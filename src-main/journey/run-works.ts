import { Fault, toFault } from '../fault.ts';
import type { Clock } from '../platform/clock.ts';
import type { Task, TaskNews, TaskResult } from './journey-task.ts';
import { shownFault } from './shown-fault.ts';

/** Milliseconds a cancelled task may take to clean up: app passwords are taken back within 15 s. */
const graceMs = 20_000;

export interface WorksOptions {
  readonly clock: Clock;
  readonly perform: (task: Task, tell: (news: TaskNews) => void, signal: AbortSignal) => Promise<TaskResult>;
  readonly longestMs: (task: Task) => number;
  /** The fault of a task that took longer than that. */
  readonly tooLate: (task: Task) => Fault;
  readonly onNews: (work: number, news: TaskNews) => void;
  /** Called once for each work that was started, whatever becomes of it. */
  readonly onEnd: (work: number, result: TaskResult) => void;
  /** For the log: what a work failed with. */
  readonly onFault: (task: Task, fault: Fault) => void;
}

export interface Works {
  start(work: number, task: Task): void;
  /** Its end comes through `onEnd` all the same, at the latest when the time for cleaning up is over. */
  cancel(work: number): void;
  /** Cancels all, and waits for their ends. */
  close(): Promise<void>;
}

/** Keeps each piece of work under one AbortController and a deadline, both by `clock`. */
export function createWorks(options: WorksOptions): Works {
  const { clock, perform } = options;
  const going = new Map<number, { readonly stop: AbortController; readonly end: Promise<void> }>();

  async function run(work: number, task: Task, stop: AbortController): Promise<void> {
    const over = new AbortController();
    const done = perform(task, (news) => options.onNews(work, news), stop.signal).catch((thrown: unknown) => {
      options.onFault(task, toFault(thrown));
      return { kind: 'failed', fault: shownFault(thrown) } as const;
    });
    try {
      options.onEnd(work, await Promise.race([done, giveUp(task, stop, over.signal)]));
    } finally {
      over.abort();
      going.delete(work);
    }
  }

  /** Aborts when time is up, and gives up on what pays no attention to that. Never ends while `over` is first. */
  async function giveUp(task: Task, stop: AbortController, over: AbortSignal): Promise<TaskResult> {
    const ms = options.longestMs(task);
    try {
      if (Number.isFinite(ms)) await firstOf(clock.sleep(ms, over), stop.signal);
      else await aborted(stop.signal);
      if (!stop.signal.aborted) stop.abort(options.tooLate(task));
      await clock.sleep(graceMs, over);
    } catch {
      return new Promise(() => {});
    }
    return { kind: 'failed', fault: shownFault(stop.signal.reason) };
  }

  return {
    start(work, task) {
      const stop = new AbortController();
      going.set(work, { stop, end: run(work, task, stop) });
    },
    cancel(work) {
      going.get(work)?.stop.abort(cancelled());
    },
    async close() {
      const all = [...going.values()];
      for (const { stop } of all) stop.abort(cancelled());
      await Promise.all(all.map(({ end }) => end));
    },
  };
}

function cancelled(): Fault {
  return new Fault('signin.cancelled', 'cancelled by the person');
}

function firstOf(sleep: Promise<void>, signal: AbortSignal): Promise<void> {
  return Promise.race([sleep, aborted(signal)]);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
