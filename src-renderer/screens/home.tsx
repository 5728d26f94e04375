import { useEffect, useRef, useState } from 'react';
import type { CardView } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { ActivityLine } from '../parts/activity-line.tsx';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import cards from '../parts/card.module.css';
import { EmptyPass } from '../parts/empty-pass.tsx';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { HomeFrame } from '../parts/home-frame.tsx';
import log from '../parts/log.module.css';
import { MailAppCard } from '../parts/mail-app-card.tsx';
import { Notice } from '../parts/notice.tsx';
import { RevokeDialog } from '../parts/revoke-dialog.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** One card for each app password of the mailbox, also those that were made elsewhere. */
export function Home({ view, screen }: ScreenProps<'home'>) {
  const { t } = useWords();
  const { act } = useActs();
  const [asking, setAsking] = useState<CardView | null>(null);
  useFocusAfterRevoke(screen.cards);
  const empty = screen.cards.length === 0 && !screen.loading && screen.fault === null;
  const signedOut = view.account !== null && !view.account.signedIn;
  const tools = (
    <Button icon="plus" data-connect="" onClick={() => act('home.connect')}>
      {t('home.connect')}
    </Button>
  );
  return (
    <HomeFrame
      view={view}
      place="home"
      window=""
      title={empty ? null : t('home.title')}
      tools={empty ? undefined : tools}
      centred={empty}
    >
      {view.online ? null : (
        <Notice icon="offline" kind="caution">
          <p>{t('home.offline')}</p>
        </Notice>
      )}
      {signedOut ? (
        <Notice icon="key">
          <div className="stack">
            <p>{t('home.signedOut')}</p>
            <div className="row">
              <Button small onClick={() => act('signIn.start')}>
                {t('home.signIn')}
              </Button>
            </div>
          </div>
        </Notice>
      ) : null}
      {/* "You are signed out" already says it. */}
      {screen.fault === null || (signedOut && screen.fault.code === 'signin.needed') ? null : (
        <FaultNotice fault={screen.fault}>
          <div className="row">
            <Button small onClick={() => act('fault.retry')}>
              {t('common.tryAgain')}
            </Button>
          </div>
        </FaultNotice>
      )}
      {screen.loading ? <Waiting>{t('home.loading')}</Waiting> : null}
      {empty ? (
        <EmptyPass title={t('home.empty')} text={t('home.emptyLead')}>
          <Button kind="primary" icon="plus" onClick={() => act('home.connect')}>
            {t('home.connect')}
          </Button>
        </EmptyPass>
      ) : (
        <div className={cards.cards}>
          {screen.cards.map((card) => (
            <MailAppCard key={card.id} card={card} onRevoke={() => setAsking(card)} />
          ))}
        </div>
      )}
      {empty || screen.activity.length === 0 ? null : (
        <section aria-labelledby="activity">
          <div className={log.sectionHead}>
            <h2 id="activity">{t('home.activity')}</h2>
            <Button kind="quiet" small onClick={() => act('nav.go', { to: 'activity' })}>
              {t('home.showAll')}
            </Button>
          </div>
          <ul className={log.log}>
            {screen.activity.slice(0, 3).map((entry) => (
              <ActivityLine key={`${entry.at} ${entry.kind} ${entry.subject}`} entry={entry} withDay />
            ))}
          </ul>
        </section>
      )}
      {asking === null ? null : <RevokeDialog card={asking} onClose={() => setAsking(null)} />}
    </HomeFrame>
  );
}

/** A card is gone: the focus goes to the one that took its place, else to "Connect a mail app". */
function useFocusAfterRevoke(shown: readonly CardView[]): void {
  const { t } = useWords();
  const before = useRef(shown);
  useEffect(() => {
    const at = before.current.findIndex(
      (card) => card.busy === 'revoking' && !shown.some(({ id }) => id === card.id),
    );
    const gone = before.current[at];
    before.current = shown;
    if (gone === undefined) return;
    announce(t('home.announceRevoked', { name: gone.description }));
    const next = shown[at] ?? shown[at - 1];
    const target =
      next === undefined
        ? document.querySelector<HTMLElement>('[data-connect], main button')
        : document.getElementById(`card-${next.id}`);
    target?.focus();
  }, [shown, t]);
}
