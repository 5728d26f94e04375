import frame from '../parts/frame.module.css';
import { TitleBar } from '../parts/title-bar.tsx';
import { useArrival } from '../parts/use-arrival.ts';
import { Waiting } from '../parts/waiting.tsx';
import { useWords } from '../words/words.tsx';

/** The moment before anything is known. It is empty for its first 300 ms, which is mostly all of it. */
export function Loading() {
  const { t } = useWords();
  const heading = useArrival({ window: '' });
  return (
    <main className={frame.window} aria-labelledby="title">
      <TitleBar />
      <div className={frame.loading}>
        <h1 id="title" className="unseen" tabIndex={-1} ref={heading}>
          {t('common.loading')}
        </h1>
        <Waiting>{t('common.loading')}</Waiting>
      </div>
    </main>
  );
}
