import type { Labels } from './labels.ts';
import type { Json, RecordedHeaders } from './recorded-exchange.ts';
import type { ActualResponse } from './send-recorded.ts';

export interface Expectation {
  readonly status: number;
  readonly headers: RecordedHeaders;
  readonly body: Json;
}

/** What may differ by value, by the member it stands in; the same recorded value must always mean the same value. */
const shapes: Readonly<Record<string, RegExp>> = {
  state: /^[0-9a-f]{8}$/,
  sessionState: /^[0-9a-f]{8}$/,
  createdAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  client_id: /^swc1\.[\w-]{88}$/,
  client_id_issued_at: /^\d{10}$/,
  device_code: /^[A-Za-z0-9]{40}$/,
  code: /^[A-Za-z0-9]{40}$/,
  user_code: /^[A-Z0-9]{4}-[A-Z0-9]{4}$/,
  verification_uri_complete: /^http:\/\/[\w.:]+\/(device|authorize)\/\?code=[A-Z0-9]{4}-[A-Z0-9]{4}$/,
  applicationServerKey: /^[\w-]{87}$/,
};
/** Numbers given to administrator actions; other ids are counted and therefore equal. */
const actionId = /^b[a-z792013]{6}$/;
const secretShape = /^app_[a-z792013]{36}$/;

/**
 * Lists every difference between a recorded answer and ours; empty when there is none.
 * @param bindings values seen so far for recorded ones, kept through a whole replay
 * @param keyOrder compare the order of an object's members too
 */
export function compareResponse(
  expected: Expectation,
  actual: ActualResponse,
  labels: Labels,
  bindings: Map<string, string>,
  keyOrder: boolean,
): readonly string[] {
  const differences: string[] = [];
  const differ = (path: string, wanted: unknown, got: unknown) => {
    differences.push(`${path}: recorded ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
  };

  const compareText = (path: string, name: string, wanted: string | number, got: unknown) => {
    const label = typeof wanted === 'string' ? /^<([a-z][\w ,-]+)>$/.exec(wanted)?.[1] : undefined;
    if (label !== undefined) {
      const good = typeof got === 'string' && (!label.includes('secret') || secretShape.test(got));
      if (!good || !labels.bind(label, got)) {
        differ(path, wanted, got);
      }
      return;
    }
    const shape = shapes[name] ?? (name === 'id' ? actionId : undefined);
    if (shape?.test(String(wanted)) !== true) {
      if (wanted !== got) {
        differ(path, wanted, got);
      }
      return;
    }
    // Dates and times of issue come and go; ids and states must stay the same.
    const key = `${name} ${wanted}`;
    const known = /createdAt|issued_at/.test(name) ? undefined : bindings.get(key);
    if (typeof wanted !== typeof got || !shape.test(String(got)) || (known !== undefined && known !== got)) {
      differ(path, wanted, got);
    }
    bindings.set(key, String(got));
  };

  const compare = (path: string, name: string, wanted: Json, got: unknown): void => {
    if (typeof wanted === 'string' || typeof wanted === 'number') {
      compareText(path, name, wanted, got);
      return;
    }
    if (typeof wanted !== 'object' || wanted === null || typeof got !== 'object' || got === null) {
      if (wanted !== got) {
        differ(path, wanted, got);
      }
      return;
    }
    // The recorder shortened this answer to the members it shows.
    const partial = Object.hasOwn(wanted, '...');
    const names = Object.keys(wanted).filter((member) => member !== '...');
    const gotNames = partial ? names : Object.keys(got);
    const order = (list: readonly string[]) => (keyOrder ? list : list.toSorted()).join(' ');
    if (Array.isArray(wanted) !== Array.isArray(got) || order(names) !== order(gotNames)) {
      differ(path, names, Object.keys(got));
      return;
    }
    const values = new Map<string, unknown>(Object.entries(got));
    for (const [member, value] of Object.entries(wanted)) {
      if (member !== '...') {
        compare(`${path}/${member}`, Array.isArray(wanted) ? name : member, value, values.get(member));
      }
    }
  };

  if (expected.status !== actual.status) {
    differ('status', expected.status, actual.status);
  }
  compareHeaders(expected.headers, actual.headers, differ);
  compare('body', '', expected.body, typeof expected.body === 'string' ? actual.body : parse(actual.body));
  return differences;
}

function compareHeaders(
  wanted: RecordedHeaders,
  got: RecordedHeaders,
  differ: (path: string, wanted: unknown, got: unknown) => void,
): void {
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(got)])) {
    if (JSON.stringify(wanted[name]) !== JSON.stringify(got[name])) {
      differ(`header ${name}`, wanted[name], got[name]);
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
