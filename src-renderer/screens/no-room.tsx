import { useState } from 'react';
import type { CardView } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { Button } from '../parts/button.tsx';
import choices from '../parts/choices.module.css';
import { Disclosure } from '../parts/disclosure.tsx';
import { Spring, Wizard, wizardForm } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** How many are shown before "more". */
const shownFirst = 4;

/** The mailbox holds as many app passwords as it may: which one goes is asked, never chosen. */
export function NoRoom({ view, screen }: ScreenProps<'in-the-way'>) {
  const { t } = useWords();
  const { act } = useActs();
  // Nothing is chosen beforehand: what stops is the person's decision alone.
  const [chosen, setChosen] = useState<CardView | null>(null);
  const quota = Number(screen.fault.facts['quota'] ?? screen.crowd.length);
  const lead = t('way.quotaLead', { quota });
  const rest = screen.crowd.slice(shownFirst);
  const choice = (card: CardView) => (
    <CrowdChoice
      key={card.id}
      card={card}
      checked={chosen?.id === card.id}
      onChoose={() => setChosen(card)}
    />
  );
  return (
    <Wizard
      step={3}
      window={t('way.quota')}
      say={`${t('way.quota')}. ${lead}`}
      assertive
      title={t('way.quota')}
      lead={lead}
      pass={view.pass}
      onSubmit={() => {
        if (chosen !== null) void act('quota.revokeAndContinue', { id: chosen.id });
      }}
      actions={
        <>
          <Button kind="quiet" flush onClick={() => act('fault.dismiss')}>
            {t('way.stop')}
          </Button>
          <Spring />
          <Button kind="primary" danger type="submit" form={wizardForm} disabled={chosen === null}>
            {chosen === null ? t('way.quotaChoose') : t('way.quotaGo', { name: chosen.description })}
          </Button>
        </>
      }
    >
      <fieldset className="wide">
        <legend className="unseen">{t('way.quotaLegend')}</legend>
        <div className={choices.choices}>{screen.crowd.slice(0, shownFirst).map(choice)}</div>
        {rest.length === 0 ? null : (
          <div className={choices.afterChoices}>
            <Disclosure title={t('way.quotaMore', { count: rest.length })}>
              <div className={choices.choices}>{rest.map(choice)}</div>
            </Disclosure>
          </div>
        )}
      </fieldset>
      <p className="muted">{t('way.quotaHint')}</p>
    </Wizard>
  );
}

interface CrowdChoiceProps {
  readonly card: CardView;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function CrowdChoice({ card, checked, onChoose }: CrowdChoiceProps) {
  const { t, at, ago, day } = useWords();
  const facts = [
    card.madeHere ? null : t('home.foreign'),
    card.lastProof !== null
      ? t(card.lastProof.works ? 'home.worked' : 'home.failed', { when: at(card.lastProof.at) })
      : card.madeHere && card.createdAt !== null
        ? t('home.made', { when: ago(card.createdAt) })
        : null,
    card.expiresAt === null ? t('way.noEnd') : t('way.validUntil', { date: day(card.expiresAt) }),
  ].filter((fact) => fact !== null);
  return (
    <label className={choices.choice}>
      <input type="radio" name="crowd" checked={checked} onChange={onChoose} />
      <span className={choices.name}>
        <bdi>{card.description}</bdi>
      </span>
      <span className={choices.about}>{facts.join(' · ')}</span>
    </label>
  );
}
