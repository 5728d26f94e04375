import type { Words } from './en.ts';

/** Every word of the window in Spanish. */
export const es: Words = {
  'common.continue': 'Continuar',
  'common.cancel': 'Cancelar',
  'common.back': 'Atrás',
  'common.later': 'Más tarde',
  'common.copy': 'Copiar',
  'common.copied': 'Copiado',
  'common.copyWhat': 'Copiar: {what}',
  'common.copiedWhat': 'Copiado: {what}',
  'common.tryAgain': 'Volver a intentar',
  'common.diagnosis': 'Hacer el diagnóstico',
  'common.language': 'Idioma',
  'common.title': '{screen} - Gatepass',
  'common.today': 'Hoy',
  'common.yesterday': 'Ayer',
  'common.at': '{near, select, today {hoy a las {time}} yesterday {ayer a las {time}} other {el {date}}}',
  'common.dayTime': '{day}, {time}',
  'common.year': '{years, plural, one {1 año} other {# años}}',
  'common.days': '{days, plural, one {1 día} other {# días}}',
  'common.seconds': '{seconds} s',
  'common.milliseconds': '{ms} ms',
  'common.notYours': 'No es la contraseña con la que inicia sesión',
  'common.loading': 'Preparando',

  'steps.label': 'Progreso',
  'steps.address': 'Dirección',
  'steps.signIn': 'Inicio de sesión',
  'steps.mailApp': 'App de correo',
  'steps.settings': 'Ajustes',
  'steps.done': 'hecho',
  'pass.end': 'Lo que tendrá al final',
  'pass.soFar': 'Hasta ahora',
  'pass.of': 'Contraseña de aplicación para {name}',
  'pass.mailbox': 'Buzón',
  'pass.signedInAt': 'Sesión iniciada en',
  'pass.mailApp': 'App de correo',
  'pass.validUntil': 'Válida hasta',
  'pass.notYet': 'todavía no',
  'pass.noEnd': 'Sin fecha final',
  'pass.works': 'Funciona',
  'pass.tried': 'Probada de nuevo',
  'pass.justNow': 'Ahora mismo',

  'welcome.title': 'Conectemos su app de correo',
  'welcome.lead': 'Gatepass encuentra su servicio de correo a partir de su dirección.',
  'welcome.address': 'Su dirección de correo',
  'welcome.next': 'Qué pasa después',
  'welcome.one':
    '<b>Usted inicia sesión, en su navegador.</b> <q>En la página de su organización, como siempre. Gatepass nunca ve esa contraseña.</q>',
  'welcome.two':
    '<b>Gatepass crea una contraseña de aplicación y la prueba.</b> <q>Una para cada app de correo. No es la contraseña con la que inicia sesión.</q>',
  'welcome.three':
    '<b>Usted la escribe en su app de correo.</b> <q>Gatepass le muestra dónde, paso a paso.</q>',
  'welcome.promise':
    'Lleva unos cinco minutos. Su correo se queda donde está: Gatepass no mueve nada ni borra nada.',
  'welcome.unfinished':
    'La parte después de la @ parece incompleta; completa sería, por ejemplo, fernwood.example.',
  'welcome.whole': 'Escriba la dirección entera, por ejemplo mara@fernwood.example.',
  'welcome.server': 'Dirección del servidor de correo',
  'welcome.serverHint':
    'Gatepass no pudo encontrarla. La persona que cuida de su correo la conoce. Empieza por https://',
  'welcome.issuer': 'Dirección de la página donde inicia sesión',
  'welcome.issuerHint':
    'Este servidor no dice dónde se inicia sesión. La persona que cuida de su correo lo sabe. Empieza por https://',
  'welcome.https': 'Escriba una dirección que empiece por https://',
  'welcome.looking': 'Buscando su servicio de correo',

  'found.title': 'Su servicio de correo está encontrado',
  'found.lead':
    'Si todo parece correcto, siga e inicie sesión. Hasta ahora Gatepass solo ha mirado; nada ha cambiado.',
  'found.announce': 'Su servicio de correo está encontrado: {organisation}',
  'found.organisation': 'Organización',
  'found.organisationFrom': 'El servidor de correo dio este nombre',
  'found.server': 'Servidor de correo',
  'found.generation':
    '{generation, select, jmap {Stalwart 0.16 o posterior} other {Stalwart anterior a 0.16}}',
  'found.signInAt': 'Iniciará sesión en',
  'found.trust':
    'Su navegador abrirá <b>{host}</b>. Escriba su contraseña solo si la barra de direcciones muestra ese nombre.',
  'found.all': 'Todos los servidores y cómo se encontró cada uno',
  'found.incoming': 'Correo entrante',
  'found.outgoing': 'Correo saliente',
  'found.change': 'Cambiar la dirección',
  'found.signIn': 'Iniciar sesión en el navegador',
  'origin.option': 'Lo escribió usted',
  'origin.remembered': 'Conocido de la última vez',
  'origin.server': 'Lo dice el servidor de correo',
  'origin.autoconfig': 'Los ajustes de correo publicados para su dominio',
  'origin.pacc': 'Los ajustes de cuenta publicados para su dominio',
  'origin.guess': 'El nombre habitual, que respondió',

  'inBrowser.window': 'Siga en su navegador',
  'inBrowser.title': 'Ahora inicie sesión en su navegador',
  'inBrowser.lead':
    'Se ha abierto una página de <b>{host}</b>. Inicie sesión allí como siempre. Gatepass sigue solo en cuanto termine.',
  'inBrowser.leadClosed':
    'Gatepass no pudo abrir su navegador. Copie el enlace y péguelo en cualquier navegador de este ordenador. Gatepass sigue solo en cuanto termine.',
  'inBrowser.waiting': 'Gatepass le espera',
  'inBrowser.left': 'quedan {time}',
  'inBrowser.leftLabel':
    'Tiempo para iniciar sesión: {minutes, plural, =0 {} one {1 minuto } other {# minutos }}{seconds, plural, one {1 segundo} other {# segundos}}',
  'inBrowser.notOpen': '¿No se abrió la página?',
  'inBrowser.openAgain': 'Abrir de nuevo',
  'inBrowser.copyLink': 'Copiar el enlace',
  'inBrowser.hint': 'El enlace funciona en cualquier navegador de este ordenador.',
  'inBrowser.byCode': 'Abra <b>{url}</b> y escriba este código, o compárelo con el que se muestra allí:',
  'inBrowser.spelled': 'Código: {code}',
  'inBrowser.codeWarning':
    'Escríbalo solo en una página que haya abierto usted. Si alguien le envió un código o le pide este, no siga.',
  'inBrowser.guessed':
    'Este servidor no dice dónde se inicia sesión. Si inicia sesión en otro lugar, vuelva atrás e indique la dirección de esa página.',
  'inBrowser.finishing': 'Sesión iniciada. Preparando su buzón',
  'inBrowser.announceLeft':
    '{seconds, plural, =30 {Quedan 30 segundos} =60 {Queda 1 minuto} other {Quedan 2 minutos}} para iniciar sesión',

  'ready.window': 'Su buzón está listo',
  'ready.title': 'Su buzón está listo, {name}',
  'ready.titlePlain': 'Su buzón está listo',
  'ready.leadFirst':
    'Era su primera sesión, y el servidor acaba de crear su buzón. Desde ahora puede llegar correo.',
  'ready.lead': 'El servidor de correo le conoce, y el correo puede llegar.',
  'ready.mayBounce':
    'Los mensajes de los últimos minutos pueden haber vuelto a quien los envió. Desde ahora llegan.',
  'ready.says': 'El servidor de correo dice que usted es',
  'ready.match': 'La dirección escrita',
  'ready.login': 'Nombre de usuario',
  'ready.appPasswords': 'Contraseñas de aplicación',
  'ready.used': '{used, plural, =0 {Ninguna todavía} other {#}}',
  'ready.usedOf': '{used, plural, =0 {Ninguna todavía, {allowed} posibles} other {# de {allowed}}}',
  'ready.notYou': '¿No es usted? <again>Iniciar sesión con otra cuenta</again>',
  'ready.choose': 'Elegir una app de correo',

  'wrong.title': 'Inició sesión otra persona',
  'wrong.lead': 'Gatepass se detuvo aquí por prudencia. No se ha creado ni cambiado nada.',
  'wrong.typed': 'Usted escribió',
  'wrong.signedInAs': 'En el navegador inició sesión',
  'wrong.badge': 'No es la dirección escrita',
  'wrong.why':
    'Suele pasar en un ordenador compartido: el navegador aún recordaba a la última persona. Cuando inicie sesión de nuevo, la página le preguntará quién es.',
  'wrong.meant': '¿Quería este buzón? <use>Usar {address}</use>',
  'wrong.startOver': 'Empezar de nuevo',
  'wrong.again': 'Iniciar sesión como {name}',

  'pick.window': 'Elija su app de correo',
  'pick.title': '¿Qué app de correo usa?',
  'pick.search': 'Buscar apps de correo',
  'pick.placeholder': 'Buscar entre {count, plural, one {1 app de correo} other {# apps de correo}}',
  'pick.here': '{system, select, mac {En este Mac} windows {En este PC} other {En este ordenador}}',
  'pick.computer': 'En un ordenador',
  'pick.phone': 'En un teléfono o tableta',
  'pick.more': '{count, plural, one {1 app de correo más} other {# apps de correo más}}',
  'pick.both': 'Con calendarios y contactos',
  'pick.calendars': 'Con calendarios',
  'pick.contacts': 'Con contactos',
  'pick.default': 'Su app predeterminada',
  'pick.keeps': 'Guarda una copia de su correo en {cloud}',
  'pick.platform':
    '{platform, select, mac {macOS} windows {Windows} linux {Linux} ios {iPhone y iPad} other {Android}}',
  'pick.other': 'Cualquier otra app de correo',
  'pick.otherAbout': 'Recibe todos los ajustes para escribirlos a mano',
  'pick.oauth': 'Habla OAuth',
  'pick.password': 'Solo contraseña',
  'pick.cloud': 'Su contraseña va a {cloud}',
  'pick.meanings': '¿Qué significan estas etiquetas?',
  'pick.oauthMeans':
    'Podría iniciar sesión ella misma por su navegador. Gatepass le da de todos modos una contraseña de aplicación.',
  'pick.passwordMeans':
    'Recibe una contraseña de aplicación. No es la contraseña con la que inicia sesión, y se queda en su dispositivo.',
  'pick.cloudMeans':
    'También recibe una contraseña de aplicación, pero {cloud} la guarda y recoge su correo en sus propios servidores.',
  'pick.none': 'Ninguna app de correo se llama «{query}»',
  'pick.byHand': 'Escribir los ajustes a mano',
  'pick.hits':
    '{count, plural, =0 {Ninguna app de correo encontrada} one {1 app de correo encontrada} other {# apps de correo encontradas}}',
  'pick.notListed': 'La mía no está',
  'pick.continueWith': 'Continuar con {app}',

  'name.window': 'Nombre y duración',
  'name.title': 'Póngale nombre y diga cuánto dura',
  'name.lead':
    'Gatepass crea una contraseña de aplicación para {app}. No es la contraseña con la que inicia sesión: solo abre su buzón, y puede revocarla cuando quiera.',
  'name.name': 'Nombre',
  'name.hint': 'Para reconocerla más adelante. Su servidor de correo también muestra este nombre.',
  'name.missing': 'Póngale un nombre, por ejemplo dónde la usará.',
  'name.validFor': 'Válida durante',
  'name.suggested': 'Recomendado',
  'name.until': 'Hasta el {date}',
  'name.untilRevoked': 'Hasta que la revoque',
  'name.enforced': 'Ese día su servidor deja de aceptarla. Renovarla lleva un minuto.',
  'name.notEnforced':
    'Este servidor deja que una contraseña de aplicación siga después de su día. Gatepass le muestra cuándo toca renovarla.',
  'name.never': 'Nunca puede crear ni cambiar otras contraseñas.',
  'name.create': 'Crear contraseña de aplicación',

  'working.window': 'Creando y probando su contraseña de aplicación',
  'working.title': 'Primero probarla, después dársela',
  'working.titleFailed': 'Esto no ha salido bien',
  'working.lead':
    'Gatepass inicia sesión una vez con la nueva contraseña de aplicación, igual que hará {app}. Lleva unos segundos.',
  'working.cancelHint': 'Al cancelar se elimina la nueva contraseña de aplicación.',
  'working.cancelling': 'Cancelando. Se está eliminando la nueva contraseña de aplicación',
  'working.smtpMore': 'Iniciando sesión para enviar. No se envía ningún mensaje',
  'working.renews': 'La anterior sigue funcionando mientras tanto.',
  'check.created':
    '{state, select, waiting {Crear la contraseña de aplicación} working {Creando la contraseña de aplicación} done {Contraseña de aplicación creada} other {Contraseña de aplicación no creada}}',
  'check.imap':
    '{state, select, waiting {Comprobar el correo entrante} working {Comprobando el correo entrante} done {El correo entrante funciona} other {El correo entrante no funciona}}',
  'check.smtp':
    '{state, select, waiting {Comprobar el correo saliente} working {Comprobando el correo saliente} done {El correo saliente funciona} other {El correo saliente no funciona}}',
  'check.jmap':
    '{state, select, waiting {Comprobar el correo por la web} working {Comprobando el correo por la web} done {El correo por la web funciona} other {El correo por la web no funciona}}',
  'check.kept':
    '{state, select, waiting {Guardar en su llavero} working {Guardando en su llavero} done {Guardada en su llavero} other {No guardada en su llavero}}',
  'check.keychain':
    '{state, select, waiting {Llavero} working {Comprobando el llavero} done {El llavero está abierto} other {El llavero no se puede usar}}',
  'check.internet':
    '{state, select, waiting {Conexión a Internet} working {Comprobando la conexión a Internet} done {Conexión a Internet} other {Sin conexión a Internet}}',
  'check.found':
    '{state, select, waiting {Encontrar el servicio de correo} working {Buscando el servicio de correo} done {Servicio de correo encontrado} other {Servicio de correo no encontrado}}',
  'check.signed-in':
    '{state, select, waiting {Comprobar la sesión} working {Comprobando la sesión} done {Sesión iniciada} other {Sesión no iniciada}}',
  'check.active':
    '{state, select, waiting {Comprobar el buzón} working {Comprobando el buzón} done {El buzón está activo} other {El buzón no está activo}}',

  'settings.window': 'Configurar {name}',
  'settings.title': 'Escríbalo en {app}',
  'settings.titleOther': 'Escríbalo en su app de correo',
  'settings.lead': 'Tenga esta ventana al lado de {app} y copie cada valor.',
  'settings.leadOther': 'Tenga esta ventana al lado de su app de correo y copie cada valor.',
  'settings.region': 'Pasos para {app}',
  'settings.partly':
    'Desde aquí no se pudo comprobar todo. La contraseña de aplicación está bien, hasta donde Gatepass pudo ver; si algo no funciona en {app}, elija «No funciona».',
  'settings.renews': '<b>Renovada.</b> La anterior, «{name}», se revoca cuando pulse «Funciona».',
  'settings.yourPassword': 'Su contraseña de aplicación',
  'settings.later': 'Terminar más tarde',
  'settings.fails': 'No funciona',
  'settings.works': 'Funciona',
  'field.your-name': 'Su nombre',
  'field.address': 'Dirección de correo',
  'field.account-type': 'Tipo de cuenta',
  'field.user-name': 'Nombre de usuario',
  'field.password': 'Contraseña',
  'field.incoming-host': 'Servidor entrante',
  'field.incoming-port': 'Puerto entrante',
  'field.outgoing-host': 'Servidor saliente',
  'field.outgoing-port': 'Puerto saliente',
  'field.calendars': 'Calendarios (CalDAV)',
  'field.contacts': 'Contactos (CardDAV)',
  'field.beside': '<q>con {security}</q>',
  'secret.title': 'Contraseña de aplicación',
  'secret.label':
    '{state, select, shown {Contraseña de aplicación} other {Contraseña de aplicación, oculta}}',
  'secret.show': 'Mostrar',
  'secret.hide': 'Ocultar',
  'secret.clears': 'Una copia se borra del portapapeles a los 45 segundos.',
  'secret.hidesIn': '{seconds, plural, one {Se oculta en 1 segundo.} other {Se oculta en # segundos.}}',
  'secret.announceShown': 'Contraseña visible, se oculta en 30 segundos',
  'secret.announceHidden': 'Oculta',

  'step.thunderbird.1':
    'En Thunderbird, añada una cuenta de correo: al primer inicio lo pregunta solo, después está en <menu>Configuración de la cuenta</menu>. Rellene:',
  'step.thunderbird.2':
    'Elija <menu>Configurar manualmente</menu>, aunque Thunderbird haya encontrado algo. El servidor entrante, con <menu>Contraseña normal</menu> como identificación:',
  'step.thunderbird.3': 'Después el servidor saliente, también con <menu>Contraseña normal</menu>:',
  'step.thunderbird.4': 'Cuando pida la contraseña, pegue la contraseña de aplicación.',
  'step.thunderbird.5':
    'Calendarios y contactos: Thunderbird ofrece lo que encuentra. Si no encuentra nada, añádalos por sus direcciones, con el mismo nombre de usuario y la misma contraseña de aplicación:',
  'step.apple-mail.1':
    'En Mail, elija <menu>Añadir cuenta…</menu>, después <menu>Otra cuenta de Mail…</menu>, y rellene:',
  'step.apple-mail.2': 'Mail dice que necesita más, o rellena servidores por su cuenta. Haga que queden así:',
  'step.apple-mail.3':
    'Si los pide, los puertos y su seguridad. El servidor saliente lleva el mismo nombre de usuario y la misma contraseña de aplicación:',
  'step.apple-mail.4':
    'Calendarios y contactos son dos cuentas más, CalDAV y CardDAV, en <menu>Ajustes del Sistema</menu>, <menu>Cuentas de Internet</menu>, con el mismo nombre de usuario y la misma contraseña de aplicación:',
  'step.outlook.1': 'Abra el <menu>Panel de control</menu>, después <menu>Correo</menu>, y elija su perfil.',
  'step.outlook.2':
    'Elija <menu>Cuentas de correo electrónico</menu>, <menu>Configuración manual</menu> y después <menu>POP o IMAP</menu>.',
  'step.outlook.3': 'Rellene estos campos.',
  'step.outlook.4':
    'Abra <menu>Más configuraciones</menu>. Indique que el servidor de salida requiere autenticación, con la misma configuración que el de entrada. Después, los puertos:',
  'step.outlook.5': 'Termine. Outlook recoge su correo; la primera vez puede tardar.',
  'step.outlook-new.1':
    'En Outlook, agregue una cuenta con su dirección y elija <menu>IMAP</menu> a mano, o la configuración avanzada: si no, Outlook busca servidores de Microsoft.',
  'step.outlook-new.2': 'Rellene el servidor entrante:',
  'step.outlook-new.3':
    'Después el servidor saliente, con el mismo nombre de usuario y la misma contraseña de aplicación:',
  'step.outlook-new.4':
    'Acepte la copia en Microsoft, o déjelo aquí y use Outlook clásico u otra app de correo.',
  'step.other.1': 'En su app de correo, añada a mano una cuenta de tipo IMAP. El servidor entrante:',
  'step.other.2':
    'Después el servidor saliente. También inicia sesión, con el mismo nombre de usuario y la misma contraseña de aplicación:',
  'step.other.3': 'Calendarios y contactos, si su app los tiene:',

  'fails.window': 'No funciona',
  'fails.title': '¿Qué hace {app}?',
  'fails.titleOther': '¿Qué hace su app de correo?',
  'fails.leadWorks':
    'Gatepass acaba de probar de nuevo la contraseña de aplicación, y funciona. Elija lo que más se parezca.',
  'fails.leadFails':
    'Gatepass acaba de probar de nuevo la contraseña de aplicación, y no todo funciona. Elija lo que más se parezca.',
  'fails.leadChecking':
    'Gatepass está probando de nuevo la contraseña de aplicación. Elija mientras tanto lo que más se parezca.',
  'fails.password': 'Pide la contraseña una y otra vez',
  'fails.passwordMeans':
    '<b>Lo más probable es que {app} tenga otra contraseña.</b> Vacíe allí el campo de la contraseña, copie aquí la contraseña de aplicación y péguela. La contraseña con la que inicia sesión no funciona en {app}.',
  'fails.passwordRest':
    'Este servidor también dice «contraseña incorrecta» cuando una contraseña de aplicación se ha revocado o ha caducado. Si copiarla otra vez no ayuda, cree una nueva.',
  'fails.reach': 'Dice que el servidor no responde',
  'fails.reachMeans':
    '<b>Un nombre de servidor o un puerto no es del todo correcto, o la red lo bloquea.</b> Compare con {imapHost}, puerto {imapPort} para el correo entrante y {smtpHost}, puerto {smtpPort} para el saliente.',
  'fails.reachEnded':
    'Este servidor también calla cuando {app} llega con una contraseña de aplicación revocada o caducada. Si {app} funcionaba antes, seguramente aún tiene una antigua: copie aquí la contraseña de aplicación y péguela.',
  'fails.temporary': 'Habla de un error temporal',
  'fails.temporaryJmap':
    '<b>Es probable que {app} envíe con una contraseña de aplicación revocada o caducada.</b> Este servidor lo llama error temporal. Copie aquí la contraseña de aplicación y péguela también para el correo saliente. Esperar no ayuda.',
  'fails.temporaryRest':
    '<b>El servidor está ocupado o en reparación.</b> Espere unos minutos. Si sigue igual, haga el diagnóstico.',
  'fails.send': 'Recibe correo pero no envía',
  'fails.sendMeans':
    '<b>El servidor saliente no está puesto para iniciar sesión.</b> Active la autenticación del servidor saliente, con el mismo nombre de usuario y la misma contraseña de aplicación que para el entrante, y use {smtpHost}, puerto {smtpPort}.',
  'fails.certificate': 'Avisa de un certificado',
  'fails.certificateMeans':
    '<b>No lo acepte todavía.</b> Mire si el nombre del servidor tiene una errata. Si es correcto, quizá alguien esté escuchando en la red: pruebe otra red, o pregunte a la persona que cuida de su correo.',
  'fails.other': 'Otra cosa',
  'fails.otherMeans':
    'Haga el diagnóstico y envíe su informe a la persona que cuida de su correo. No contiene contraseñas.',
  'fails.copy': 'Copiar contraseña de aplicación',
  'fails.again': 'Probar otra vez',
  'fails.back': 'Volver a los pasos',
  'fails.worksNow': 'Ahora funciona',

  'nav.label': 'Partes de Gatepass',
  'nav.account': 'Buzón:',
  'nav.accounts': 'Elegir un buzón',
  'nav.home': 'Apps de correo',
  'nav.activity': 'Actividad',
  'nav.diagnosis': 'Diagnóstico',
  'nav.preferences': 'Preferencias',
  'home.title': 'Apps de correo',
  'home.connect': 'Conectar una app de correo',
  'home.made': 'Creada {when}',
  'home.worked': 'funcionó {when}',
  'home.failed': 'no funcionó {when}',
  'home.neverTried': 'sin probar todavía',
  'home.about': '{made}, {proof}',
  'home.foreign': 'Creada en otro sitio',
  'home.foreignSince':
    'Desde el {date}. Gatepass no conoce esta contraseña y solo puede reemplazarla o revocarla.',
  'home.foreignAbout': 'Gatepass no conoce esta contraseña y solo puede reemplazarla o revocarla.',
  'home.checking': 'Comprobando',
  'home.revoking': 'Revocando',
  'home.renew': 'Renovar',
  'home.replace': 'Reemplazar',
  'home.settings': 'Ajustes',
  'home.revoke': 'Revocar',
  'home.toolOf': '{tool}: {name}',
  'home.broken': 'No funciona',
  'home.daysLeft': '{days, plural, =0 {Termina hoy} one {Queda 1 día} other {Quedan # días}}',
  'home.monthsLeft': '{months, plural, one {Queda 1 mes} other {Quedan # meses}}',
  'home.ended': 'Ha caducado',
  'home.empty': 'Ninguna app de correo conectada',
  'home.emptyLead':
    'Su buzón está listo y recibe correo. Conecte Outlook, Apple Mail, Thunderbird o su teléfono para leerlo allí.',
  'home.activity': 'Actividad',
  'home.showAll': 'Mostrar todo',
  'home.signedOut':
    'Su sesión está cerrada. Sus apps de correo siguen funcionando; para cambiar algo aquí, vuelva a iniciar sesión.',
  'home.signIn': 'Iniciar sesión de nuevo',
  'home.offline':
    'Este ordenador está sin conexión. Lo que ve es de la última vez; se actualizará cuando vuelva la red.',
  'home.loading': 'Preguntando al servidor de correo',
  'home.announceRevoked': 'Revocada: {name}',
  'revoke.title': '¿Revocar «{name}»?',
  'revoke.text':
    '{name} deja enseguida de recibir y enviar correo. Su correo se queda en el servidor, y sus otras apps de correo siguen funcionando.',
  'revoke.foreign':
    'Lo que use «{name}» deja enseguida de recibir y enviar correo. Su correo se queda en el servidor, y sus otras apps de correo siguen funcionando.',
  'revoke.again': 'Puede volver a conectarla cuando quiera.',
  'revoke.keep': 'Conservar',
  'revoke.do': 'Revocar',

  'activity.title': 'Actividad',
  'activity.signed-in': '<b>Sesión iniciada</b> <q>en {subject}</q>',
  'activity.activated': '<b>{subject}</b> <q>el buzón está listo</q>',
  'activity.created': '<b>{subject}</b> <q>contraseña de aplicación creada</q>',
  'activity.checked': '<b>{subject}</b> <q>comprobada, funciona</q>',
  'activity.check-failed': '<b>{subject}</b> <q>comprobada, no funciona</q>',
  'activity.revoked': '<b>{subject}</b> <q>revocada por usted</q>',
  'activity.signed-out': '<b>{subject}</b> <q>sesión cerrada</q>',
  'activity.empty': 'Todavía no ha pasado nada',
  'activity.emptyLead':
    'Aquí verá cada inicio de sesión y cada contraseña de aplicación creada, comprobada o revocada, y cuándo. Se queda en este ordenador.',

  'prefs.title': 'Preferencias',
  'prefs.appearance': 'Apariencia',
  'prefs.look': '{look, select, system {Como el sistema} light {Clara} other {Oscura}}',
  'prefs.background': 'En segundo plano',
  'prefs.tray':
    '{system, select, mac {Seguir en la barra de menús cuando cierro la ventana} windows {Seguir en el área de notificación cuando cierro la ventana} other {Seguir en el panel cuando cierro la ventana}}',
  'prefs.keychain': 'Llavero',
  'prefs.keychainReady':
    'Guarda sus contraseñas de aplicación y su sesión. Nada de eso se guarda en archivos.',
  'prefs.keychainLocked': 'Bloqueado por ahora. Gatepass pregunta cuando lo necesita.',
  'prefs.keychainMissing':
    'No se encuentra. Sin llavero Gatepass no guarda contraseñas, tampoco en otro lugar.',
  'prefs.account': 'Este buzón',
  'prefs.signOut': 'Cerrar sesión',
  'prefs.signingOut': 'Cerrando sesión',
  'prefs.signOutHint':
    'Sus apps de correo siguen funcionando. Gatepass olvida sus contraseñas de aplicación en este ordenador; después solo podrá reemplazarlas o revocarlas.',
  'prefs.version': 'Gatepass {version}. No informa de nada a nadie.',

  'diagnosis.title': 'Diagnóstico',
  'diagnosis.lead': 'Gatepass comprueba todo el camino de su ordenador a su buzón y muestra dónde se corta.',
  'diagnosis.running': 'Comprobando el camino a su buzón',
  'diagnosis.fine': 'Todo funciona',
  'diagnosis.inTheWay': '{count, plural, one {Hay una cosa que estorba} other {Hay # cosas que estorban}}',
  'diagnosis.checkedAt': 'Comprobado {when}, de su ordenador a su buzón.',
  'diagnosis.run': 'Comprobar ahora',
  'diagnosis.again': 'Comprobar de nuevo',
  'diagnosis.copy': 'Copiar informe',
  'diagnosis.where': 'Dónde se corta',
  'diagnosis.now': 'Qué hacer ahora',
  'diagnosis.hint': 'El informe no contiene contraseñas, así que puede enviarlo a quien le ayude.',

  'way.signin': 'El inicio de sesión no llegó',
  'way.issuer': 'La página de inicio de sesión estorba',
  'way.network': 'La conexión estorba',
  'way.server': 'El servidor de correo estorba',
  'way.password': 'La contraseña de aplicación no salió bien',
  'way.account': 'Este buzón no se conoce aquí',
  'way.vault': 'Su llavero estorba',
  'way.locked': 'Su llavero está bloqueado',
  'way.state': 'Algo estorba en este ordenador',
  'way.input': 'Falta un dato',
  'way.bug': 'Gatepass se ha equivocado',
  'way.offline': 'Parece que no hay conexión',
  'way.quota': 'No cabe otra contraseña de aplicación',
  'way.retryIn':
    '{seconds, plural, one {Nuevo intento en 1 segundo. No se ha perdido nada, y lo escrito se conserva.} other {Nuevo intento en # segundos. No se ha perdido nada, y lo escrito se conserva.}}',
  'way.safe': 'No se ha perdido nada, y lo escrito se conserva.',
  'way.offlineLead': 'Gatepass no alcanza nada. Sigue solo cuando vuelva la red.',
  'way.online': 'Si este ordenador tiene conexión',
  'way.hotel': 'En la red de un hotel o café, abra antes cualquier página web y acepte sus condiciones.',
  'way.vpn': 'Si usa una VPN o un proxy para el trabajo, actívelo.',
  'way.where':
    'Si todo lo demás funciona, el problema está en su servicio de correo. <where>Ver dónde se corta</where>',
  'way.lockedLead':
    'Abra su llavero para que Gatepass pueda guardar la contraseña de aplicación. Su ordenador pide la contraseña del llavero; esa es suya, no de Gatepass.',
  'way.lockedNotice':
    'Las contraseñas de aplicación se guardan en su llavero y en ningún otro lugar, nunca en un archivo.',
  'way.quotaLead':
    '{quota, plural, one {Su servidor permite 1 contraseña de aplicación por buzón. Revóquela para seguir; la app de correo que la usa dejará de funcionar.} other {Su servidor permite # por buzón, y usted tiene esas. Elija una para revocar; la app de correo que la usa dejará de funcionar.}}',
  'way.quotaLegend': 'Qué contraseña de aplicación revocar',
  'way.quotaMore': '{count} más',
  'way.quotaHint': '¿Las necesita todas? Quienes llevan su servidor pueden subir el límite.',
  'way.quotaChoose': 'Elija una para revocar',
  'way.quotaGo': 'Revocar {name} y seguir',
  'way.validUntil': 'válida hasta el {date}',
  'way.noEnd': 'sin fecha final',
  'way.code': 'Para quien le ayude: {code}',
  'way.stop': 'Dejarlo aquí',
  'way.tryNow': 'Intentar ahora',
  'way.unlock': 'Desbloquear e intentar de nuevo',
};
