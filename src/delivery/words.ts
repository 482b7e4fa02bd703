/** Words around a message, by language; who adds a language adds a column. Where there is none, English. */
import type { CaseWarning } from '../store/cases/case.js';

export interface Words {
  where: string;
  when: string;
  action: string;
  authority: string;
  contact: string;
  validUntil: string;
  update: string;
  cancelled: string;
  cancelledSays: string;
  acknowledge: string;
  sharing: string;
}

const WORDS: Record<string, Words> = {
  en: {
    where: 'Where',
    when: 'When',
    action: 'What to do',
    authority: 'Who says so',
    contact: 'Contact',
    validUntil: 'Valid until',
    update: 'Update',
    cancelled: 'Cancelled',
    cancelledSays: 'The warning below no longer holds.',
    acknowledge: 'Please confirm that a person has read this',
    sharing: 'Sharing',
  },
  fr: {
    where: 'Où',
    when: 'Quand',
    action: 'Que faire',
    authority: 'Source',
    contact: 'Contact',
    validUntil: 'Valable jusqu’au',
    update: 'Mise à jour',
    cancelled: 'Annulée',
    cancelledSays: 'L’alerte ci-dessous n’est plus valable.',
    acknowledge: 'Veuillez confirmer qu’une personne l’a lue',
    sharing: 'Diffusion',
  },
  es: {
    where: 'Dónde',
    when: 'Cuándo',
    action: 'Qué hacer',
    authority: 'Fuente',
    contact: 'Contacto',
    validUntil: 'Válida hasta',
    update: 'Actualización',
    cancelled: 'Cancelada',
    cancelledSays: 'La alerta que sigue ya no está vigente.',
    acknowledge: 'Confirme, por favor, que una persona la ha leído',
    sharing: 'Difusión',
  },
  de: {
    where: 'Wo',
    when: 'Wann',
    action: 'Was zu tun ist',
    authority: 'Quelle',
    contact: 'Kontakt',
    validUntil: 'Gültig bis',
    update: 'Aktualisierung',
    cancelled: 'Aufgehoben',
    cancelledSays: 'Die folgende Warnung gilt nicht mehr.',
    acknowledge: 'Bitte bestätigen Sie, dass ein Mensch dies gelesen hat',
    sharing: 'Weitergabe',
  },
};

export const wordsOf = (language: string): Words => WORDS[language.split('-')[0]!.toLowerCase()] ?? WORDS.en!;

/** The headline as it stands at the top: what updates or cancels says so first, so that nobody takes it for an alert. */
export function titled(kind: CaseWarning['kind'], headline: string, language: string): string {
  const words = wordsOf(language);
  if (kind === 'Alert') return headline;
  return `${kind === 'Cancel' ? words.cancelled : words.update}: ${headline}`;
}

/** A time as people write it, in UTC so that it means the same everywhere: "8 March 2024, 18:00 UTC". */
export function written(time: Date, language: string): string {
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC', hourCycle: 'h23' } as const;
  return `${new Intl.DateTimeFormat([...localesOf(language), 'en-GB'], form).format(time)} UTC`;
}

/** What is written as a language tag and is none must not keep a warning from going out. */
function localesOf(language: string): string[] {
  try {
    return Intl.getCanonicalLocales(language === 'en' ? 'en-GB' : language);
  } catch {
    return [];
  }
}
