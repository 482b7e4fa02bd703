/** The words of the pages for people outside, by language; who adds a language adds a table. Where there is none, English. */
import type { WarningState } from './state.js';

export interface PageWords {
  /** BCP 47: the language that the words are in. */
  language: string;
  state: Record<WarningState, string>;
  readNewest: string;
  released: string;
  signedCap: string;
  allWarnings: string;
  warnings: string;
  noWarnings: string;
  otherLanguages: string;
  broken: string;
  none: string;
  notFound: string;
  /** Of a recipient's own page. */
  warning: string;
  replacedForYou: string;
  confirm: string;
  yourName: string;
  haveRead: string;
  confirmedBy: string;
  whatWasDone: string;
  whatFor: string;
  send: string;
  done: string;
  /** Of the page that lets the desk call a browser. */
  subscribe: string;
  subscribeFor: string;
  needsScript: string;
  turnOn: string;
  turnOff: string;
  push: Record<'on' | 'off' | 'denied' | 'failed' | 'unable', string>;
}

const WORDS: Record<string, PageWords> = {
  en: {
    language: 'en',
    state: {
      'in-force': 'This warning is in force.',
      cancelled: 'CANCELLED. This warning no longer holds.',
      replaced: 'REPLACED by a newer warning.',
      expired: 'EXPIRED. This warning is no longer valid.',
    },
    readNewest: 'Read the newest.',
    released: 'released',
    signedCap: 'signed CAP 1.2',
    allWarnings: 'all warnings',
    warnings: 'Warnings',
    noWarnings: 'There is no public warning.',
    otherLanguages: 'Other languages',
    broken: 'This link is not whole: please copy all of it from the message.',
    none: 'There is no such public warning.',
    notFound: 'Not found',
    warning: 'Warning',
    replacedForYou: 'REPLACED by a newer warning, which was sent to you as well if it concerns you.',
    confirm: 'Confirm that you have read this',
    yourName: 'Your name',
    haveRead: 'I have read this warning',
    confirmedBy: 'Confirmed by',
    whatWasDone: 'What was done?',
    whatFor: 'So that the desk knows what it need not ask',
    send: 'Send',
    done: 'Done',
    subscribe: 'Warnings on this browser',
    subscribeFor: 'Warnings for',
    needsScript: 'A browser can only be called by the desk where it runs scripts.',
    turnOn: 'Warn me on this browser',
    turnOff: 'No longer on this browser',
    push: {
      on: 'Warnings come to this browser.',
      off: 'Warnings do not come to this browser yet.',
      denied: 'This browser does not let this page show notifications. Allow them in its settings, and try again.',
      failed: 'It did not work: the browser’s push service or the desk did not answer as it should. Please try again.',
      unable: 'This browser cannot take warnings: it has no Web Push, or the page was not opened over https.',
    },
  },
  fr: {
    language: 'fr',
    state: {
      'in-force': 'Cette alerte est en vigueur.',
      cancelled: 'ANNULÉE. Cette alerte n’est plus valable.',
      replaced: 'REMPLACÉE par une alerte plus récente.',
      expired: 'EXPIRÉE. Cette alerte n’est plus en vigueur.',
    },
    readNewest: 'Lire la plus récente.',
    released: 'diffusée le',
    signedCap: 'CAP 1.2 signé',
    allWarnings: 'toutes les alertes',
    warnings: 'Alertes',
    noWarnings: 'Il n’y a aucune alerte publique.',
    otherLanguages: 'Autres langues',
    broken: 'Ce lien est incomplet : veuillez le copier en entier depuis le message.',
    none: 'Cette alerte publique n’existe pas.',
    notFound: 'Introuvable',
    warning: 'Alerte',
    replacedForYou: 'REMPLACÉE par une alerte plus récente, qui vous a été envoyée aussi si elle vous concerne.',
    confirm: 'Confirmez que vous l’avez lue',
    yourName: 'Votre nom',
    haveRead: 'J’ai lu cette alerte',
    confirmedBy: 'Confirmée par',
    whatWasDone: 'Qu’est-ce qui a été fait ?',
    whatFor: 'Pour que le bureau sache ce qu’il n’a plus à demander',
    send: 'Envoyer',
    done: 'Fait',
    subscribe: 'Alertes sur ce navigateur',
    subscribeFor: 'Alertes pour',
    needsScript: 'Un navigateur ne peut être prévenu que s’il exécute les scripts.',
    turnOn: 'M’alerter sur ce navigateur',
    turnOff: 'Ne plus m’alerter sur ce navigateur',
    push: {
      on: 'Les alertes arrivent sur ce navigateur.',
      off: 'Les alertes n’arrivent pas encore sur ce navigateur.',
      denied:
        'Ce navigateur interdit à cette page d’afficher des notifications. Autorisez-les dans ses réglages et réessayez.',
      failed: 'Échec : le service du navigateur ou le bureau n’a pas répondu comme prévu. Veuillez réessayer.',
      unable: 'Ce navigateur ne peut pas recevoir d’alertes : pas de Web Push, ou la page n’est pas ouverte en https.',
    },
  },
  es: {
    language: 'es',
    state: {
      'in-force': 'Esta alerta está vigente.',
      cancelled: 'CANCELADA. Esta alerta ya no es válida.',
      replaced: 'SUSTITUIDA por una alerta más reciente.',
      expired: 'CADUCADA. Esta alerta ya no está vigente.',
    },
    readNewest: 'Leer la más reciente.',
    released: 'emitida el',
    signedCap: 'CAP 1.2 firmado',
    allWarnings: 'todas las alertas',
    warnings: 'Alertas',
    noWarnings: 'No hay ninguna alerta pública.',
    otherLanguages: 'Otros idiomas',
    broken: 'Este enlace está incompleto: cópielo entero del mensaje, por favor.',
    none: 'Esa alerta pública no existe.',
    notFound: 'No encontrado',
    warning: 'Alerta',
    replacedForYou: 'SUSTITUIDA por una alerta más reciente, que también se le ha enviado si le concierne.',
    confirm: 'Confirme que la ha leído',
    yourName: 'Su nombre',
    haveRead: 'He leído esta alerta',
    confirmedBy: 'Confirmada por',
    whatWasDone: '¿Qué se ha hecho?',
    whatFor: 'Para que la oficina sepa lo que ya no hace falta preguntar',
    send: 'Enviar',
    done: 'Hecho',
    subscribe: 'Alertas en este navegador',
    subscribeFor: 'Alertas para',
    needsScript: 'Solo se puede avisar a un navegador que ejecute scripts.',
    turnOn: 'Avisarme en este navegador',
    turnOff: 'No avisarme más en este navegador',
    push: {
      on: 'Las alertas llegan a este navegador.',
      off: 'Las alertas aún no llegan a este navegador.',
      denied:
        'Este navegador no permite que la página muestre notificaciones. Permítalas en sus ajustes e inténtelo otra vez.',
      failed: 'No ha funcionado: el servicio del navegador o la oficina no respondió como debía. Inténtelo otra vez.',
      unable: 'Este navegador no puede recibir alertas: no tiene Web Push, o la página no se abrió por https.',
    },
  },
  de: {
    language: 'de',
    state: {
      'in-force': 'Diese Warnung gilt.',
      cancelled: 'AUFGEHOBEN. Diese Warnung gilt nicht mehr.',
      replaced: 'ERSETZT durch eine neuere Warnung.',
      expired: 'ABGELAUFEN. Diese Warnung gilt nicht mehr.',
    },
    readNewest: 'Die neueste lesen.',
    released: 'herausgegeben am',
    signedCap: 'CAP 1.2, signiert',
    allWarnings: 'alle Warnungen',
    warnings: 'Warnungen',
    noWarnings: 'Es gibt keine öffentliche Warnung.',
    otherLanguages: 'Andere Sprachen',
    broken: 'Dieser Link ist nicht vollständig: Bitte kopieren Sie ihn ganz aus der Nachricht.',
    none: 'Diese öffentliche Warnung gibt es nicht.',
    notFound: 'Nicht gefunden',
    warning: 'Warnung',
    replacedForYou: 'ERSETZT durch eine neuere Warnung, die auch Ihnen geschickt wurde, wenn sie Sie betrifft.',
    confirm: 'Bestätigen Sie, dass Sie dies gelesen haben',
    yourName: 'Ihr Name',
    haveRead: 'Ich habe diese Warnung gelesen',
    confirmedBy: 'Bestätigt von',
    whatWasDone: 'Was wurde getan?',
    whatFor: 'Damit die Stelle weiß, wonach sie nicht mehr fragen muss',
    send: 'Senden',
    done: 'Getan',
    subscribe: 'Warnungen in diesem Browser',
    subscribeFor: 'Warnungen für',
    needsScript: 'Ein Browser kann nur gewarnt werden, wenn er Skripte ausführt.',
    turnOn: 'In diesem Browser warnen',
    turnOff: 'In diesem Browser nicht mehr',
    push: {
      on: 'Warnungen kommen in diesem Browser an.',
      off: 'Warnungen kommen in diesem Browser noch nicht an.',
      denied:
        'Dieser Browser lässt die Seite keine Mitteilungen zeigen. Erlauben Sie sie in seinen Einstellungen und versuchen Sie es noch einmal.',
      failed:
        'Es ging nicht: Der Dienst des Browsers oder die Stelle hat nicht geantwortet. Bitte noch einmal versuchen.',
      unable:
        'Dieser Browser kann keine Warnungen empfangen: Er hat kein Web Push, oder die Seite wurde nicht über https geöffnet.',
    },
  },
};

/** The words in a language (BCP 47), or in English. */
export const pageWords = (language: string): PageWords => WORDS[language.split('-')[0]!.toLowerCase()] ?? WORDS.en!;
