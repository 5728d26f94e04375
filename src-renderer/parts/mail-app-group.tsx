import type { MailAppView } from '../../src-main/ipc/view.ts';
import { useWords } from '../words/words.tsx';
import styles from './mail-app-list.module.css';
import { MailAppRow } from './mail-app-row.tsx';

interface MailAppGroupProps {
  readonly title: string | null;
  readonly apps: readonly MailAppView[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** The checked row of this group gets the focus when the screen comes. */
  readonly arrive?: boolean;
}

/** One list of mail apps. All lists share one radio group, so that the arrow keys run through all of them. */
export function MailAppGroup({ title, apps, chosen, onChoose, arrive }: MailAppGroupProps) {
  const { t } = useWords();
  if (apps.length === 0) return null;
  return (
    <fieldset className="wide">
      <legend className={title === null ? 'unseen' : styles.groupTitle}>{title ?? t('pick.computer')}</legend>
      <ul className={styles.apps}>
        {apps.map((app) => (
          <li key={app.id}>
            <MailAppRow app={app} checked={app.id === chosen} onChoose={onChoose} arrive={arrive ?? false} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
