import type { ShellWords } from './shell-words.ts';

/** Menus, tray and the page of the browser in German. */
export const shellDe: ShellWords = {
  menu: {
    about: 'Über Gatepass',
    services: 'Dienste',
    hide: 'Gatepass ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    quit: 'Gatepass beenden',
    file: 'Datei',
    preferences: 'Einstellungen',
    close: 'Fenster schließen',
    edit: 'Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    view: 'Ansicht',
    actualSize: 'Originalgröße',
    zoomIn: 'Größer',
    zoomOut: 'Kleiner',
    fullScreen: 'Vollbild',
    developerTools: 'Entwicklerwerkzeuge',
    window: 'Fenster',
    minimize: 'Im Dock ablegen',
    zoom: 'Zoomen',
    front: 'Alle nach vorne bringen',
    help: 'Hilfe',
    helpPage: 'Über App-Passwörter',
    diagnosis: 'Diagnose',
  },
  tray: { name: 'Gatepass', show: 'Gatepass zeigen', quit: 'Gatepass beenden' },
  browserPage: {
    language: 'de',
    direction: 'ltr',
    pages: {
      'signed-in': {
        title: 'Sie sind angemeldet',
        lead: 'Sie können dieses Fenster schließen und zu Gatepass zurückkehren.',
        hint: 'Diese Seite kommt von Gatepass auf Ihrem eigenen Computer. Hier ist nichts mehr zu tun.',
      },
      denied: {
        title: 'Sie sind nicht angemeldet',
        lead: 'Die Anmeldung wurde abgebrochen oder abgelehnt. Es wurde nichts angelegt oder geändert.',
        hint: 'Sie können dieses Fenster schließen. In Gatepass können Sie es noch einmal versuchen.',
      },
      failed: {
        title: 'Die Anmeldung hat nicht geklappt',
        lead: 'Ihr Anmeldedienst hat sie angehalten. Es wurde nichts angelegt oder geändert.',
        hint: 'Sie können dieses Fenster schließen. Gatepass sagt, was jetzt zu tun ist.',
      },
    },
    said: 'Er meldet:',
  },
};
