/**
 * Every word of the window in English, the source of all other languages, in ICU MessageFormat. Tags: `<b>` strong,
 * `<q>` quiet, `<menu>` a name on the mail app's own screen, which stays in that app's words.
 */
export const en = {
  // ---- words used on many screens
  'common.continue': 'Continue',
  'common.cancel': 'Cancel',
  'common.back': 'Back',
  'common.later': 'Later',
  'common.copy': 'Copy',
  'common.copied': 'Copied',
  'common.copyWhat': 'Copy: {what}',
  'common.copiedWhat': 'Copied: {what}',
  'common.tryAgain': 'Try again',
  'common.diagnosis': 'Run the diagnosis',
  'common.language': 'Language',
  'common.title': '{screen} - Gatepass',
  'common.today': 'Today',
  'common.yesterday': 'Yesterday',
  'common.at': '{near, select, today {today at {time}} yesterday {yesterday at {time}} other {on {date}}}',
  'common.dayTime': '{day}, {time}',
  'common.year': '{years, plural, one {1 year} other {# years}}',
  'common.days': '{days, plural, one {1 day} other {# days}}',
  'common.seconds': '{seconds} s',
  'common.milliseconds': '{ms} ms',
  'common.notYours': 'Not the password you sign in with',
  'common.loading': 'Getting ready',

  // ---- progress and pass
  'steps.label': 'Progress',
  'steps.address': 'Address',
  'steps.signIn': 'Sign in',
  'steps.mailApp': 'Mail app',
  'steps.settings': 'Settings',
  'steps.done': 'done',
  'pass.end': 'What you will have at the end',
  'pass.soFar': 'So far',
  'pass.of': 'App password for {name}',
  'pass.mailbox': 'Mailbox',
  'pass.signedInAt': 'Signed in at',
  'pass.mailApp': 'Mail app',
  'pass.validUntil': 'Valid until',
  'pass.notYet': 'not yet',
  'pass.noEnd': 'No end date',
  'pass.works': 'Works',
  'pass.tried': 'Tried again',
  'pass.justNow': 'Just now',

  // ---- welcome
  'welcome.title': 'Let’s get your mail app connected',
  'welcome.lead': 'Gatepass finds your mail service from your e-mail address.',
  'welcome.address': 'Your e-mail address',
  'welcome.next': 'What happens next',
  'welcome.one':
    '<b>You sign in, in your browser.</b> <q>On your organisation’s own page, as you always do. Gatepass never sees that password.</q>',
  'welcome.two':
    '<b>Gatepass makes an app password and tries it out.</b> <q>One for each mail app. It is not the password you sign in with.</q>',
  'welcome.three': '<b>You enter it in your mail app.</b> <q>Gatepass shows you where, step by step.</q>',
  'welcome.promise':
    'It takes about five minutes. Your mail stays where it is: Gatepass moves nothing and deletes nothing.',
  'welcome.unfinished': 'The part after the @ looks unfinished, as in fernwood.example.',
  'welcome.whole': 'Type the whole address, like mara@fernwood.example.',
  'welcome.server': 'Address of the mail server',
  'welcome.serverHint':
    'Gatepass could not find it by itself. Whoever looks after your mail knows it. It begins with https://',
  'welcome.issuer': 'Address of the page where you sign in',
  'welcome.issuerHint':
    'This mail server does not say where people sign in. Whoever looks after your mail knows it. It begins with https://',
  'welcome.https': 'Type an address that begins with https://',
  'welcome.looking': 'Looking for your mail service',

  // ---- found
  'found.title': 'Found your mail service',
  'found.lead':
    'If this looks right, go on and sign in. So far Gatepass has only looked; nothing has changed.',
  'found.announce': 'Found your mail service, {organisation}',
  'found.organisation': 'Organisation',
  'found.organisationFrom': 'The mail server gave this name',
  'found.server': 'Mail server',
  'found.generation': '{generation, select, jmap {Stalwart 0.16 or later} other {Stalwart before 0.16}}',
  'found.signInAt': 'You will sign in at',
  'found.trust':
    'Your browser will open <b>{host}</b>. Type your password only if its address bar shows that name.',
  'found.all': 'All servers, and how each was found',
  'found.incoming': 'Incoming mail',
  'found.outgoing': 'Outgoing mail',
  'found.change': 'Change address',
  'found.signIn': 'Sign in with your browser',
  'origin.option': 'You entered it',
  'origin.remembered': 'Known from last time',
  'origin.server': 'The mail server says so',
  'origin.autoconfig': 'The mail settings published for your domain',
  'origin.pacc': 'The account settings published for your domain',
  'origin.guess': 'The usual name, which answered',

  // ---- in your browser
  'inBrowser.window': 'Finish in your browser',
  'inBrowser.title': 'Now sign in, in your browser',
  'inBrowser.lead':
    'A page from <b>{host}</b> has opened. Sign in there as usual. Gatepass goes on by itself as soon as you are done.',
  'inBrowser.leadClosed':
    'Gatepass could not open your browser. Copy the link, open any browser on this computer and paste it there. Gatepass goes on by itself as soon as you are done.',
  'inBrowser.waiting': 'Waiting for you',
  'inBrowser.left': '{time} left',
  'inBrowser.leftLabel':
    'Time left to sign in: {minutes, plural, =0 {} one {1 minute } other {# minutes }}{seconds, plural, one {1 second} other {# seconds}}',
  'inBrowser.notOpen': 'Did the page not open?',
  'inBrowser.openAgain': 'Open again',
  'inBrowser.copyLink': 'Copy link',
  'inBrowser.hint': 'The link works in any browser on this computer.',
  'inBrowser.byCode': 'Open <b>{url}</b> and type this code, or compare it with the one shown there:',
  'inBrowser.spelled': 'Code: {code}',
  'inBrowser.codeWarning':
    'Type it only on a page you opened yourself. If someone sent you a code or asks for this one, stop.',
  'inBrowser.guessed':
    'This mail server does not say where people sign in. If you sign in elsewhere, go back and give the address of that page.',
  'inBrowser.finishing': 'Signed in. Getting your mailbox ready',
  'inBrowser.announceLeft':
    '{seconds, plural, =30 {30 seconds} =60 {1 minute} other {2 minutes}} left to sign in',

  // ---- mailbox ready
  'ready.window': 'Your mailbox is ready',
  'ready.title': 'Your mailbox is ready, {name}',
  'ready.titlePlain': 'Your mailbox is ready',
  'ready.leadFirst':
    'This was your first sign-in, so the mail server has just made your mailbox. Mail can arrive from now on.',
  'ready.lead': 'The mail server knows you, and mail can arrive.',
  'ready.mayBounce':
    'Mail sent to you in the last few minutes may have gone back to its sender. From now on it arrives.',
  'ready.says': 'The mail server says you are',
  'ready.match': 'The address you typed',
  'ready.login': 'User name',
  'ready.appPasswords': 'App passwords',
  'ready.used': '{used, plural, =0 {None yet} other {#}}',
  'ready.usedOf': '{used, plural, =0 {None yet, {allowed} allowed} other {# of {allowed}}}',
  'ready.notYou': 'Not you? <again>Sign in as someone else</again>',
  'ready.choose': 'Choose a mail app',

  // ---- wrong person
  'wrong.title': 'You signed in as someone else',
  'wrong.lead': 'Gatepass stopped here to be safe. Nothing has been made or changed.',
  'wrong.typed': 'You typed',
  'wrong.signedInAs': 'In your browser you signed in as',
  'wrong.badge': 'Not the address you typed',
  'wrong.why':
    'This often happens on a shared computer: the browser still remembered the last person. When you sign in again, the page asks who you are.',
  'wrong.meant': 'Did you mean this mailbox? <use>Use {address}</use>',
  'wrong.startOver': 'Start over',
  'wrong.again': 'Sign in again as {name}',

  // ---- pick your mail app
  'pick.window': 'Pick your mail app',
  'pick.title': 'Which mail app do you use?',
  'pick.search': 'Search mail apps',
  'pick.placeholder': 'Search {count, plural, one {1 mail app} other {# mail apps}}',
  'pick.here': '{system, select, mac {On this Mac} windows {On this PC} other {On this computer}}',
  'pick.computer': 'On a computer',
  'pick.phone': 'On a phone or tablet',
  'pick.more': '{count, plural, one {1 more mail app} other {# more mail apps}}',
  'pick.both': 'With calendars and contacts',
  'pick.calendars': 'With calendars',
  'pick.contacts': 'With contacts',
  'pick.default': 'Your default mail app',
  'pick.keeps': 'Keeps a copy of your mail at {cloud}',
  'pick.platform':
    '{platform, select, mac {macOS} windows {Windows} linux {Linux} ios {iPhone and iPad} other {Android}}',
  'pick.other': 'Any other mail app',
  'pick.otherAbout': 'You get all the settings to enter by hand',
  'pick.oauth': 'Speaks OAuth',
  'pick.password': 'Password only',
  'pick.cloud': 'Your password goes to {cloud}',
  'pick.meanings': 'What do the labels mean?',
  'pick.oauthMeans':
    'Could sign in through your browser by itself. Gatepass gives it an app password all the same.',
  'pick.passwordMeans':
    'Gets an app password. It is not the password you sign in with, and it stays on your device.',
  'pick.cloudMeans':
    'Gets an app password too, but {cloud} keeps it and fetches your mail to its own servers.',
  'pick.none': 'No mail app called “{query}”',
  'pick.byHand': 'Enter the settings by hand',
  'pick.hits': '{count, plural, =0 {No mail app found} one {1 mail app found} other {# mail apps found}}',
  'pick.notListed': 'Mine is not listed',
  'pick.continueWith': 'Continue with {app}',

  // ---- name and lifetime
  'name.window': 'Name and lifetime',
  'name.title': 'Name it, and say how long it lasts',
  'name.lead':
    'Gatepass makes an app password for {app}. It is not the password you sign in with: it opens only your mailbox, and you can revoke it at any time.',
  'name.name': 'Name',
  'name.hint': 'So that you know it again later. Your mail server shows this name too.',
  'name.missing': 'Give it a name, for instance where you will use it.',
  'name.validFor': 'Valid for',
  'name.suggested': 'Suggested',
  'name.until': 'Until {date}',
  'name.untilRevoked': 'Until you revoke it',
  'name.enforced': 'Your mail server stops accepting it on that day. Renewing takes a minute.',
  'name.notEnforced':
    'This mail server lets an app password go on after its day. Gatepass shows you when it is time to renew it.',
  'name.never': 'It can never create or change other passwords.',
  'name.create': 'Create app password',

  // ---- working
  'working.window': 'Making and checking your app password',
  'working.title': 'Trying it out before you get it',
  'working.titleFailed': 'This did not work out',
  'working.lead':
    'Gatepass signs in once with the new app password, just as {app} will. This takes a few seconds.',
  'working.cancelHint': 'Cancelling removes the new app password again.',
  'working.cancelling': 'Cancelling. The new app password is being removed',
  'working.smtpMore': 'Signing in to send. No message is sent',
  'working.renews': 'The old one goes on working meanwhile.',
  'check.created':
    '{state, select, waiting {Create the app password} working {Creating the app password} done {App password created} other {App password not created}}',
  'check.imap':
    '{state, select, waiting {Check incoming mail} working {Checking incoming mail} done {Incoming mail works} other {Incoming mail does not work}}',
  'check.smtp':
    '{state, select, waiting {Check outgoing mail} working {Checking outgoing mail} done {Outgoing mail works} other {Outgoing mail does not work}}',
  'check.jmap':
    '{state, select, waiting {Check mail over the web} working {Checking mail over the web} done {Mail over the web works} other {Mail over the web does not work}}',
  'check.kept':
    '{state, select, waiting {Save it in your keychain} working {Saving it in your keychain} done {Saved in your keychain} other {Not saved in your keychain}}',
  'check.keychain':
    '{state, select, waiting {Keychain} working {Checking the keychain} done {Keychain is open} other {Keychain cannot be used}}',
  'check.internet':
    '{state, select, waiting {Internet connection} working {Checking the internet connection} done {Internet connection} other {No internet connection}}',
  'check.found':
    '{state, select, waiting {Find the mail service} working {Looking for the mail service} done {Mail service found} other {Mail service not found}}',
  'check.signed-in':
    '{state, select, waiting {Check the sign-in} working {Checking the sign-in} done {Signed in} other {Not signed in}}',
  'check.active':
    '{state, select, waiting {Check the mailbox} working {Checking the mailbox} done {Mailbox is active} other {Mailbox is not active}}',

  // ---- settings
  'settings.window': 'Set up {name}',
  'settings.title': 'Enter it in {app}',
  'settings.titleOther': 'Enter it in your mail app',
  'settings.lead': 'Keep this window beside {app} and copy each value across.',
  'settings.leadOther': 'Keep this window beside your mail app and copy each value across.',
  'settings.region': 'Steps for {app}',
  'settings.partly':
    'Not everything could be checked from here. The app password itself is fine as far as Gatepass could see; if something does not work in {app}, choose “It does not work”.',
  'settings.renews': '<b>Renewed.</b> The old one, “{name}”, is revoked when you press “It works”.',
  'settings.yourPassword': 'Your app password',
  'settings.later': 'Finish later',
  'settings.fails': 'It does not work',
  'settings.works': 'It works',
  'field.your-name': 'Your name',
  'field.address': 'E-mail address',
  'field.account-type': 'Account type',
  'field.user-name': 'User name',
  'field.password': 'Password',
  'field.incoming-host': 'Incoming mail server',
  'field.incoming-port': 'Incoming port',
  'field.outgoing-host': 'Outgoing mail server',
  'field.outgoing-port': 'Outgoing port',
  'field.calendars': 'Calendars (CalDAV)',
  'field.contacts': 'Contacts (CardDAV)',
  'field.beside': '<q>with {security}</q>',
  'secret.title': 'App password',
  'secret.label': '{state, select, shown {App password} other {App password, hidden}}',
  'secret.show': 'Show',
  'secret.hide': 'Hide',
  'secret.clears': 'A copy is cleared from the clipboard after 45 seconds.',
  'secret.hidesIn': '{seconds, plural, one {Hidden again in 1 second.} other {Hidden again in # seconds.}}',
  'secret.announceShown': 'Password shown, hidden again in 30 seconds',
  'secret.announceHidden': 'Hidden',

  // ---- steps of the mail apps, in each app's own words
  'step.thunderbird.1':
    'In Thunderbird, add an e-mail account: on the first start it asks by itself, later it is under <menu>Account Settings</menu>. Fill in:',
  'step.thunderbird.2':
    'Choose <menu>Configure Manually</menu>, even if Thunderbird has found something. The incoming server, with <menu>Normal password</menu> as authentication method:',
  'step.thunderbird.3': 'Then the outgoing server, also with <menu>Normal password</menu>:',
  'step.thunderbird.4': 'When it asks for the password, paste the app password.',
  'step.thunderbird.5':
    'Calendars and contacts: Thunderbird offers what it finds. If it finds nothing, add them by their addresses, with the same user name and app password:',
  'step.apple-mail.1':
    'In Mail, choose <menu>Add Account…</menu>, then <menu>Other Mail Account…</menu>, and fill in:',
  'step.apple-mail.2':
    'Mail says that it needs more, or fills in servers by itself. Make them read like this:',
  'step.apple-mail.3':
    'If it asks for them, the ports and their security. The outgoing server takes the same user name and app password:',
  'step.apple-mail.4':
    'Calendars and contacts are two more accounts, CalDAV and CardDAV, under <menu>System Settings</menu>, <menu>Internet Accounts</menu>, with the same user name and app password:',
  'step.outlook.1': 'Open <menu>Control Panel</menu>, then <menu>Mail</menu>, and choose your profile.',
  'step.outlook.2':
    'Choose <menu>E-mail Accounts</menu>, set up <menu>manually</menu>, and pick <menu>POP or IMAP</menu>.',
  'step.outlook.3': 'Fill in these fields.',
  'step.outlook.4':
    'Open <menu>More Settings</menu>. Set the outgoing server to require authentication, with the same settings as incoming. Then the ports:',
  'step.outlook.5': 'Finish. Outlook fetches your mail; the first time can take a while.',
  'step.outlook-new.1':
    'In Outlook, add an account with your address, and choose <menu>IMAP</menu> by hand, or the advanced set-up: Outlook looks for Microsoft servers otherwise.',
  'step.outlook-new.2': 'Fill in the incoming server:',
  'step.outlook-new.3': 'Then the outgoing server, with the same user name and app password:',
  'step.outlook-new.4':
    'Agree to the copy at Microsoft, or stop here and use classic Outlook or another mail app.',
  'step.other.1': 'In your mail app, add an account of the kind IMAP, by hand. The incoming mail server:',
  'step.other.2': 'Then the outgoing mail server. It signs in too, with the same user name and app password:',
  'step.other.3': 'Calendars and contacts, where your mail app has them:',

  // ---- it does not work
  'fails.window': 'It does not work',
  'fails.title': 'What does {app} do?',
  'fails.titleOther': 'What does your mail app do?',
  'fails.leadWorks':
    'Gatepass tried the app password again just now, and it works. Choose what comes closest.',
  'fails.leadFails':
    'Gatepass tried the app password again just now, and not everything works. Choose what comes closest.',
  'fails.leadChecking': 'Gatepass is trying the app password again. Choose what comes closest meanwhile.',
  'fails.password': 'It asks for the password again and again',
  'fails.passwordMeans':
    '<b>{app} most likely has another password.</b> Clear its password field, copy the app password here, and paste it. The password you sign in with does not work in {app}.',
  'fails.passwordRest':
    'This mail server also says “wrong password” when an app password has been revoked or has run out. If copying it again does not help, make a new one.',
  'fails.reach': 'It says that the server does not answer',
  'fails.reachMeans':
    '<b>A server name or port is off by a little, or the network blocks it.</b> Compare with {imapHost}, port {imapPort} for incoming and {smtpHost}, port {smtpPort} for outgoing mail.',
  'fails.reachEnded':
    'This mail server also stays silent when {app} comes with an app password that was revoked or has run out. If {app} worked before, it probably still has an old one: copy the app password here and paste it.',
  'fails.temporary': 'It speaks of a temporary failure, or to try later',
  'fails.temporaryJmap':
    '<b>{app} probably sends with an app password that was revoked or has run out.</b> This mail server calls that a temporary failure. Copy the app password here and paste it for outgoing mail too. Waiting does not help.',
  'fails.temporaryRest':
    '<b>The mail server is busy, or something is being repaired.</b> Wait a few minutes. If it stays so, run the diagnosis.',
  'fails.send': 'It receives mail but does not send',
  'fails.sendMeans':
    '<b>The outgoing server is not set to sign in.</b> Turn on authentication for the outgoing server, with the same user name and app password as for incoming, and use {smtpHost}, port {smtpPort}.',
  'fails.certificate': 'It warns about a certificate',
  'fails.certificateMeans':
    '<b>Do not accept it yet.</b> Check the server name for a typing slip. If it is right, somebody on the network may be listening in: try another network, or ask whoever looks after your mail.',
  'fails.other': 'Something else',
  'fails.otherMeans':
    'Run the diagnosis and send its report to whoever looks after your mail. It has no passwords in it.',
  'fails.copy': 'Copy app password',
  'fails.again': 'Try it again now',
  'fails.back': 'Back to the steps',
  'fails.worksNow': 'It works now',

  // ---- home
  'nav.label': 'Parts of Gatepass',
  'nav.account': 'Mailbox:',
  'nav.accounts': 'Choose a mailbox',
  'nav.home': 'Mail apps',
  'nav.activity': 'Activity',
  'nav.diagnosis': 'Diagnosis',
  'nav.preferences': 'Preferences',
  'home.title': 'Mail apps',
  'home.connect': 'Connect a mail app',
  'home.made': 'Made {when}',
  'home.worked': 'worked {when}',
  'home.failed': 'did not work {when}',
  'home.neverTried': 'not tried yet',
  'home.about': '{made}, {proof}',
  'home.foreign': 'Made elsewhere',
  'home.foreignSince':
    'Since {date}. Gatepass does not know this password, so it can only replace or revoke it.',
  'home.foreignAbout': 'Gatepass does not know this password, so it can only replace or revoke it.',
  'home.checking': 'Checking',
  'home.revoking': 'Revoking',
  'home.renew': 'Renew',
  'home.replace': 'Replace',
  'home.settings': 'Settings',
  'home.revoke': 'Revoke',
  'home.toolOf': '{tool}: {name}',
  'home.broken': 'Does not work',
  'home.daysLeft': '{days, plural, =0 {Ends today} one {1 day left} other {# days left}}',
  'home.monthsLeft': '{months, plural, one {1 month left} other {# months left}}',
  'home.ended': 'Has run out',
  'home.empty': 'No mail app connected yet',
  'home.emptyLead':
    'Your mailbox is ready and receives mail. Connect Outlook, Apple Mail, Thunderbird or your phone to read it there.',
  'home.activity': 'Activity',
  'home.showAll': 'Show all',
  'home.signedOut':
    'You are signed out. Your mail apps go on working; to change anything here, sign in again.',
  'home.signIn': 'Sign in again',
  'home.offline':
    'This computer is offline. What you see is from the last time; it is brought up to date when the network is back.',
  'home.loading': 'Asking the mail server',
  'home.announceRevoked': 'Revoked: {name}',
  'revoke.title': 'Revoke “{name}”?',
  'revoke.text':
    '{name} stops getting and sending mail at once. Your mail stays on the server, and your other mail apps go on working.',
  'revoke.foreign':
    'Whatever uses “{name}” stops getting and sending mail at once. Your mail stays on the server, and your other mail apps go on working.',
  'revoke.again': 'You can connect it again at any time.',
  'revoke.keep': 'Keep it',
  'revoke.do': 'Revoke',

  // ---- activity
  'activity.title': 'Activity',
  'activity.signed-in': '<b>Signed in</b> <q>at {subject}</q>',
  'activity.activated': '<b>{subject}</b> <q>mailbox is ready</q>',
  'activity.created': '<b>{subject}</b> <q>app password created</q>',
  'activity.checked': '<b>{subject}</b> <q>checked, works</q>',
  'activity.check-failed': '<b>{subject}</b> <q>checked, does not work</q>',
  'activity.revoked': '<b>{subject}</b> <q>revoked by you</q>',
  'activity.signed-out': '<b>{subject}</b> <q>signed out</q>',
  'activity.empty': 'Nothing has happened yet',
  'activity.emptyLead':
    'Here you will see each sign-in, each app password made, checked or revoked, and when. It stays on this computer.',

  // ---- preferences
  'prefs.title': 'Preferences',
  'prefs.appearance': 'Appearance',
  'prefs.look': '{look, select, system {Same as the system} light {Light} other {Dark}}',
  'prefs.background': 'In the background',
  'prefs.tray':
    '{system, select, mac {Stay in the menu bar when I close the window} windows {Stay in the notification area when I close the window} other {Stay in the panel when I close the window}}',
  'prefs.keychain': 'Keychain',
  'prefs.keychainReady': 'Holds your app passwords and your sign-in. Nothing of that is kept in files.',
  'prefs.keychainLocked': 'Locked at the moment. Gatepass asks when it needs it.',
  'prefs.keychainMissing':
    'Not found. Without a keychain Gatepass keeps no passwords, in no other place either.',
  'prefs.account': 'This mailbox',
  'prefs.signOut': 'Sign out',
  'prefs.signingOut': 'Signing out',
  'prefs.signOutHint':
    'Your mail apps go on working. Gatepass forgets their app passwords on this computer; later it can only replace or revoke them.',
  'prefs.version': 'Gatepass {version}. It reports nothing to anyone.',

  // ---- diagnosis
  'diagnosis.title': 'Diagnosis',
  'diagnosis.lead':
    'Gatepass checks the whole way from your computer to your mailbox, and shows where it stops.',
  'diagnosis.running': 'Checking the way to your mailbox',
  'diagnosis.fine': 'Everything works',
  'diagnosis.inTheWay': '{count, plural, one {One thing is in the way} other {# things are in the way}}',
  'diagnosis.checkedAt': 'Checked {when}, from your computer to your mailbox.',
  'diagnosis.run': 'Check now',
  'diagnosis.again': 'Check again',
  'diagnosis.copy': 'Copy report',
  'diagnosis.where': 'Where it stops',
  'diagnosis.now': 'What to do now',
  'diagnosis.hint': 'The report has no passwords in it, so you can send it to whoever helps you.',

  // ---- something is in the way
  'way.signin': 'The sign-in did not come through',
  'way.issuer': 'The sign-in page is in the way',
  'way.network': 'The connection is in the way',
  'way.server': 'The mail server is in the way',
  'way.password': 'The app password did not work out',
  'way.account': 'This mailbox is not known here',
  'way.vault': 'Your keychain is in the way',
  'way.locked': 'Your keychain is locked',
  'way.state': 'Something on this computer is in the way',
  'way.input': 'One thing is missing',
  'way.bug': 'Gatepass has made a mistake',
  'way.offline': 'You seem to be offline',
  'way.quota': 'No room for another app password',
  'way.retryIn':
    '{seconds, plural, one {Trying again in 1 second. Nothing is lost, and what you typed is kept.} other {Trying again in # seconds. Nothing is lost, and what you typed is kept.}}',
  'way.safe': 'Nothing is lost, and what you typed is kept.',
  'way.offlineLead': 'Gatepass cannot reach anything. It goes on by itself when the network is back.',
  'way.online': 'If this computer is online',
  'way.hotel': 'On a hotel or café network, open any web page first and accept its terms.',
  'way.vpn': 'If you use a VPN or a proxy for work, turn it on.',
  'way.where':
    'If everything else works, the trouble is at your mail service. <where>See where it stops</where>',
  'way.lockedLead':
    'Open your keychain so that Gatepass can put the app password away. Your computer asks for the keychain’s password; that one is yours, not from Gatepass.',
  'way.lockedNotice': 'App passwords are kept in your keychain and nowhere else, never in a file.',
  'way.quotaLead':
    '{quota, plural, one {Your mail server allows 1 app password for each mailbox. Revoke it to go on; the mail app that uses it will stop.} other {Your mail server allows # for each mailbox, and you have that many. Choose one to revoke; the mail app that uses it will stop.}}',
  'way.quotaLegend': 'Which app password to revoke',
  'way.quotaMore': '{count} more',
  'way.quotaHint': 'Need them all? The people who run your mail server can raise the limit.',
  'way.quotaChoose': 'Choose one to revoke',
  'way.quotaGo': 'Revoke {name} and go on',
  'way.validUntil': 'valid until {date}',
  'way.noEnd': 'no end date',
  'way.code': 'For whoever helps you: {code}',
  'way.stop': 'Stop here',
  'way.tryNow': 'Try now',
  'way.unlock': 'Unlock and try again',
} as const;

export type WordId = keyof typeof en;

/** A whole language: a key too few or too many does not compile. */
export type Words = Readonly<Record<WordId, string>>;
