/** The 25-slot template of MUC-4 (task documentation v7, 1992) and how it is printed. */

/** A value with the strings it refers to by cross-reference. */
export interface Tagged {
  value: string;
  /** Text of the slot that it belongs to, without quotes; null for none. */
  of: string | null;
}

export interface Template {
  message: string;
  date: string | null;
  location: string;
  type: string;
  stage: string;
  instruments: string[];
  instrumentTypes: Tagged[];
  category: string | null;
  perpetrators: string[];
  organizations: string[];
  confidences: Tagged[];
  targets: string[];
  targetTypes: Tagged[];
  targetNumbers: Tagged[];
  targetNations: Tagged[];
  targetEffects: Tagged[];
  targetTotal: string | null;
  names: string[];
  descriptions: Tagged[];
  humanTypes: Tagged[];
  humanNumbers: Tagged[];
  humanNations: Tagged[];
  humanEffects: Tagged[];
  humanTotal: string | null;
}

const LABELS = [
  'MESSAGE: ID',
  'MESSAGE: TEMPLATE',
  'INCIDENT: DATE',
  'INCIDENT: LOCATION',
  'INCIDENT: TYPE',
  'INCIDENT: STAGE OF EXECUTION',
  'INCIDENT: INSTRUMENT ID',
  'INCIDENT: INSTRUMENT TYPE',
  'PERP: INCIDENT CATEGORY',
  'PERP: INDIVIDUAL ID',
  'PERP: ORGANIZATION ID',
  'PERP: ORGANIZATION CONFIDENCE',
  'PHYS TGT: ID',
  'PHYS TGT: TYPE',
  'PHYS TGT: NUMBER',
  'PHYS TGT: FOREIGN NATION',
  'PHYS TGT: EFFECT OF INCIDENT',
  'PHYS TGT: TOTAL NUMBER',
  'HUM TGT: NAME',
  'HUM TGT: DESCRIPTION',
  'HUM TGT: TYPE',
  'HUM TGT: NUMBER',
  'HUM TGT: FOREIGN NATION',
  'HUM TGT: EFFECT OF INCIDENT',
  'HUM TGT: TOTAL NUMBER',
] as const;

const WIDTH = 36;
const quote = (text: string): string => `"${text.replace(/"/g, '\\"')}"`;
const tagged = ({ value, of }: Tagged): string => (of === null ? `${value}: "-"` : `${value}: ${quote(of)}`);
const described = ({ value, of }: Tagged): string => (of === null ? quote(value) : `${quote(value)}: ${quote(of)}`);

/** Slots that do not apply to a type of incident, by number: printed as an asterisk. */
const INAPPLICABLE: Record<string, readonly number[]> = {
  ARSON: [6, 7],
  KIDNAPPING: [6, 7, 12, 13, 14, 15, 16, 17],
};

/** One template as text, a line a fill, slots numbered from 0; `number` counts from 1 within the message. */
export function printTemplate(t: Template, number: number): string {
  const one = (value: string | null): string[] => (value === null ? [] : [value]);
  const fills: string[][] = [
    [t.message],
    [String(number)],
    one(t.date),
    [t.location],
    [t.type],
    [t.stage],
    t.instruments.map(quote),
    t.instrumentTypes.map(tagged),
    one(t.category),
    t.perpetrators.map(quote),
    t.organizations.map(quote),
    t.confidences.map(tagged),
    t.targets.map(quote),
    t.targetTypes.map(tagged),
    t.targetNumbers.map(tagged),
    t.targetNations.map(tagged),
    t.targetEffects.map(tagged),
    one(t.targetTotal),
    t.names.map(quote),
    t.descriptions.map(described),
    t.humanTypes.map(tagged),
    t.humanNumbers.map(tagged),
    t.humanNations.map(tagged),
    t.humanEffects.map(tagged),
    one(t.humanTotal),
  ];
  const none = INAPPLICABLE[t.type] ?? [];
  return print(fills.map((lines, slot) => (none.includes(slot) ? ['*'] : lines.length ? lines : ['-'])));
}

/** What stands for a message without a relevant incident: all slots but the identifier inapplicable. */
export function printIrrelevant(message: string): string {
  return print(LABELS.map((_, slot) => (slot === 0 ? [message] : ['*'])));
}

function print(slots: string[][]): string {
  return slots
    .map((lines, slot) => {
      const label = `${`${slot}.`.padEnd(4)}${LABELS[slot]}`;
      return lines.map((line, i) => (i === 0 ? label : '').padEnd(WIDTH) + line).join('\n');
    })
    .join('\n');
}
