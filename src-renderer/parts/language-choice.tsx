import { type LanguageTag, languages } from '../../assets/messages/languages.ts';
import type { View } from '../../src-main/ipc/view.ts';
import { useActs } from '../acts.tsx';
import { useWords } from '../words/words.tsx';
import styles from './field.module.css';

const tags = Object.keys(languages) as LanguageTag[];

/** Every language by its own name. */
export function LanguageOptions() {
  return tags.map((tag) => (
    <option key={tag} value={tag} lang={tag}>
      {languages[tag].name}
    </option>
  ));
}

/** The switch at the start of the first screen, for somebody who cannot read the language it came up in. */
export function LanguageChoice({ view }: { readonly view: View }) {
  const { t } = useWords();
  const { act } = useActs();
  return (
    <select
      className={styles.select}
      aria-label={t('common.language')}
      value={view.language}
      onChange={(event) => act('preferences.set', { language: event.target.value as LanguageTag })}
    >
      <LanguageOptions />
    </select>
  );
}
