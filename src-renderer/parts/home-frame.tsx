import type { ReactNode } from 'react';
import type { View } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import type { Place } from '../bridge.ts';
import { cx } from '../cx.ts';
import { useWords } from '../words/words.tsx';
import { FaultNotice } from './fault-notice.tsx';
import frame from './frame.module.css';
import { Icon, type IconName } from './icon.tsx';
import styles from './sidebar.module.css';
import { Switcher } from './switcher.tsx';
import { TitleBar } from './title-bar.tsx';
import { type Arrival, useArrival } from './use-arrival.ts';

interface HomeFrameProps extends Arrival {
  readonly view: View;
  readonly place: Place;
  /** Null where the screen draws its own heading (and gives it `ref`), as an empty home does. */
  readonly title: string | null;
  readonly under?: ReactNode;
  readonly tools?: ReactNode;
  readonly centred?: boolean;
  readonly children: ReactNode;
}

const places: readonly { readonly to: Place; readonly icon: IconName }[] = [
  { to: 'home', icon: 'mail' },
  { to: 'activity', icon: 'clock' },
  { to: 'diagnosis', icon: 'pulse' },
  { to: 'preferences', icon: 'sliders' },
];

/** What comes after the wizard: the parts of Gatepass at the start, the chosen one beside it. */
export function HomeFrame(props: HomeFrameProps) {
  const { t } = useWords();
  const { act, waiting, fault } = useActs();
  const heading = useArrival(props);
  return (
    <div className={cx(frame.window, frame.homeWindow)}>
      <TitleBar />
      {waiting > 0 ? (
        <div className={frame.pending} role="progressbar" aria-label={t('common.loading')} />
      ) : null}
      <div className={styles.home}>
        <nav className={styles.sidebar} aria-label={t('nav.label')}>
          <Switcher view={props.view} />
          {places.map(({ to, icon }) => (
            <button
              key={to}
              type="button"
              className={styles.nav}
              title={t(`nav.${to}`)}
              {...(to === props.place ? { 'aria-current': 'page' } : {})}
              onClick={() => act('nav.go', { to })}
            >
              <Icon name={icon} />
              <span>{t(`nav.${to}`)}</span>
            </button>
          ))}
          <span className={styles.spring} />
        </nav>
        <main className={cx(styles.main, props.centred && styles.centred)} aria-labelledby="title">
          {props.title === null ? null : (
            <header className={styles.mainHead}>
              <div>
                <h1 id="title" tabIndex={-1} ref={heading}>
                  {props.title}
                </h1>
                {props.under === undefined ? null : <p className="muted">{props.under}</p>}
              </div>
              {props.tools === undefined ? null : <div className="row">{props.tools}</div>}
            </header>
          )}
          {fault === null ? null : <FaultNotice fault={fault} />}
          {props.children}
        </main>
      </div>
    </div>
  );
}
