import type { ShellWords } from './shell-words.ts';

/** Menus, tray and the page of the browser in Arabic. */
export const shellAr: ShellWords = {
  menu: {
    about: 'حول Gatepass',
    services: 'الخدمات',
    hide: 'إخفاء Gatepass',
    hideOthers: 'إخفاء الأخرى',
    showAll: 'إظهار الكل',
    quit: 'إنهاء Gatepass',
    file: 'ملف',
    preferences: 'التفضيلات',
    close: 'إغلاق النافذة',
    edit: 'تحرير',
    undo: 'تراجع',
    redo: 'إعادة',
    cut: 'قص',
    copy: 'نسخ',
    paste: 'لصق',
    selectAll: 'تحديد الكل',
    view: 'عرض',
    actualSize: 'الحجم الفعلي',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    fullScreen: 'ملء الشاشة',
    developerTools: 'أدوات المطور',
    window: 'نافذة',
    minimize: 'تصغير النافذة',
    zoom: 'تكبير النافذة',
    front: 'إحضار الكل إلى الأمام',
    help: 'مساعدة',
    helpPage: 'حول كلمات مرور التطبيقات',
    diagnosis: 'التشخيص',
  },
  tray: { name: 'Gatepass', show: 'إظهار Gatepass', quit: 'إنهاء Gatepass' },
  browserPage: {
    language: 'ar',
    direction: 'rtl',
    pages: {
      'signed-in': {
        title: 'تم تسجيل دخولك',
        lead: 'يمكنك إغلاق هذه النافذة والعودة إلى Gatepass.',
        hint: 'هذه الصفحة من Gatepass على حاسوبك. لم يبقَ شيء تفعله هنا.',
      },
      denied: {
        title: 'لم يتم تسجيل دخولك',
        lead: 'أُلغي تسجيل الدخول أو رُفض. لم يُنشأ شيء ولم يتغير شيء.',
        hint: 'يمكنك إغلاق هذه النافذة. للمحاولة من جديد عُد إلى Gatepass.',
      },
      failed: {
        title: 'لم ينجح تسجيل الدخول',
        lead: 'أوقفته خدمة تسجيل الدخول. لم يُنشأ شيء ولم يتغير شيء.',
        hint: 'يمكنك إغلاق هذه النافذة. يخبرك Gatepass بما عليك فعله الآن.',
      },
    },
    said: 'كان الرد:',
  },
};
