import { memo } from 'react';
import type { CardView } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { useWords, type WordsValue } from '../words/words.tsx';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import styles from './card.module.css';
import { Tile } from './tile.tsx';

interface MailAppCardProps {
  readonly card: CardView;
  readonly onRevoke: () => void;
}

/** From how many days before its end a card asks for renewal. */
const endingDays = 14;

/** A pass lying down, its end date on the stub. Only what needs the person is filled. */
export const MailAppCard = memo(function MailAppCard({ card, onRevoke }: MailAppCardProps) {
  const words = useWords();
  const { t, day } = words;
  const { act } = useActs();
  const ending = card.daysLeft !== null && card.daysLeft <= endingDays;
  const broken = card.lastProof !== null && !card.lastProof.works;
  const name = card.description;
  const tool = (word: string) => ({ 'aria-label': t('home.toolOf', { tool: word, name }) });
  const busy = card.busy !== null;
  const renew = t(card.madeHere ? 'home.renew' : 'home.replace');
  return (
    <article
      className={styles.card}
      data-state={card.madeHere ? (ending ? 'ending' : undefined) : 'foreign'}
      aria-labelledby={`card-${card.id}`}
      aria-busy={busy}
    >
      <div className={styles.cardBody}>
        <Tile icon={card.icon} name={name} large />
        <h2 id={`card-${card.id}`} tabIndex={-1}>
          <bdi>{name}</bdi> {card.madeHere ? null : <Badge>{t('home.foreign')}</Badge>}
          {broken ? <Badge kind="critical">{t('home.broken')}</Badge> : null}
        </h2>
        <p className={styles.about}>{aboutOf(card, words)}</p>
        <div className={styles.cardTools}>
          <Button
            small
            {...(card.madeHere && (ending || broken)
              ? { kind: 'primary', icon: 'renew' }
              : { kind: 'quiet' })}
            disabled={busy}
            {...tool(renew)}
            onClick={() => act('card.renew', { id: card.id })}
          >
            {renew}
          </Button>
          {card.madeHere ? (
            <Button
              small
              kind="quiet"
              disabled={busy}
              {...tool(t('home.settings'))}
              onClick={() => act('card.settings', { id: card.id })}
            >
              {t('home.settings')}
            </Button>
          ) : null}
          <Button
            small
            kind="quiet"
            danger
            disabled={busy}
            data-revoke={card.id}
            {...tool(t('home.revoke'))}
            onClick={onRevoke}
          >
            {t('home.revoke')}
          </Button>
        </div>
      </div>
      <div className={styles.cardStub}>
        <span className={`label ${styles.label}`}>{t('pass.validUntil')}</span>
        <span className={styles.date}>{card.expiresAt === null ? t('pass.noEnd') : day(card.expiresAt)}</span>
        {card.daysLeft === null ? null : <span className={styles.left}>{leftOf(card.daysLeft, words)}</span>}
      </div>
    </article>
  );
});

function aboutOf(card: CardView, { t, at, ago, day }: WordsValue): string {
  if (card.busy !== null) return t(card.busy === 'checking' ? 'home.checking' : 'home.revoking');
  if (!card.madeHere)
    return card.createdAt === null
      ? t('home.foreignAbout')
      : t('home.foreignSince', { date: day(card.createdAt) });
  const proof =
    card.lastProof === null
      ? t('home.neverTried')
      : t(card.lastProof.works ? 'home.worked' : 'home.failed', { when: at(card.lastProof.at) });
  return card.createdAt === null
    ? proof
    : t('home.about', { made: t('home.made', { when: ago(card.createdAt) }), proof });
}

function leftOf(days: number, { t }: WordsValue): string {
  if (days < 0) return t('home.ended');
  if (days < 60) return t('home.daysLeft', { days });
  return t('home.monthsLeft', { months: Math.round(days / 30.44) });
}
