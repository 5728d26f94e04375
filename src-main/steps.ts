/** The steps of the main job, in their order. */
export type StepName =
  | 'found'
  | 'signed-in'
  | 'active'
  | 'created'
  | 'imap'
  | 'smtp'
  | 'jmap'
  | 'kept'
  | 'revoked'
  | 'signed-out';

export type StepEvent =
  | { readonly step: StepName; readonly state: 'running' }
  | {
      readonly step: StepName;
      readonly state: 'done' | 'failed';
      readonly ms: number;
      /** A plain word behind the step's name: who signed in, which keychain. */
      readonly detail: string | null;
    };

/** Who watches a use case and may cancel it. */
export interface Watch {
  readonly onStep: (event: StepEvent) => void;
  readonly signal: AbortSignal;
}

/** Runs one step under the eyes of `watch`; `detail` names what was learnt. */
export async function runStep<T>(
  watch: Watch,
  now: () => number,
  step: StepName,
  work: () => Promise<T>,
  detail: (result: T) => string | null = () => null,
): Promise<T> {
  const started = now();
  watch.onStep({ step, state: 'running' });
  try {
    watch.signal.throwIfAborted();
    const result = await work();
    watch.onStep({ step, state: 'done', ms: now() - started, detail: detail(result) });
    return result;
  } catch (thrown) {
    watch.onStep({ step, state: 'failed', ms: now() - started, detail: null });
    throw thrown;
  }
}
