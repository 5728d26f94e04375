import type { ReactNode } from 'react';
import type { FaultView } from '../../src-main/ipc/view.ts';
import { useWords } from '../words/words.tsx';
import { Notice } from './notice.tsx';

/** What happened and what to do now, above what it concerns. */
export function FaultNotice({
  fault,
  children,
}: {
  readonly fault: FaultView;
  readonly children?: ReactNode;
}) {
  const words = useWords().fault(fault);
  return (
    <Notice icon="warn" kind="critical" alert>
      <div className="stack">
        <p>
          <strong>{words.happened}</strong> {words.now}
        </p>
        {children}
      </div>
    </Notice>
  );
}
