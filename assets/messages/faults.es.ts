import type { Faults } from './faults.en.ts';

/** The words of each fault in Spanish. */
export const faultsEs: Faults = {
  'input.invalid': {
    happened: 'Gatepass no entiende esto: {what}.',
    now: 'Vuelva atrás y escríbalo de nuevo.',
  },
  'input.address': {
    happened: '«{address}» no es una dirección de correo.',
    now: 'Escriba la dirección entera, por ejemplo mara@fernwood.example.',
  },
  'input.server-needed': {
    happened: 'Gatepass no pudo encontrar el servidor de correo de {address}.',
    now: 'Escriba su dirección abajo. La persona que cuida de su correo la conoce.',
  },
  'input.unknown-mail-app': {
    happened: 'Gatepass no conoce la app de correo «{app}».',
    now: 'Elija otra, o escriba los ajustes a mano.',
  },
  'input.insecure-url': {
    happened: '«{url}» no es una dirección segura.',
    now: 'Use la dirección que empieza por https://. Las contraseñas nunca viajan por http.',
  },
  'signin.cancelled': {
    happened: 'El inicio de sesión se canceló. No se ha creado ni cambiado nada.',
    now: 'Empiece de nuevo cuando quiera.',
  },
  'signin.timeout': {
    happened: 'Su navegador no volvió a tiempo. No se ha creado ni cambiado nada.',
    now: 'Empiece de nuevo y termine el inicio de sesión en la página que se abre.',
  },
  'signin.denied': {
    happened:
      'El inicio de sesión se rechazó en {issuer}: alguien pulsó Cancelar allí, o no tiene permiso para usar Gatepass. No se ha creado ni cambiado nada.',
    now: 'Empiece de nuevo. Si se rechaza otra vez, pregunte a quienes llevan su inicio de sesión.',
  },
  'signin.mismatch': {
    happened:
      'La respuesta de {issuer} no pertenece a este inicio de sesión ({check}). Gatepass se detuvo aquí por prudencia.',
    now: 'Empiece de nuevo. Si vuelve a pasar, muestre esto a la persona que cuida de su correo.',
  },
  'signin.provider-refused': {
    happened: '{issuer} no terminó el inicio de sesión: «{error}».',
    now: 'Empiece de nuevo. Si sigue igual, muestre esto a la persona que cuida de su correo.',
  },
  'signin.provider-broken': {
    happened: 'La respuesta de {issuer} no tiene sentido ({check}).',
    now: 'Inténtelo otra vez en unos minutos. Si sigue igual, muestre esto a la persona que cuida de su correo.',
  },
  'signin.client-unknown': {
    happened: '{issuer} no conoce a Gatepass con el nombre «{clientId}».',
    now: 'Quienes llevan su inicio de sesión pueden añadirlo: un cliente nativo público con la dirección de retorno http://127.0.0.1/callback.',
  },
  'signin.redirect-refused': {
    happened: '{issuer} no deja que Gatepass vuelva a este ordenador.',
    now: 'Quienes llevan su inicio de sesión pueden permitirlo: la dirección de retorno http://127.0.0.1/callback en cualquier puerto para «{clientId}».',
  },
  'signin.wrong-person': {
    happened:
      'Usted pidió {address}, pero el servidor de correo dice que inició sesión {login}. No se ha creado ninguna contraseña de aplicación.',
    now: 'Inicie sesión de nuevo como {address}.',
  },
  'signin.no-device-code': {
    happened: '{issuer} no deja que «{clientId}» inicie sesión con un código.',
    now: 'Inicie sesión en el navegador.',
  },
  'signin.first': {
    happened: 'Todavía nadie ha iniciado sesión en este ordenador.',
    now: 'Empiece por su dirección de correo.',
  },
  'signin.needed': {
    happened: 'La sesión de {address} ha caducado ({reason}).',
    now: 'Inicie sesión de nuevo. Sus apps de correo siguen funcionando mientras tanto.',
  },
  'signin.port-taken': {
    happened: 'Otro programa de este ordenador usa la puerta por la que vuelve su navegador (puerto {port}).',
    now: 'Cierre ese programa e inténtelo de nuevo.',
  },
  'issuer.unreachable': {
    happened: 'No se alcanza la página de inicio de sesión {issuer} ({reason}).',
    now: 'Revise su conexión e inténtelo de nuevo. Si otros tampoco pueden iniciar sesión, está caída.',
  },
  'issuer.invalid': {
    happened:
      'La página de inicio de sesión {issuer} se describe de un modo en el que Gatepass no confía ({check}).',
    now: 'Revise su dirección, o muestre esto a la persona que cuida de su correo.',
  },
  'issuer.unknown': {
    happened: 'El servidor {server} no dice dónde se inicia sesión.',
    now: 'Escriba abajo la dirección de esa página. La persona que cuida de su correo la conoce.',
  },
  'network.offline': {
    happened: 'Este ordenador está sin conexión.',
    now: 'Conéctelo a Internet e inténtelo de nuevo.',
  },
  'network.unknown-host': {
    happened: 'No hay ningún ordenador llamado {host}, o su red no lo encuentra.',
    now: 'Revise cómo está escrito. Si es correcto, pruebe otra red.',
  },
  'network.refused': {
    happened: '{host} no responde en el puerto {port}. Su red o el servidor lo bloquea.',
    now: 'Use otra red, por ejemplo la de su teléfono, e inténtelo de nuevo.',
  },
  'network.reset': { happened: 'La conexión con {host} se cortó.', now: 'Inténtelo de nuevo.' },
  'network.timeout': {
    happened: '{host} no respondió a tiempo.',
    now: 'Inténtelo de nuevo en unos minutos, o en otra red.',
  },
  'network.tls': {
    happened: 'La conexión con {host} no es segura: {reason}. No se envió nada.',
    now: 'No siga en una red que no conozca. Muestre esto a la persona que cuida de su correo.',
  },
  'network.redirected': {
    happened: '{host} envía a Gatepass a otra dirección, que no sigue, por prudencia.',
    now: 'Muestre esto a la persona que cuida de su correo.',
  },
  'server.not-stalwart': {
    happened: '{server} no responde como un servidor de correo Stalwart.',
    now: 'Revise la dirección. Si es correcta, muestre esto a la persona que cuida de su correo.',
  },
  'server.rejected-token': {
    happened: 'Inició sesión, pero el servidor {server} no la acepta. {finding}',
    now: 'Muestre esto a la persona que cuida de su correo. {change}',
  },
  'server.forbidden': {
    happened: 'El servidor no le permite hacer esto: {what}.',
    now: 'Pida a la persona que cuida de su correo el derecho a gestionar sus contraseñas de aplicación.',
  },
  'server.limited': {
    happened: 'El servidor pide a Gatepass que vaya más despacio.',
    now: '{seconds, plural, one {Inténtelo de nuevo en 1 segundo.} other {Inténtelo de nuevo en # segundos.}}',
  },
  'server.banned': {
    happened: 'El servidor ha bloqueado esta red tras demasiados inicios de sesión fallidos.',
    now: 'Cierre las apps que aún tengan una contraseña antigua y pida a la persona que cuida de su correo que levante el bloqueo.',
  },
  'server.broken': {
    happened: 'La respuesta del servidor {server} no tiene sentido ({what}).',
    now: 'Inténtelo otra vez en unos minutos. Si sigue igual, muestre esto a la persona que cuida de su correo.',
  },
  'server.too-old': {
    happened:
      'El servidor es demasiado antiguo: antes de Stalwart 0.13.2, quienes inician sesión en {issuer} no pueden tener contraseñas de aplicación.',
    now: 'Pida a la persona que cuida de su correo que lo actualice. No se ha creado ni cambiado nada.',
  },
  'server.wipes-app-passwords': {
    happened:
      'El servidor usa Stalwart {version}, que borra todas las contraseñas de aplicación en el siguiente inicio de sesión. Gatepass no crea ninguna allí.',
    now: 'Pida a la persona que cuida de su correo que lo actualice a 0.14.1 o posterior.',
  },
  'server.bootstrap': {
    happened: 'El servidor todavía se está instalando.',
    now: 'Inténtelo de nuevo cuando esté terminado.',
  },
  'server.quota': {
    happened:
      '{quota, plural, one {El servidor permite 1 contraseña de aplicación, y usted tiene una.} other {El servidor permite # contraseñas de aplicación, y usted tiene esas. Las caducadas también cuentan.}}',
    now: 'Revoque una que ya no necesite.',
  },
  'server.refused': {
    happened: 'El servidor no lo hizo: {what}. No se ha creado ni cambiado nada.',
    now: 'Muestre esto a la persona que cuida de su correo.',
  },
  'password.not-found': {
    happened: 'Esta contraseña de aplicación ya no existe.',
    now: 'La página «Apps de correo» muestra las que hay.',
  },
  'password.proof-refused': {
    happened: 'La nueva contraseña de aplicación se probó y se rechazó: {what}. Gatepass no la entrega.',
    now: 'Muestre esto a la persona que cuida de su correo. {change}',
  },
  'password.lost-answer': {
    happened: 'La conexión se cortó mientras se creaba la contraseña de aplicación.',
    now: 'Inténtelo de nuevo. Si aparece una desconocida en «Apps de correo», revóquela.',
  },
  'account.not-found': {
    happened: 'Gatepass no conoce el buzón «{account}».',
    now: 'Inicie sesión antes con él.',
  },
  'vault.missing': {
    happened:
      'Este ordenador no tiene un llavero que Gatepass pueda usar ({reason}). Las contraseñas no se guardan en ningún otro lugar.',
    now: 'En Linux, instale e inicie GNOME Keyring, KWallet o KeePassXC, e inténtelo de nuevo.',
  },
  'vault.locked': {
    happened: 'Su llavero está bloqueado.',
    now: 'Desbloquéelo e inténtelo de nuevo. No se ha perdido nada.',
  },
  'vault.timeout': {
    happened: 'Su llavero no respondió a tiempo. Quizá espera a que lo desbloquee.',
    now: 'Busque su ventana, desbloquéelo e inténtelo de nuevo. No se ha perdido nada.',
  },
  'vault.refused': {
    happened: 'Su llavero no guardó o no dio la contraseña ({reason}).',
    now: 'Desbloquéelo o reinícielo, e inténtelo de nuevo. No se ha perdido nada.',
  },
  'state.corrupt': {
    happened: 'Un archivo de Gatepass estaba dañado y se ha apartado como {aside}.',
    now: 'Inicie sesión de nuevo. Sus contraseñas de aplicación están a salvo en el llavero y en el servidor.',
  },
  'state.unwritable': {
    happened: 'Gatepass no puede escribir en {path}.',
    now: 'Libere espacio o corrija los permisos de esa carpeta, e inténtelo de nuevo.',
  },
  bug: {
    happened: 'Algo salió mal dentro de Gatepass.',
    now: 'Inténtelo de nuevo. Si vuelve a pasar, comuníquelo. El registro está en {log}.',
  },
};
