import type { FormEvent, ReactNode } from 'react';
import type { PassView } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { cx } from '../cx.ts';
import { useWords } from '../words/words.tsx';
import { FaultNotice } from './fault-notice.tsx';
import styles from './frame.module.css';
import { Pass } from './pass.tsx';
import { TitleBar, type WizardStep } from './title-bar.tsx';
import { type Arrival, useArrival } from './use-arrival.ts';

interface WizardProps extends Arrival {
  readonly step: WizardStep;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly pass: PassView;
  /** Instead of the pass that fills itself in. */
  readonly aside?: ReactNode;
  readonly passAtEnd?: boolean;
  readonly dense?: boolean;
  readonly withSecret?: boolean;
  /** Makes the page itself reachable by keyboard, where nothing in it is; its name. */
  readonly region?: string;
  readonly onSubmit?: () => void;
  readonly children: ReactNode;
  /** The bottom bar, from its start to its end. */
  readonly actions: ReactNode;
}

/** The form every wizard button at the bottom belongs to. */
export const wizardForm = 'wizard';

/** One screen of the way: title, text and pass in the middle, what one can do at the bottom. */
export function Wizard(props: WizardProps) {
  const { waiting, fault } = useActs();
  const { t } = useWords();
  const heading = useArrival(props);
  const inner = (
    <>
      <div className={cx(styles.column, props.dense && styles.dense)}>
        <div className={styles.title}>
          <h1 id="title" tabIndex={-1} ref={heading}>
            {props.title}
          </h1>
          {props.lead === undefined ? null : <p className="lead">{props.lead}</p>}
        </div>
        {fault === null ? null : <FaultNotice fault={fault} />}
        {props.children}
      </div>
      {props.aside ?? <Pass pass={props.pass} end={props.passAtEnd ?? false} />}
    </>
  );
  const innerClass = cx(styles.pageInner, props.withSecret && styles.withSecret);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSubmit?.();
  };
  return (
    <main className={styles.window} aria-labelledby="title">
      <TitleBar step={props.step} />
      {waiting > 0 ? (
        <div className={styles.pending} role="progressbar" aria-label={t('common.loading')} />
      ) : null}
      <div
        className={styles.page}
        {...(props.region === undefined ? {} : { tabIndex: 0, role: 'region', 'aria-label': props.region })}
      >
        {props.onSubmit === undefined ? (
          <div className={innerClass}>{inner}</div>
        ) : (
          <form className={innerClass} id={wizardForm} noValidate onSubmit={submit}>
            {inner}
          </form>
        )}
      </div>
      <div className={styles.actions}>{props.actions}</div>
    </main>
  );
}

/** Pushes what follows to the end of the bottom bar. */
export function Spring() {
  return <span className={styles.spring} />;
}
