import { useEffect, useState, useSyncExternalStore } from 'react';
import type { View } from '../src-main/ipc/view.ts';
import { ActsProvider } from './acts.tsx';
import type { Bridge } from './bridge.ts';
import { Announcer } from './parts/announcer.tsx';
import { Activity } from './screens/activity.tsx';
import { Diagnosis } from './screens/diagnosis.tsx';
import { Found } from './screens/found.tsx';
import { Home } from './screens/home.tsx';
import { InBrowser } from './screens/in-browser.tsx';
import { InTheWay } from './screens/in-the-way.tsx';
import { ItDoesNotWork } from './screens/it-does-not-work.tsx';
import { Loading } from './screens/loading.tsx';
import { MailboxReady } from './screens/mailbox-ready.tsx';
import { NameAndLifetime } from './screens/name-and-lifetime.tsx';
import { PickMailApp } from './screens/pick-mail-app.tsx';
import { Preferences } from './screens/preferences.tsx';
import { Settings } from './screens/settings.tsx';
import { Welcome } from './screens/welcome.tsx';
import { Working } from './screens/working.tsx';
import { WrongPerson } from './screens/wrong-person.tsx';
import type { ViewStore } from './view-store.ts';
import { loadWords } from './words/load-words.ts';
import { createWords, WordsProvider, type WordsValue } from './words/words.tsx';

/** The window: draws the newest view in its language. It holds no truth of its own. */
export function App({ bridge, store }: { readonly bridge: Bridge; readonly store: ViewStore }) {
  const view = useSyncExternalStore(store.subscribe, store.current);
  const words = useLoadedWords(view?.language ?? null);
  useDocument(view, words);
  if (view === null || words === null) return null;
  return (
    <WordsProvider value={words}>
      {/* What went wrong on one screen is no longer true on the next. */}
      <ActsProvider key={view.screen.kind} bridge={bridge}>
        <Screen view={view} key={screenKey(view)} />
      </ActsProvider>
      <Announcer />
    </WordsProvider>
  );
}

/** The words of the view's language; those of the one before until they have been read. */
function useLoadedWords(language: View['language'] | null): WordsValue | null {
  const [words, setWords] = useState<WordsValue | null>(null);
  useEffect(() => {
    if (language === null) return;
    let current = true;
    void loadWords(language).then((loaded) => {
      if (current) setWords(createWords(loaded));
    });
    return () => {
      current = false;
    };
  }, [language]);
  return words;
}

function useDocument(view: View | null, words: WordsValue | null): void {
  useEffect(() => {
    const root = document.documentElement;
    if (view !== null) {
      root.dataset['appearance'] = view.appearance;
      root.dataset['system'] = view.system;
    }
    if (words !== null) {
      root.lang = words.language;
      root.dir = words.direction;
    }
  }, [view, words]);
}

/** Changes when a screen comes anew, so that it starts with its own focus and without what was typed on another. */
function screenKey({ screen }: View): string {
  switch (screen.kind) {
    case 'settings':
    case 'it-does-not-work':
      return `${screen.kind} ${screen.appPasswordId}`;
    case 'in-the-way':
      return `${screen.kind} ${screen.fault.code}`;
    case 'name-and-lifetime':
      return `${screen.kind} ${screen.mailApp.id}`;
    case 'in-browser':
      return `${screen.kind} ${screen.startedAt}`;
    default:
      return screen.kind;
  }
}

function Screen({ view }: { readonly view: View }) {
  const { screen } = view;
  switch (screen.kind) {
    case 'loading':
      return <Loading />;
    case 'welcome':
      return <Welcome view={view} screen={screen} />;
    case 'found':
      return <Found view={view} screen={screen} />;
    case 'in-browser':
      return <InBrowser view={view} screen={screen} />;
    case 'mailbox-ready':
      return <MailboxReady view={view} screen={screen} />;
    case 'wrong-person':
      return <WrongPerson view={view} screen={screen} />;
    case 'pick-mail-app':
      return <PickMailApp view={view} screen={screen} />;
    case 'name-and-lifetime':
      return <NameAndLifetime view={view} screen={screen} />;
    case 'working':
      return <Working view={view} screen={screen} />;
    case 'settings':
      return <Settings view={view} screen={screen} />;
    case 'it-does-not-work':
      return <ItDoesNotWork view={view} screen={screen} />;
    case 'home':
      return <Home view={view} screen={screen} />;
    case 'activity':
      return <Activity view={view} screen={screen} />;
    case 'preferences':
      return <Preferences view={view} screen={screen} />;
    case 'diagnosis':
      return <Diagnosis view={view} screen={screen} />;
    case 'in-the-way':
      return <InTheWay view={view} screen={screen} />;
    default:
      return screen satisfies never;
  }
}
