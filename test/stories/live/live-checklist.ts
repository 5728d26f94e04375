/** Why something was not tried. */
export class Skipped extends Error {}

/** The steps of a live run, each with how it went. */
export interface LiveChecklist {
  /**
   * Tries one thing. What it returns is shown behind its name; a `Skipped` is no failure.
   * @returns whether it passed
   */
  check(name: string, work: () => Promise<string | null>): Promise<boolean>;
  /** Notes what cannot be tried after something else failed. */
  skip(names: readonly string[], reason: string): void;
  /** `N passed, N failed, N skipped` */
  summary(): string;
  failed(): boolean;
}

export function createLiveChecklist(say: (line: string) => void): LiveChecklist {
  const counts = { passed: 0, failed: 0, skipped: 0 };

  function note(outcome: keyof typeof counts, name: string, detail: string | null): void {
    counts[outcome] += 1;
    const mark = { passed: '✓', failed: '✗', skipped: '-' }[outcome];
    say(`  ${mark} ${name}${detail === null ? '' : `: ${detail.replaceAll('\n', '\n      ')}`}`);
  }

  return {
    async check(name, work) {
      const since = performance.now();
      try {
        const detail = await work();
        const seconds = `${((performance.now() - since) / 1000).toFixed(1)} s`;
        note('passed', name, detail === null ? seconds : `${detail} (${seconds})`);
        return true;
      } catch (thrown) {
        const words = thrown instanceof Error ? thrown.message : String(thrown);
        note(thrown instanceof Skipped ? 'skipped' : 'failed', name, words);
        return false;
      }
    },
    skip(names, reason) {
      for (const name of names) note('skipped', name, reason);
    },
    summary: () => `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    failed: () => counts.failed > 0,
  };
}
