import type { Faults } from './faults.en.ts';

/** The words of each fault in French. */
export const faultsFr: Faults = {
  'input.invalid': {
    happened: 'Gatepass ne comprend pas ceci : {what}.',
    now: 'Revenez en arrière et saisissez-le à nouveau.',
  },
  'input.address': {
    happened: '« {address} » n’est pas une adresse e-mail.',
    now: 'Saisissez l’adresse entière, par exemple mara@fernwood.example.',
  },
  'input.server-needed': {
    happened: 'Gatepass n’a pas trouvé le serveur de messagerie de {address}.',
    now: 'Saisissez son adresse ci-dessous. La personne qui s’occupe de votre messagerie la connaît.',
  },
  'input.unknown-mail-app': {
    happened: 'Gatepass ne connaît pas l’application « {app} ».',
    now: 'Choisissez-en une autre, ou saisissez les réglages vous-même.',
  },
  'input.insecure-url': {
    happened: '« {url} » n’est pas une adresse sûre.',
    now: 'Utilisez l’adresse qui commence par https://. Les mots de passe ne passent jamais par http.',
  },
  'signin.cancelled': {
    happened: 'La connexion a été annulée. Rien n’a été créé ni modifié.',
    now: 'Recommencez quand vous voulez.',
  },
  'signin.timeout': {
    happened: 'Votre navigateur n’est pas revenu à temps. Rien n’a été créé ni modifié.',
    now: 'Recommencez et terminez la connexion dans la page qui s’ouvre.',
  },
  'signin.denied': {
    happened:
      'La connexion a été refusée sur {issuer} : quelqu’un y a annulé, ou Gatepass ne vous est pas permis. Rien n’a été créé ni modifié.',
    now: 'Recommencez. Si elle est encore refusée, demandez à ceux qui gèrent votre connexion.',
  },
  'signin.mismatch': {
    happened:
      'La réponse de {issuer} n’appartient pas à cette connexion ({check}). Gatepass s’est arrêté ici par prudence.',
    now: 'Recommencez. Si cela se reproduit, montrez ceci à la personne qui s’occupe de votre messagerie.',
  },
  'signin.provider-refused': {
    happened: '{issuer} n’a pas terminé la connexion : « {error} ».',
    now: 'Recommencez. Si cela dure, montrez ceci à la personne qui s’occupe de votre messagerie.',
  },
  'signin.provider-broken': {
    happened: 'La réponse de {issuer} n’a pas de sens ({check}).',
    now: 'Réessayez dans quelques minutes. Si cela dure, montrez ceci à la personne qui s’occupe de votre messagerie.',
  },
  'signin.client-unknown': {
    happened: '{issuer} ne connaît pas Gatepass sous le nom « {clientId} ».',
    now: 'Les responsables de votre connexion peuvent l’ajouter : un client natif public avec l’adresse de retour http://127.0.0.1/callback.',
  },
  'signin.redirect-refused': {
    happened: '{issuer} ne laisse pas Gatepass revenir à cet ordinateur.',
    now: 'Les responsables de votre connexion peuvent le permettre : l’adresse de retour http://127.0.0.1/callback sur tout port pour « {clientId} ».',
  },
  'signin.wrong-person': {
    happened:
      'Vous vouliez {address}, mais le serveur de messagerie dit que {login} s’est connecté. Aucun mot de passe d’application n’a été créé.',
    now: 'Connectez-vous à nouveau : {address}.',
  },
  'signin.no-device-code': {
    happened: '{issuer} ne permet pas à « {clientId} » de connecter par un code.',
    now: 'Connectez-vous plutôt dans le navigateur.',
  },
  'signin.first': {
    happened: 'Personne ne s’est encore connecté sur cet ordinateur.',
    now: 'Commencez par votre adresse e-mail.',
  },
  'signin.needed': {
    happened: 'La connexion de {address} a expiré ({reason}).',
    now: 'Connectez-vous à nouveau. Vos applications continuent de fonctionner entre-temps.',
  },
  'signin.port-taken': {
    happened:
      'Un autre programme de cet ordinateur utilise la porte par laquelle votre navigateur revient (port {port}).',
    now: 'Fermez ce programme et réessayez.',
  },
  'issuer.unreachable': {
    happened: 'La page de connexion {issuer} est injoignable ({reason}).',
    now: 'Vérifiez votre liaison et réessayez. Si d’autres ne peuvent pas se connecter non plus, elle est en panne.',
  },
  'issuer.invalid': {
    happened:
      'La page de connexion {issuer} se décrit d’une façon à laquelle Gatepass ne se fie pas ({check}).',
    now: 'Vérifiez son adresse, ou montrez ceci à la personne qui s’occupe de votre messagerie.',
  },
  'issuer.unknown': {
    happened: 'Le serveur {server} ne dit pas où l’on se connecte.',
    now: 'Saisissez l’adresse de cette page ci-dessous. La personne qui s’occupe de votre messagerie la connaît.',
  },
  'network.offline': {
    happened: 'Cet ordinateur est hors ligne.',
    now: 'Connectez-le à Internet et réessayez.',
  },
  'network.unknown-host': {
    happened: 'Aucun ordinateur ne s’appelle {host}, ou votre réseau ne le trouve pas.',
    now: 'Vérifiez l’orthographe. Si elle est juste, essayez un autre réseau.',
  },
  'network.refused': {
    happened: '{host} ne répond pas sur le port {port}. Votre réseau ou le serveur le bloque.',
    now: 'Utilisez un autre réseau, par exemple le partage de connexion de votre téléphone, et réessayez.',
  },
  'network.reset': { happened: 'La liaison avec {host} s’est interrompue.', now: 'Réessayez.' },
  'network.timeout': {
    happened: '{host} n’a pas répondu à temps.',
    now: 'Réessayez dans quelques minutes, ou sur un autre réseau.',
  },
  'network.tls': {
    happened: 'La liaison avec {host} n’est pas sûre : {reason}. Rien n’a été envoyé.',
    now: 'Ne continuez pas sur un réseau que vous ne connaissez pas. Montrez ceci à la personne qui s’occupe de votre messagerie.',
  },
  'network.redirected': {
    happened: '{host} renvoie Gatepass vers une autre adresse, qu’il ne suit pas, par prudence.',
    now: 'Montrez ceci à la personne qui s’occupe de votre messagerie.',
  },
  'server.not-stalwart': {
    happened: '{server} ne répond pas comme un serveur Stalwart.',
    now: 'Vérifiez l’adresse. Si elle est juste, montrez ceci à la personne qui s’occupe de votre messagerie.',
  },
  'server.rejected-token': {
    happened: 'Vous êtes connecté, mais le serveur {server} n’accepte pas cette connexion. {finding}',
    now: 'Montrez ceci à la personne qui s’occupe de votre messagerie. {change}',
  },
  'server.forbidden': {
    happened: 'Le serveur ne vous permet pas cela : {what}.',
    now: 'Demandez à la personne qui s’occupe de votre messagerie le droit de gérer vos mots de passe d’application.',
  },
  'server.limited': {
    happened: 'Le serveur demande à Gatepass de ralentir.',
    now: '{seconds, plural, one {Réessayez dans # seconde.} other {Réessayez dans # secondes.}}',
  },
  'server.banned': {
    happened: 'Le serveur a bloqué ce réseau après trop de connexions manquées.',
    now: 'Fermez les applications qui ont encore un ancien mot de passe, puis demandez à la personne qui s’occupe de votre messagerie de lever le blocage.',
  },
  'server.broken': {
    happened: 'La réponse du serveur {server} n’a pas de sens ({what}).',
    now: 'Réessayez dans quelques minutes. Si cela dure, montrez ceci à la personne qui s’occupe de votre messagerie.',
  },
  'server.too-old': {
    happened:
      'Le serveur est trop ancien : avant Stalwart 0.13.2, ceux qui se connectent sur {issuer} ne peuvent pas avoir de mots de passe d’application.',
    now: 'Demandez à la personne qui s’occupe de votre messagerie de le mettre à jour. Rien n’a été créé ni modifié.',
  },
  'server.wipes-app-passwords': {
    happened:
      'Le serveur utilise Stalwart {version}, qui efface tous les mots de passe d’application à la connexion suivante. Gatepass n’en crée pas là.',
    now: 'Demandez à la personne qui s’occupe de votre messagerie de passer à 0.14.1 ou plus récent.',
  },
  'server.bootstrap': {
    happened: 'Le serveur est encore en cours d’installation.',
    now: 'Réessayez quand elle sera terminée.',
  },
  'server.quota': {
    happened:
      '{quota, plural, one {Le serveur permet # mot de passe d’application, et vous en avez un.} other {Le serveur permet # mots de passe d’application, et vous en avez autant. Ceux qui ont expiré comptent aussi.}}',
    now: 'Révoquez-en un dont vous n’avez plus besoin.',
  },
  'server.refused': {
    happened: 'Le serveur ne l’a pas fait : {what}. Rien n’a été créé ni modifié.',
    now: 'Montrez ceci à la personne qui s’occupe de votre messagerie.',
  },
  'password.not-found': {
    happened: 'Ce mot de passe d’application n’existe plus.',
    now: 'La page « Applications » montre ceux qui existent.',
  },
  'password.proof-refused': {
    happened:
      'Le nouveau mot de passe d’application a été essayé et refusé : {what}. Gatepass ne le remet pas.',
    now: 'Montrez ceci à la personne qui s’occupe de votre messagerie. {change}',
  },
  'password.lost-answer': {
    happened: 'La liaison s’est interrompue pendant la création du mot de passe d’application.',
    now: 'Réessayez. Si un mot de passe d’application inconnu apparaît sous « Applications », révoquez-le.',
  },
  'account.not-found': {
    happened: 'Gatepass ne connaît pas la boîte aux lettres « {account} ».',
    now: 'Connectez-vous d’abord avec elle.',
  },
  'vault.missing': {
    happened:
      'Cet ordinateur n’a pas de trousseau que Gatepass puisse utiliser ({reason}). Les mots de passe ne sont gardés nulle part ailleurs.',
    now: 'Sous Linux, installez et lancez GNOME Keyring, KWallet ou KeePassXC, puis réessayez.',
  },
  'vault.locked': {
    happened: 'Votre trousseau est verrouillé.',
    now: 'Déverrouillez-le et réessayez. Rien n’est perdu.',
  },
  'vault.timeout': {
    happened: 'Votre trousseau n’a pas répondu à temps. Il attend peut-être que vous le déverrouilliez.',
    now: 'Cherchez sa fenêtre, déverrouillez-le et réessayez. Rien n’est perdu.',
  },
  'vault.refused': {
    happened: 'Votre trousseau n’a pas gardé ou donné le mot de passe ({reason}).',
    now: 'Déverrouillez-le ou relancez-le, et réessayez. Rien n’est perdu.',
  },
  'state.corrupt': {
    happened: 'Un fichier de Gatepass était endommagé et a été mis de côté : {aside}.',
    now: 'Connectez-vous à nouveau. Vos mots de passe d’application sont à l’abri dans le trousseau et sur le serveur.',
  },
  'state.unwritable': {
    happened: 'Gatepass ne peut pas écrire dans {path}.',
    now: 'Libérez de la place ou corrigez les droits de ce dossier, puis réessayez.',
  },
  bug: {
    happened: 'Quelque chose s’est mal passé dans Gatepass.',
    now: 'Réessayez. Si cela se reproduit, signalez-le. Le journal est dans {log}.',
  },
};
