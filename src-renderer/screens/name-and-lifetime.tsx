import { useId, useState } from 'react';
import { useActs } from '../acts.tsx';
import { Button } from '../parts/button.tsx';
import styles from '../parts/choices.module.css';
import { FaultNotice } from '../parts/fault-notice.tsx';
import { Field } from '../parts/field.tsx';
import list from '../parts/mail-app-list.module.css';
import { Spring, Wizard, wizardForm } from '../parts/wizard.tsx';
import { useWords } from '../words/words.tsx';
import type { ScreenProps } from './screen-props.ts';

/** Good defaults, so that most people only press the button. */
export function NameAndLifetime({ view, screen }: ScreenProps<'name-and-lifetime'>) {
  const { t, rich, day } = useWords();
  const { act } = useActs();
  const hint = useId();
  const [name, setName] = useState(screen.name);
  const [lifetime, setLifetime] = useState(screen.chosen);
  const [tried, setTried] = useState(false);
  const until = screen.lifetimes.find(({ id }) => id === lifetime)?.until ?? 'never';
  // What is chosen here is settled a click later; the pass shows it at once.
  const pass = {
    ...view.pass,
    mailApp: name.trim() === '' ? view.pass.mailApp : name.trim(),
    validUntil: until,
    fresh: ['mailApp', 'validUntil'] as const,
  };
  const submit = (): void => {
    setTried(true);
    if (name.trim() !== '') void act('name.submit', { name: name.trim(), lifetime });
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <Wizard
      step={3}
      window={t('name.window')}
      title={t('name.title')}
      lead={rich('name.lead', { app: screen.mailApp.name })}
      pass={pass}
      onSubmit={submit}
      actions={
        <>
          <Spring />
          <Button onClick={() => act('back')}>{t('common.back')}</Button>
          <Button kind="primary" type="submit" form={wizardForm}>
            {t('name.create')}
          </Button>
        </>
      }
    >
      {screen.fault === null ? null : <FaultNotice fault={screen.fault} />}
      <Field
        label={t('name.name')}
        hint={t('name.hint')}
        value={name}
        maxLength={80}
        arrive="select"
        onChange={setName}
        problem={tried && name.trim() === '' ? t('name.missing') : null}
      />
      <fieldset className="wide" aria-describedby={hint}>
        <legend className={list.groupTitle}>{t('name.validFor')}</legend>
        <div className={`${styles.choices} ${styles.across}`} data-count={screen.lifetimes.length}>
          {screen.lifetimes.map((choice) => (
            <label key={choice.id} className={styles.choice}>
              <input
                type="radio"
                name="lifetime"
                value={choice.id}
                checked={choice.id === lifetime}
                onChange={() => setLifetime(choice.id)}
              />
              <span className={styles.name}>
                {choice.days === null
                  ? t('pass.noEnd')
                  : choice.days % 365 === 0
                    ? t('common.year', { years: choice.days / 365 })
                    : t('common.days', { days: choice.days })}
              </span>
              <span className={styles.about}>
                {choice.suggested
                  ? t('name.suggested')
                  : choice.until === null
                    ? t('name.untilRevoked')
                    : t('name.until', { date: day(choice.until) })}
              </span>
            </label>
          ))}
        </div>
        <p className={`hint ${styles.choicesHint}`} id={hint}>
          {t(screen.serverEnforcesEnd ? 'name.enforced' : 'name.notEnforced')}
        </p>
      </fieldset>
      <p className="hint">{t('name.never')}</p>
    </Wizard>
  );
}
