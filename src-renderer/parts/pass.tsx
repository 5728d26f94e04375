import type { ReactNode } from 'react';
import type { PassView } from '../../src-main/ipc/view.ts';
import { cx } from '../cx.ts';
import { useWords } from '../words/words.tsx';
import { Icon, Mark } from './icon.tsx';
import styles from './pass.module.css';

type Line = PassView['fresh'][number];

/** The ticket of the wizard: every line on it is a fact just learnt, the others are still blank. */
export function Pass({
  pass,
  end,
  stamp,
}: {
  readonly pass: PassView;
  readonly end?: boolean;
  readonly stamp?: boolean;
}) {
  const { t, day } = useWords();
  const until =
    pass.validUntil === null ? null : pass.validUntil === 'never' ? t('pass.noEnd') : day(pass.validUntil);
  return (
    <aside className={cx(styles.pass, styles.summary)} aria-label={t(end ? 'pass.end' : 'pass.soFar')}>
      <PassBand>{pass.organisation ?? 'Gatepass'}</PassBand>
      <dl className={styles.passLines}>
        <PassLine name="mailbox" label={t('pass.mailbox')} pass={pass} latin>
          {pass.mailbox}
        </PassLine>
        <PassLine name="signedInAt" label={t('pass.signedInAt')} pass={pass} latin>
          {pass.signedInAt}
        </PassLine>
        <PassLine name="mailApp" label={t('pass.mailApp')} pass={pass}>
          {pass.mailApp}
        </PassLine>
      </dl>
      <div className={styles.passTear} />
      <dl className={styles.passStub}>
        <PassLine name="validUntil" label={t('pass.validUntil')} pass={pass}>
          {until}
        </PassLine>
      </dl>
      {stamp ? <Stamp /> : null}
    </aside>
  );
}

export function PassBand({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.passBand}>
      <Mark />
      <bdi>{children}</bdi>
    </div>
  );
}

/** The only flourish: it was proved before it was shown. */
export function Stamp() {
  return (
    <p className={styles.stamp}>
      <Icon name="check" />
      {useWords().t('pass.works')}
    </p>
  );
}

interface PassLineProps {
  readonly name: Line;
  readonly label: string;
  readonly pass: PassView;
  readonly latin?: boolean;
  readonly children: string | null;
}

function PassLine({ name, label, pass, latin, children }: PassLineProps) {
  const { t } = useWords();
  return (
    <div>
      <dt>{label}</dt>
      {children === null ? (
        <dd className={styles.blank}>
          <span className="unseen">{t('pass.notYet')}</span>
        </dd>
      ) : (
        <dd className={cx(latin && 'latin', pass.fresh.includes(name) && styles.fresh)}>
          <bdi>{children}</bdi>
        </dd>
      )}
    </div>
  );
}
