import { stepWords } from '../../assets/messages/step-words.en.ts';
import type { StepEvent } from '../steps.ts';
import type { Output } from './output.ts';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

export interface Checklist {
  readonly onStep: (event: StepEvent) => void;
  /** Words between the steps, which the redrawing must not wipe away. */
  say(text: string): void;
  /** Ends the redrawing; idempotent. */
  stop(): void;
}

/**
 * A checklist that fills itself in on stderr: one line a step, with its time. On a terminal the running step turns;
 * elsewhere each step is one line when it has ended.
 */
export function createChecklist(out: Output): Checklist {
  const running = new Map<string, { readonly since: number; detail: string | null }>();
  let frame = 0;
  let drawn = 0;
  const timer = out.live ? setInterval(redraw, 80) : null;
  timer?.unref();

  function onStep(event: StepEvent): void {
    if (event.state === 'running') {
      running.set(event.step, { since: Date.now(), detail: null });
      redraw();
      return;
    }
    erase();
    running.delete(event.step);
    const mark = event.state === 'done' ? out.style('green', '✓') : out.style('red', '✗');
    const words = stepWords[event.step][event.state === 'done' ? 'done' : 'failed'];
    const text = event.detail === null ? words : `${words} ${out.style('bold', event.detail)}`;
    const plain = event.detail === null ? words : `${words} ${event.detail}`;
    out.say(
      `  ${mark} ${text}${' '.repeat(Math.max(1, 52 - plain.length))}${out.style('dim', seconds(event.ms))}`,
    );
    redraw();
  }

  function redraw(): void {
    if (!out.live) return;
    erase();
    frame = (frame + 1) % frames.length;
    for (const [step, { since }] of running) {
      const words = stepWords[step as StepEvent['step']].running;
      const gap = ' '.repeat(Math.max(1, 52 - words.length));
      out.draw(
        `  ${out.style('cyan', frames[frame] ?? '·')} ${words}${gap}${out.style('dim', seconds(Date.now() - since))}\n`,
      );
      drawn += 1;
    }
  }

  function erase(): void {
    if (drawn > 0) out.draw(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  }

  return {
    onStep,
    say: (text) => {
      erase();
      out.say(text);
      redraw();
    },
    stop: () => {
      if (timer) clearInterval(timer);
      erase();
      running.clear();
    },
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(5)} s`;
}
