import type { ShellWords } from './shell-words.ts';

/** Menus, tray and the page of the browser in English. */
export const shellEn: ShellWords = {
  menu: {
    about: 'About Gatepass',
    services: 'Services',
    hide: 'Hide Gatepass',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    quit: 'Quit Gatepass',
    file: 'File',
    preferences: 'Preferences',
    close: 'Close window',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    actualSize: 'Actual size',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    fullScreen: 'Full screen',
    developerTools: 'Developer tools',
    window: 'Window',
    minimize: 'Minimise',
    zoom: 'Zoom',
    front: 'Bring all to front',
    help: 'Help',
    helpPage: 'About app passwords',
    diagnosis: 'Diagnosis',
  },
  tray: { name: 'Gatepass', show: 'Show Gatepass', quit: 'Quit Gatepass' },
  browserPage: {
    language: 'en',
    direction: 'ltr',
    pages: {
      'signed-in': {
        title: 'You are signed in',
        lead: 'You can close this window and go back to Gatepass.',
        hint: 'This page comes from Gatepass on your own computer. There is nothing left to do here.',
      },
      denied: {
        title: 'You are not signed in',
        lead: 'The sign-in was cancelled or refused. Nothing has been made or changed.',
        hint: 'You can close this window. To try again, go back to Gatepass.',
      },
      failed: {
        title: 'The sign-in did not work',
        lead: 'Your sign-in service stopped it. Nothing has been made or changed.',
        hint: 'You can close this window. Gatepass says what to do now.',
      },
    },
    said: 'It said:',
  },
};
