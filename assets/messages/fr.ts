import type { Words } from './en.ts';

/** Every word of the window in French. */
export const fr: Words = {
  'common.continue': 'Continuer',
  'common.cancel': 'Annuler',
  'common.back': 'Retour',
  'common.later': 'Plus tard',
  'common.copy': 'Copier',
  'common.copied': 'Copié',
  'common.copyWhat': 'Copier : {what}',
  'common.copiedWhat': 'Copié : {what}',
  'common.tryAgain': 'Réessayer',
  'common.diagnosis': 'Lancer le diagnostic',
  'common.language': 'Langue',
  'common.title': '{screen} - Gatepass',
  'common.today': 'Aujourd’hui',
  'common.yesterday': 'Hier',
  'common.at': '{near, select, today {aujourd’hui à {time}} yesterday {hier à {time}} other {le {date}}}',
  'common.dayTime': '{day}, {time}',
  'common.year': '{years, plural, one {1 an} other {# ans}}',
  'common.days': '{days, plural, one {# jour} other {# jours}}',
  'common.seconds': '{seconds} s',
  'common.milliseconds': '{ms} ms',
  'common.notYours': 'Ce n’est pas votre mot de passe de connexion',
  'common.loading': 'Préparation en cours',

  'steps.label': 'Progression',
  'steps.address': 'Adresse',
  'steps.signIn': 'Connexion',
  'steps.mailApp': 'Messagerie',
  'steps.settings': 'Réglages',
  'steps.done': 'terminé',
  'pass.end': 'Ce que vous aurez à la fin',
  'pass.soFar': 'Jusqu’ici',
  'pass.of': 'Mot de passe d’application pour {name}',
  'pass.mailbox': 'Boîte aux lettres',
  'pass.signedInAt': 'Connexion sur',
  'pass.mailApp': 'Application de messagerie',
  'pass.validUntil': 'Valable jusqu’au',
  'pass.notYet': 'pas encore',
  'pass.noEnd': 'Sans date de fin',
  'pass.works': 'Vérifié',
  'pass.tried': 'Essayé à nouveau',
  'pass.justNow': 'À l’instant',

  'welcome.title': 'Connectons votre application de messagerie',
  'welcome.lead': 'Gatepass trouve votre service de messagerie à partir de votre adresse.',
  'welcome.address': 'Votre adresse e-mail',
  'welcome.next': 'La suite',
  'welcome.one':
    '<b>Vous vous connectez, dans votre navigateur.</b> <q>Sur la page de votre organisation, comme d’habitude. Gatepass ne voit jamais ce mot de passe.</q>',
  'welcome.two':
    '<b>Gatepass crée un mot de passe d’application et l’essaie.</b> <q>Un pour chaque application. Ce n’est pas votre mot de passe de connexion.</q>',
  'welcome.three':
    '<b>Vous le saisissez dans votre application.</b> <q>Gatepass vous montre où, étape par étape.</q>',
  'welcome.promise':
    'Il faut environ cinq minutes. Vos messages restent où ils sont : Gatepass ne déplace rien et n’efface rien.',
  'welcome.unfinished':
    'La partie après le @ semble incomplète ; complète, elle ressemble à fernwood.example.',
  'welcome.whole': 'Saisissez l’adresse entière, par exemple mara@fernwood.example.',
  'welcome.server': 'Adresse du serveur de messagerie',
  'welcome.serverHint':
    'Gatepass n’a pas pu la trouver. La personne qui s’occupe de votre messagerie la connaît. Elle commence par https://',
  'welcome.issuer': 'Adresse de la page où vous vous connectez',
  'welcome.issuerHint':
    'Ce serveur ne dit pas où l’on se connecte. La personne qui s’occupe de votre messagerie le sait. L’adresse commence par https://',
  'welcome.https': 'Saisissez une adresse qui commence par https://',
  'welcome.looking': 'Recherche de votre service de messagerie',

  'found.title': 'Votre service de messagerie est trouvé',
  'found.lead':
    'Si tout semble juste, connectez-vous. Jusqu’ici Gatepass n’a fait que regarder ; rien n’a changé.',
  'found.announce': 'Votre service de messagerie est trouvé : {organisation}',
  'found.organisation': 'Organisation',
  'found.organisationFrom': 'Nom donné par le serveur de messagerie',
  'found.server': 'Serveur de messagerie',
  'found.generation':
    '{generation, select, jmap {Stalwart 0.16 ou plus récent} other {Stalwart antérieur à 0.16}}',
  'found.signInAt': 'Vous vous connecterez sur',
  'found.trust':
    'Votre navigateur va ouvrir <b>{host}</b>. Ne saisissez votre mot de passe que si sa barre d’adresse affiche ce nom.',
  'found.all': 'Tous les serveurs, et comment chacun a été trouvé',
  'found.incoming': 'Courrier entrant',
  'found.outgoing': 'Courrier sortant',
  'found.change': 'Changer d’adresse',
  'found.signIn': 'Se connecter dans le navigateur',
  'origin.option': 'Saisi par vous',
  'origin.remembered': 'Connu de la dernière fois',
  'origin.server': 'Le serveur de messagerie le dit',
  'origin.autoconfig': 'Réglages de messagerie publiés pour votre domaine',
  'origin.pacc': 'Réglages de compte publiés pour votre domaine',
  'origin.guess': 'Le nom habituel, qui a répondu',

  'inBrowser.window': 'Continuez dans votre navigateur',
  'inBrowser.title': 'Connectez-vous maintenant, dans votre navigateur',
  'inBrowser.lead':
    'Une page de <b>{host}</b> s’est ouverte. Connectez-vous comme d’habitude. Gatepass continue tout seul dès que vous avez fini.',
  'inBrowser.leadClosed':
    'Gatepass n’a pas pu ouvrir votre navigateur. Copiez le lien et collez-le dans un navigateur de cet ordinateur. Gatepass continue tout seul dès que vous avez fini.',
  'inBrowser.waiting': 'Gatepass vous attend',
  'inBrowser.left': 'encore {time}',
  'inBrowser.leftLabel':
    'Temps restant pour se connecter : {minutes, plural, =0 {} one {# minute } other {# minutes }}{seconds, plural, one {# seconde} other {# secondes}}',
  'inBrowser.notOpen': 'La page ne s’est pas ouverte ?',
  'inBrowser.openAgain': 'Ouvrir à nouveau',
  'inBrowser.copyLink': 'Copier le lien',
  'inBrowser.hint': 'Le lien fonctionne dans tout navigateur de cet ordinateur.',
  'inBrowser.byCode': 'Ouvrez <b>{url}</b> et saisissez ce code, ou comparez-le à celui qui y est affiché :',
  'inBrowser.spelled': 'Code : {code}',
  'inBrowser.codeWarning':
    'Saisissez-le uniquement sur une page que vous avez ouverte vous-même. Si quelqu’un vous a envoyé un code ou vous demande celui-ci, arrêtez.',
  'inBrowser.guessed':
    'Ce serveur ne dit pas où l’on se connecte. Si vous vous connectez ailleurs, revenez en arrière et indiquez l’adresse de cette page.',
  'inBrowser.finishing': 'Connexion réussie. Préparation de votre boîte aux lettres',
  'inBrowser.announceLeft':
    'Encore {seconds, plural, =30 {30 secondes} =60 {1 minute} other {2 minutes}} pour se connecter',

  'ready.window': 'Votre boîte aux lettres est prête',
  'ready.title': 'Votre boîte aux lettres est prête, {name}',
  'ready.titlePlain': 'Votre boîte aux lettres est prête',
  'ready.leadFirst':
    'C’était votre première connexion : le serveur vient de créer votre boîte. Les messages peuvent arriver dès maintenant.',
  'ready.lead': 'Le serveur vous connaît, et les messages peuvent arriver.',
  'ready.mayBounce':
    'Des messages envoyés ces dernières minutes ont pu revenir à leur expéditeur. À partir de maintenant, ils arrivent.',
  'ready.says': 'Pour le serveur de messagerie, vous êtes',
  'ready.match': 'L’adresse saisie',
  'ready.login': 'Nom d’utilisateur',
  'ready.appPasswords': 'Mots de passe d’application',
  'ready.used': '{used, plural, =0 {Aucun encore} other {#}}',
  'ready.usedOf': '{used, plural, =0 {Aucun encore, {allowed} possibles} other {# sur {allowed}}}',
  'ready.notYou': 'Ce n’est pas vous ? <again>Se connecter avec un autre compte</again>',
  'ready.choose': 'Choisir une application',

  'wrong.title': 'Une autre personne s’est connectée',
  'wrong.lead': 'Gatepass s’est arrêté ici par prudence. Rien n’a été créé ni modifié.',
  'wrong.typed': 'Vous avez saisi',
  'wrong.signedInAs': 'Connecté dans le navigateur',
  'wrong.badge': 'Pas l’adresse saisie',
  'wrong.why':
    'Cela arrive souvent sur un ordinateur partagé : le navigateur se souvenait encore de la personne précédente. À la nouvelle connexion, la page demande qui vous êtes.',
  'wrong.meant': 'Vous vouliez cette boîte aux lettres ? <use>Utiliser {address}</use>',
  'wrong.startOver': 'Recommencer',
  'wrong.again': 'Se reconnecter : {name}',

  'pick.window': 'Choisir votre application',
  'pick.title': 'Quelle application de messagerie utilisez-vous ?',
  'pick.search': 'Rechercher une application',
  'pick.placeholder': 'Rechercher parmi {count, plural, one {# application} other {# applications}}',
  'pick.here': '{system, select, mac {Sur ce Mac} windows {Sur ce PC} other {Sur cet ordinateur}}',
  'pick.computer': 'Sur un ordinateur',
  'pick.phone': 'Sur un téléphone ou une tablette',
  'pick.more': '{count, plural, one {# autre application} other {# autres applications}}',
  'pick.both': 'Avec agendas et contacts',
  'pick.calendars': 'Avec agendas',
  'pick.contacts': 'Avec contacts',
  'pick.default': 'Votre application par défaut',
  'pick.keeps': 'Conserve une copie de vos messages chez {cloud}',
  'pick.platform':
    '{platform, select, mac {macOS} windows {Windows} linux {Linux} ios {iPhone et iPad} other {Android}}',
  'pick.other': 'Toute autre application',
  'pick.otherAbout': 'Vous recevez tous les réglages à saisir vous-même',
  'pick.oauth': 'Parle OAuth',
  'pick.password': 'Mot de passe seul',
  'pick.cloud': 'Votre mot de passe va chez {cloud}',
  'pick.meanings': 'Que signifient ces mentions ?',
  'pick.oauthMeans':
    'Pourrait se connecter elle-même par votre navigateur. Gatepass lui donne quand même un mot de passe d’application.',
  'pick.passwordMeans':
    'Reçoit un mot de passe d’application. Ce n’est pas votre mot de passe de connexion, et il reste sur votre appareil.',
  'pick.cloudMeans':
    'Reçoit aussi un mot de passe d’application, mais {cloud} le conserve et récupère vos messages sur ses propres serveurs.',
  'pick.none': 'Aucune application nommée « {query} »',
  'pick.byHand': 'Saisir les réglages soi-même',
  'pick.hits':
    '{count, plural, =0 {Aucune application trouvée} one {# application trouvée} other {# applications trouvées}}',
  'pick.notListed': 'La mienne n’y est pas',
  'pick.continueWith': 'Continuer avec {app}',

  'name.window': 'Nom et durée',
  'name.title': 'Donnez-lui un nom et une durée',
  'name.lead':
    'Gatepass crée un mot de passe d’application pour {app}. Ce n’est pas votre mot de passe de connexion : il n’ouvre que votre boîte aux lettres, et vous pouvez le révoquer à tout moment.',
  'name.name': 'Nom',
  'name.hint': 'Pour le reconnaître plus tard. Votre serveur de messagerie affiche aussi ce nom.',
  'name.missing': 'Donnez-lui un nom, par exemple l’endroit où il servira.',
  'name.validFor': 'Valable',
  'name.suggested': 'Conseillé',
  'name.until': 'Jusqu’au {date}',
  'name.untilRevoked': 'Jusqu’à sa révocation',
  'name.enforced': 'Ce jour-là, votre serveur cesse de l’accepter. Le renouveler prend une minute.',
  'name.notEnforced':
    'Ce serveur laisse un mot de passe d’application servir après sa date. Gatepass vous montre quand il est temps de le renouveler.',
  'name.never': 'Il ne peut jamais créer ni modifier d’autres mots de passe.',
  'name.create': 'Créer le mot de passe d’application',

  'working.window': 'Création et essai du mot de passe d’application',
  'working.title': 'D’abord l’essayer, puis vous le donner',
  'working.titleFailed': 'Cela n’a pas abouti',
  'working.lead':
    'Gatepass se connecte une fois avec le nouveau mot de passe d’application, comme le fera {app}. Cela prend quelques secondes.',
  'working.cancelHint': 'Si vous annulez, le nouveau mot de passe d’application est supprimé.',
  'working.cancelling': 'Annulation. Le nouveau mot de passe d’application est en cours de suppression',
  'working.smtpMore': 'Connexion pour l’envoi. Aucun message n’est envoyé',
  'working.renews': 'L’ancien continue de fonctionner en attendant.',
  'check.created':
    '{state, select, waiting {Créer le mot de passe d’application} working {Création du mot de passe d’application} done {Mot de passe d’application créé} other {Mot de passe d’application non créé}}',
  'check.imap':
    '{state, select, waiting {Vérifier le courrier entrant} working {Vérification du courrier entrant} done {Le courrier entrant fonctionne} other {Le courrier entrant ne fonctionne pas}}',
  'check.smtp':
    '{state, select, waiting {Vérifier le courrier sortant} working {Vérification du courrier sortant} done {Le courrier sortant fonctionne} other {Le courrier sortant ne fonctionne pas}}',
  'check.jmap':
    '{state, select, waiting {Vérifier le courrier par le web} working {Vérification du courrier par le web} done {Le courrier par le web fonctionne} other {Le courrier par le web ne fonctionne pas}}',
  'check.kept':
    '{state, select, waiting {Ranger dans le trousseau} working {Rangement dans le trousseau} done {Rangé dans le trousseau} other {Non rangé dans le trousseau}}',
  'check.keychain':
    '{state, select, waiting {Trousseau} working {Vérification du trousseau} done {Le trousseau est ouvert} other {Le trousseau est inutilisable}}',
  'check.internet':
    '{state, select, waiting {Connexion à Internet} working {Vérification de la connexion à Internet} done {Connexion à Internet} other {Pas de connexion à Internet}}',
  'check.found':
    '{state, select, waiting {Trouver le service de messagerie} working {Recherche du service de messagerie} done {Service de messagerie trouvé} other {Service de messagerie introuvable}}',
  'check.signed-in':
    '{state, select, waiting {Vérifier la connexion au compte} working {Vérification de la connexion au compte} done {Connecté au compte} other {Non connecté au compte}}',
  'check.active':
    '{state, select, waiting {Vérifier la boîte aux lettres} working {Vérification de la boîte aux lettres} done {La boîte aux lettres est active} other {La boîte aux lettres n’est pas active}}',

  'settings.window': 'Configurer {name}',
  'settings.title': 'À saisir dans {app}',
  'settings.titleOther': 'À saisir dans votre application',
  'settings.lead': 'Gardez cette fenêtre à côté de {app} et copiez chaque valeur.',
  'settings.leadOther': 'Gardez cette fenêtre à côté de votre application et copiez chaque valeur.',
  'settings.region': 'Étapes pour {app}',
  'settings.partly':
    'Tout n’a pas pu être vérifié d’ici. Le mot de passe d’application lui-même est bon, autant que Gatepass ait pu le voir ; si quelque chose ne va pas dans {app}, choisissez « Cela ne fonctionne pas ».',
  'settings.renews':
    '<b>Renouvelé.</b> L’ancien, « {name} », est révoqué quand vous cliquez sur « Cela fonctionne ».',
  'settings.yourPassword': 'Votre mot de passe d’application',
  'settings.later': 'Finir plus tard',
  'settings.fails': 'Cela ne fonctionne pas',
  'settings.works': 'Cela fonctionne',
  'field.your-name': 'Votre nom',
  'field.address': 'Adresse e-mail',
  'field.account-type': 'Type de compte',
  'field.user-name': 'Nom d’utilisateur',
  'field.password': 'Mot de passe',
  'field.incoming-host': 'Serveur entrant',
  'field.incoming-port': 'Port entrant',
  'field.outgoing-host': 'Serveur sortant',
  'field.outgoing-port': 'Port sortant',
  'field.calendars': 'Agendas (CalDAV)',
  'field.contacts': 'Contacts (CardDAV)',
  'field.beside': '<q>avec {security}</q>',
  'secret.title': 'Mot de passe d’application',
  'secret.label':
    '{state, select, shown {Mot de passe d’application} other {Mot de passe d’application, masqué}}',
  'secret.show': 'Afficher',
  'secret.hide': 'Masquer',
  'secret.clears': 'Une copie est effacée du presse-papiers au bout de 45 secondes.',
  'secret.hidesIn':
    '{seconds, plural, one {Masqué à nouveau dans # seconde.} other {Masqué à nouveau dans # secondes.}}',
  'secret.announceShown': 'Mot de passe affiché, masqué à nouveau dans 30 secondes',
  'secret.announceHidden': 'Masqué',

  'step.thunderbird.1':
    'Dans Thunderbird, ajoutez un compte de messagerie : au premier démarrage il le demande de lui-même, ensuite c’est sous <menu>Paramètres des comptes</menu>. Remplissez :',
  'step.thunderbird.2':
    'Choisissez <menu>Configuration manuelle</menu>, même si Thunderbird a trouvé quelque chose. Le serveur entrant, avec <menu>Mot de passe normal</menu> comme authentification :',
  'step.thunderbird.3': 'Puis le serveur sortant, aussi avec <menu>Mot de passe normal</menu> :',
  'step.thunderbird.4': 'Quand le mot de passe est demandé, collez le mot de passe d’application.',
  'step.thunderbird.5':
    'Agendas et contacts : Thunderbird propose ce qu’il trouve. S’il ne trouve rien, ajoutez-les par leurs adresses, avec les mêmes nom d’utilisateur et mot de passe d’application :',
  'step.apple-mail.1':
    'Dans Mail, choisissez <menu>Ajouter un compte…</menu>, puis <menu>Autre compte Mail…</menu>, et remplissez :',
  'step.apple-mail.2':
    'Mail dit qu’il lui en faut plus, ou remplit lui-même des serveurs. Faites en sorte qu’ils soient ainsi :',
  'step.apple-mail.3':
    'S’il les demande, les ports et leur sécurité. Le serveur sortant prend les mêmes nom d’utilisateur et mot de passe d’application :',
  'step.apple-mail.4':
    'Agendas et contacts sont deux comptes de plus, CalDAV et CardDAV, sous <menu>Réglages Système</menu>, <menu>Comptes Internet</menu>, avec les mêmes nom d’utilisateur et mot de passe d’application :',
  'step.outlook.1':
    'Ouvrez le <menu>Panneau de configuration</menu>, puis <menu>Courrier</menu>, et choisissez votre profil.',
  'step.outlook.2':
    'Choisissez <menu>Comptes de messagerie</menu>, <menu>Configuration manuelle</menu>, puis <menu>POP ou IMAP</menu>.',
  'step.outlook.3': 'Remplissez ces champs.',
  'step.outlook.4':
    'Ouvrez <menu>Paramètres supplémentaires</menu>. Indiquez que le serveur sortant exige une authentification, avec les mêmes paramètres que le serveur entrant. Puis les ports :',
  'step.outlook.5': 'Terminez. Outlook récupère vos messages ; la première fois peut prendre un moment.',
  'step.outlook-new.1':
    'Dans Outlook, ajoutez un compte avec votre adresse et choisissez <menu>IMAP</menu> à la main, ou la configuration avancée : sinon Outlook cherche des serveurs de Microsoft.',
  'step.outlook-new.2': 'Remplissez le serveur entrant :',
  'step.outlook-new.3':
    'Puis le serveur sortant, avec les mêmes nom d’utilisateur et mot de passe d’application :',
  'step.outlook-new.4':
    'Acceptez la copie chez Microsoft, ou arrêtez-vous ici et utilisez Outlook classique ou une autre application.',
  'step.other.1': 'Dans votre application, ajoutez à la main un compte de type IMAP. Le serveur entrant :',
  'step.other.2':
    'Puis le serveur sortant. Il demande aussi une connexion, avec les mêmes nom d’utilisateur et mot de passe d’application :',
  'step.other.3': 'Agendas et contacts, si votre application les gère :',

  'fails.window': 'Cela ne fonctionne pas',
  'fails.title': 'Que fait {app} ?',
  'fails.titleOther': 'Que fait votre application ?',
  'fails.leadWorks':
    'Gatepass vient d’essayer à nouveau le mot de passe d’application, et il fonctionne. Choisissez ce qui s’en approche le plus.',
  'fails.leadFails':
    'Gatepass vient d’essayer à nouveau le mot de passe d’application, et tout ne fonctionne pas. Choisissez ce qui s’en approche le plus.',
  'fails.leadChecking':
    'Gatepass essaie à nouveau le mot de passe d’application. Choisissez en attendant ce qui s’en approche le plus.',
  'fails.password': 'Le mot de passe est demandé encore et encore',
  'fails.passwordMeans':
    '<b>{app} a sans doute un autre mot de passe.</b> Videz-y le champ du mot de passe, copiez ici le mot de passe d’application et collez-le. Votre mot de passe de connexion ne fonctionne pas dans {app}.',
  'fails.passwordRest':
    'Ce serveur répond aussi « mot de passe incorrect » quand un mot de passe d’application est révoqué ou a expiré. Si le copier à nouveau ne suffit pas, créez-en un autre.',
  'fails.reach': 'Il est dit que le serveur ne répond pas',
  'fails.reachMeans':
    '<b>Un nom de serveur ou un port n’est pas tout à fait juste, ou le réseau le bloque.</b> Comparez avec {imapHost}, port {imapPort} pour l’entrant et {smtpHost}, port {smtpPort} pour le sortant.',
  'fails.reachEnded':
    'Ce serveur se tait aussi quand {app} vient avec un mot de passe d’application révoqué ou expiré. Si {app} fonctionnait avant, il lui reste sans doute un ancien : copiez ici le mot de passe d’application et collez-le.',
  'fails.temporary': 'Il est question d’une erreur temporaire',
  'fails.temporaryJmap':
    '<b>{app} envoie sans doute avec un mot de passe d’application révoqué ou expiré.</b> Ce serveur appelle cela une erreur temporaire. Copiez ici le mot de passe d’application et collez-le aussi pour le courrier sortant. Attendre n’aide pas.',
  'fails.temporaryRest':
    '<b>Le serveur est surchargé ou en cours d’entretien.</b> Attendez quelques minutes. Si cela dure, lancez le diagnostic.',
  'fails.send': 'Les messages arrivent mais ne partent pas',
  'fails.sendMeans':
    '<b>Le serveur sortant n’est pas réglé pour se connecter.</b> Activez l’authentification pour le serveur sortant, avec les mêmes nom d’utilisateur et mot de passe d’application que pour l’entrant, et utilisez {smtpHost}, port {smtpPort}.',
  'fails.certificate': 'Il y a un avertissement sur un certificat',
  'fails.certificateMeans':
    '<b>Ne l’acceptez pas encore.</b> Vérifiez le nom du serveur, une faute de frappe suffit. S’il est juste, quelqu’un écoute peut-être sur le réseau : essayez un autre réseau, ou demandez à la personne qui s’occupe de votre messagerie.',
  'fails.other': 'Autre chose',
  'fails.otherMeans':
    'Lancez le diagnostic et envoyez son rapport à la personne qui s’occupe de votre messagerie. Il ne contient aucun mot de passe.',
  'fails.copy': 'Copier le mot de passe d’application',
  'fails.again': 'Essayer à nouveau',
  'fails.back': 'Retour aux étapes',
  'fails.worksNow': 'Cela fonctionne maintenant',

  'nav.label': 'Parties de Gatepass',
  'nav.account': 'Boîte aux lettres :',
  'nav.accounts': 'Choisir une boîte aux lettres',
  'nav.home': 'Applications',
  'nav.activity': 'Activité',
  'nav.diagnosis': 'Diagnostic',
  'nav.preferences': 'Préférences',
  'home.title': 'Applications de messagerie',
  'home.connect': 'Connecter une application',
  'home.made': 'Créé {when}',
  'home.worked': 'fonctionnait {when}',
  'home.failed': 'ne fonctionnait pas {when}',
  'home.neverTried': 'pas encore essayé',
  'home.about': '{made}, {proof}',
  'home.foreign': 'Créé ailleurs',
  'home.foreignSince':
    'Depuis le {date}. Gatepass ne connaît pas ce mot de passe et peut seulement le remplacer ou le révoquer.',
  'home.foreignAbout':
    'Gatepass ne connaît pas ce mot de passe et peut seulement le remplacer ou le révoquer.',
  'home.checking': 'Vérification en cours',
  'home.revoking': 'Révocation en cours',
  'home.renew': 'Renouveler',
  'home.replace': 'Remplacer',
  'home.settings': 'Réglages',
  'home.revoke': 'Révoquer',
  'home.toolOf': '{tool} : {name}',
  'home.broken': 'Ne fonctionne pas',
  'home.daysLeft': '{days, plural, =0 {Se termine aujourd’hui} one {Encore # jour} other {Encore # jours}}',
  'home.monthsLeft': '{months, plural, one {Encore # mois} other {Encore # mois}}',
  'home.ended': 'Expiré',
  'home.empty': 'Aucune application connectée',
  'home.emptyLead':
    'Votre boîte aux lettres est prête et reçoit des messages. Connectez Outlook, Apple Mail, Thunderbird ou votre téléphone pour les y lire.',
  'home.activity': 'Activité',
  'home.showAll': 'Tout afficher',
  'home.signedOut':
    'Vous êtes déconnecté. Vos applications continuent de fonctionner ; pour changer quelque chose ici, reconnectez-vous.',
  'home.signIn': 'Se reconnecter',
  'home.offline':
    'Cet ordinateur est hors ligne. Vous voyez le dernier état connu ; il sera mis à jour au retour du réseau.',
  'home.loading': 'Demande au serveur de messagerie',
  'home.announceRevoked': 'Révoqué : {name}',
  'revoke.title': 'Révoquer « {name} » ?',
  'revoke.text':
    '{name} cesse aussitôt de recevoir et d’envoyer des messages. Vos messages restent sur le serveur, et vos autres applications continuent de fonctionner.',
  'revoke.foreign':
    'Ce qui utilise « {name} » cesse aussitôt de recevoir et d’envoyer des messages. Vos messages restent sur le serveur, et vos autres applications continuent de fonctionner.',
  'revoke.again': 'Vous pouvez la reconnecter à tout moment.',
  'revoke.keep': 'Garder',
  'revoke.do': 'Révoquer',

  'activity.title': 'Activité',
  'activity.signed-in': '<b>Connexion</b> <q>sur {subject}</q>',
  'activity.activated': '<b>{subject}</b> <q>boîte aux lettres prête</q>',
  'activity.created': '<b>{subject}</b> <q>mot de passe d’application créé</q>',
  'activity.checked': '<b>{subject}</b> <q>vérifié, fonctionne</q>',
  'activity.check-failed': '<b>{subject}</b> <q>vérifié, ne fonctionne pas</q>',
  'activity.revoked': '<b>{subject}</b> <q>révoqué par vous</q>',
  'activity.signed-out': '<b>{subject}</b> <q>déconnecté</q>',
  'activity.empty': 'Rien ne s’est encore passé',
  'activity.emptyLead':
    'Vous verrez ici chaque connexion et chaque mot de passe d’application créé, vérifié ou révoqué, avec sa date. Cela reste sur cet ordinateur.',

  'prefs.title': 'Préférences',
  'prefs.appearance': 'Apparence',
  'prefs.look': '{look, select, system {Comme le système} light {Claire} other {Sombre}}',
  'prefs.background': 'En arrière-plan',
  'prefs.tray':
    '{system, select, mac {Rester dans la barre des menus quand je ferme la fenêtre} windows {Rester dans la zone de notification quand je ferme la fenêtre} other {Rester dans le tableau de bord quand je ferme la fenêtre}}',
  'prefs.keychain': 'Trousseau',
  'prefs.keychainReady':
    'Contient vos mots de passe d’application et votre connexion. Rien de cela n’est gardé dans des fichiers.',
  'prefs.keychainLocked': 'Verrouillé pour le moment. Gatepass demande quand il en a besoin.',
  'prefs.keychainMissing':
    'Introuvable. Sans trousseau, Gatepass ne garde aucun mot de passe, ni là ni ailleurs.',
  'prefs.account': 'Cette boîte aux lettres',
  'prefs.signOut': 'Se déconnecter',
  'prefs.signingOut': 'Déconnexion en cours',
  'prefs.signOutHint':
    'Vos applications continuent de fonctionner. Gatepass oublie leurs mots de passe d’application sur cet ordinateur ; il pourra ensuite seulement les remplacer ou les révoquer.',
  'prefs.version': 'Gatepass {version}. Il ne rapporte rien à personne.',

  'diagnosis.title': 'Diagnostic',
  'diagnosis.lead':
    'Gatepass vérifie tout le chemin de votre ordinateur à votre boîte aux lettres, et montre où il s’arrête.',
  'diagnosis.running': 'Vérification du chemin vers votre boîte',
  'diagnosis.fine': 'Tout fonctionne',
  'diagnosis.inTheWay': '{count, plural, one {Quelque chose fait obstacle} other {# choses font obstacle}}',
  'diagnosis.checkedAt': 'Vérifié {when}, de votre ordinateur à votre boîte aux lettres.',
  'diagnosis.run': 'Vérifier maintenant',
  'diagnosis.again': 'Vérifier à nouveau',
  'diagnosis.copy': 'Copier le rapport',
  'diagnosis.where': 'Où cela s’arrête',
  'diagnosis.now': 'Que faire maintenant',
  'diagnosis.hint': 'Le rapport ne contient aucun mot de passe : vous pouvez l’envoyer à qui vous aide.',

  'way.signin': 'La connexion n’a pas abouti',
  'way.issuer': 'La page de connexion fait obstacle',
  'way.network': 'La liaison fait obstacle',
  'way.server': 'Le serveur de messagerie fait obstacle',
  'way.password': 'Le mot de passe d’application n’a pas abouti',
  'way.account': 'Cette boîte aux lettres n’est pas connue ici',
  'way.vault': 'Votre trousseau fait obstacle',
  'way.locked': 'Votre trousseau est verrouillé',
  'way.state': 'Quelque chose fait obstacle sur cet ordinateur',
  'way.input': 'Il manque une indication',
  'way.bug': 'Gatepass s’est trompé',
  'way.offline': 'Vous semblez être hors ligne',
  'way.quota': 'Pas de place pour un autre mot de passe d’application',
  'way.retryIn':
    '{seconds, plural, one {Nouvel essai dans # seconde. Rien n’est perdu, et votre saisie est conservée.} other {Nouvel essai dans # secondes. Rien n’est perdu, et votre saisie est conservée.}}',
  'way.safe': 'Rien n’est perdu, et votre saisie est conservée.',
  'way.offlineLead': 'Gatepass ne peut rien atteindre. Il continue tout seul au retour du réseau.',
  'way.online': 'Si cet ordinateur est en ligne',
  'way.hotel':
    'Sur le réseau d’un hôtel ou d’un café, ouvrez d’abord une page web et acceptez-y les conditions.',
  'way.vpn': 'Si vous utilisez un VPN ou un proxy pour le travail, activez-le.',
  'way.where':
    'Si tout le reste fonctionne, le problème est du côté du service de messagerie. <where>Voir où cela s’arrête</where>',
  'way.lockedLead':
    'Ouvrez votre trousseau pour que Gatepass puisse y ranger le mot de passe d’application. Votre ordinateur demande le mot de passe du trousseau ; celui-là est à vous, il ne vient pas de Gatepass.',
  'way.lockedNotice':
    'Les mots de passe d’application sont gardés dans votre trousseau et nulle part ailleurs, jamais dans un fichier.',
  'way.quotaLead':
    '{quota, plural, one {Votre serveur permet # mot de passe d’application par boîte. Révoquez-le pour continuer ; l’application qui l’utilise s’arrêtera.} other {Votre serveur en permet # par boîte, et vous en avez autant. Choisissez-en un à révoquer ; l’application qui l’utilise s’arrêtera.}}',
  'way.quotaLegend': 'Quel mot de passe d’application révoquer',
  'way.quotaMore': '{count} de plus',
  'way.quotaHint': 'Vous avez besoin de tous ? Les responsables de votre serveur peuvent relever la limite.',
  'way.quotaChoose': 'En choisir un à révoquer',
  'way.quotaGo': 'Révoquer {name} et continuer',
  'way.validUntil': 'valable jusqu’au {date}',
  'way.noEnd': 'sans date de fin',
  'way.code': 'Pour la personne qui vous aide : {code}',
  'way.stop': 'S’arrêter ici',
  'way.tryNow': 'Essayer maintenant',
  'way.unlock': 'Déverrouiller et réessayer',
};
