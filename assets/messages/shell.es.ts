import type { ShellWords } from './shell-words.ts';

/** Menus, tray and the page of the browser in Spanish. */
export const shellEs: ShellWords = {
  menu: {
    about: 'Acerca de Gatepass',
    services: 'Servicios',
    hide: 'Ocultar Gatepass',
    hideOthers: 'Ocultar otros',
    showAll: 'Mostrar todo',
    quit: 'Salir de Gatepass',
    file: 'Archivo',
    preferences: 'Preferencias',
    close: 'Cerrar ventana',
    edit: 'Edición',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    selectAll: 'Seleccionar todo',
    view: 'Visualización',
    actualSize: 'Tamaño real',
    zoomIn: 'Ampliar',
    zoomOut: 'Reducir',
    fullScreen: 'Pantalla completa',
    developerTools: 'Herramientas de desarrollo',
    window: 'Ventana',
    minimize: 'Minimizar',
    zoom: 'Zoom',
    front: 'Traer todo al frente',
    help: 'Ayuda',
    helpPage: 'Acerca de las contraseñas de aplicación',
    diagnosis: 'Diagnóstico',
  },
  tray: { name: 'Gatepass', show: 'Mostrar Gatepass', quit: 'Salir de Gatepass' },
  browserPage: {
    language: 'es',
    direction: 'ltr',
    pages: {
      'signed-in': {
        title: 'Ha iniciado sesión',
        lead: 'Puede cerrar esta ventana y volver a Gatepass.',
        hint: 'Esta página viene de Gatepass, en su propio ordenador. Aquí no queda nada por hacer.',
      },
      denied: {
        title: 'No ha iniciado sesión',
        lead: 'El inicio de sesión se canceló o se rechazó. No se ha creado ni cambiado nada.',
        hint: 'Puede cerrar esta ventana. Para intentarlo de nuevo, vuelva a Gatepass.',
      },
      failed: {
        title: 'El inicio de sesión no funcionó',
        lead: 'Su servicio de inicio de sesión lo detuvo. No se ha creado ni cambiado nada.',
        hint: 'Puede cerrar esta ventana. Gatepass indica qué hacer ahora.',
      },
    },
    said: 'Respondió:',
  },
};
