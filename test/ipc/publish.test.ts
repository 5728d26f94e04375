import { describe, expect, it } from 'vitest';
import { createPublisher } from '../../src-main/ipc/publish.ts';

interface Small {
  readonly name: string;
}

function setUp() {
  const delivered: Small[] = [];
  const tasks: (() => void)[] = [];
  const publisher = createPublisher<Small>({
    deliver: (view) => delivered.push(view),
    clean: ({ name }) => ({ name }),
    schedule: (task) => tasks.push(task),
  });
  const run = () => {
    for (const task of tasks.splice(0)) task();
  };
  return { publisher, delivered, run, waiting: () => tasks.length };
}

describe('the publisher', () => {
  it('delivers the newest of many, once', () => {
    const { publisher, delivered, run, waiting } = setUp();
    for (let i = 0; i < 1000; i++) publisher.publish({ name: String(i) });
    expect([delivered.length, waiting()]).toEqual([0, 1]);
    run();
    expect(delivered).toEqual([{ name: '999' }]);
    publisher.publish({ name: 'next' });
    run();
    expect(delivered).toEqual([{ name: '999' }, { name: 'next' }]);
  });

  it('delivers and keeps only what the window may have', () => {
    const { publisher, delivered, run } = setUp();
    publisher.publish({ name: 'x', secret: 's' } as Small);
    run();
    expect(JSON.stringify([delivered, publisher.latest()])).not.toContain('secret');
  });

  it('has the newest ready for a page that starts, before it is delivered', () => {
    const { publisher } = setUp();
    expect(publisher.latest()).toBeUndefined();
    publisher.publish({ name: 'x' });
    expect(publisher.latest()).toEqual({ name: 'x' });
  });

  it('delivers nothing once it is stopped', () => {
    const { publisher, delivered, run } = setUp();
    publisher.publish({ name: 'x' });
    publisher.stop();
    run();
    publisher.publish({ name: 'y' });
    run();
    expect(delivered).toEqual([]);
  });
});
