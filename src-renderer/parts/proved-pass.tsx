import type { PassView } from '../../src-main/ipc/view.ts';
import { cx } from '../cx.ts';
import { useWords } from '../words/words.tsx';
import styles from './pass.module.css';
import { PassBand, Stamp } from './pass.tsx';

interface ProvedPassProps {
  readonly pass: PassView;
  readonly description: string;
  readonly tried: boolean;
  readonly works: boolean;
}

/** The pass beside "It does not work": what was proved again just now. */
export function ProvedPass({ pass, description, tried, works }: ProvedPassProps) {
  const { t, day } = useWords();
  return (
    <aside className={cx(styles.pass, styles.summary)} aria-label={t('pass.of', { name: description })}>
      <PassBand>{description}</PassBand>
      <dl className={styles.passLines}>
        <div>
          <dt>{t('pass.mailbox')}</dt>
          <dd className="latin">{pass.mailbox}</dd>
        </div>
        {tried ? (
          <div>
            <dt>{t('pass.tried')}</dt>
            <dd>{t('pass.justNow')}</dd>
          </div>
        ) : null}
      </dl>
      <div className={styles.passTear} />
      <dl className={styles.passStub}>
        <div>
          <dt>{t('pass.validUntil')}</dt>
          <dd>
            {pass.validUntil === null || pass.validUntil === 'never' ? t('pass.noEnd') : day(pass.validUntil)}
          </dd>
        </div>
      </dl>
      {works ? <Stamp /> : null}
    </aside>
  );
}
