import type { ShellWords } from './shell-words.ts';

/** Menus, tray and the page of the browser in French. */
export const shellFr: ShellWords = {
  menu: {
    about: 'À propos de Gatepass',
    services: 'Services',
    hide: 'Masquer Gatepass',
    hideOthers: 'Masquer les autres',
    showAll: 'Tout afficher',
    quit: 'Quitter Gatepass',
    file: 'Fichier',
    preferences: 'Préférences',
    close: 'Fermer la fenêtre',
    edit: 'Édition',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    view: 'Affichage',
    actualSize: 'Taille réelle',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fullScreen: 'Plein écran',
    developerTools: 'Outils de développement',
    window: 'Fenêtre',
    minimize: 'Placer dans le Dock',
    zoom: 'Zoom',
    front: 'Tout ramener au premier plan',
    help: 'Aide',
    helpPage: 'À propos des mots de passe d’application',
    diagnosis: 'Diagnostic',
  },
  tray: { name: 'Gatepass', show: 'Afficher Gatepass', quit: 'Quitter Gatepass' },
  browserPage: {
    language: 'fr',
    direction: 'ltr',
    pages: {
      'signed-in': {
        title: 'Vous êtes connecté',
        lead: 'Vous pouvez fermer cette fenêtre et revenir à Gatepass.',
        hint: 'Cette page vient de Gatepass, sur votre propre ordinateur. Il n’y a plus rien à faire ici.',
      },
      denied: {
        title: 'Vous n’êtes pas connecté',
        lead: 'La connexion a été annulée ou refusée. Rien n’a été créé ni modifié.',
        hint: 'Vous pouvez fermer cette fenêtre. Pour réessayer, revenez à Gatepass.',
      },
      failed: {
        title: 'La connexion n’a pas abouti',
        lead: 'Votre service de connexion l’a interrompue. Rien n’a été créé ni modifié.',
        hint: 'Vous pouvez fermer cette fenêtre. Gatepass indique quoi faire maintenant.',
      },
    },
    said: 'Il a répondu :',
  },
};
