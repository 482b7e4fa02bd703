/** The rules of CAP 1.2 that no schema can hold, as one table. */
import type { CapMessage, Info } from './message.js';
import { circleFault, polygonFault } from './shapes.js';

/** Something that is wrong with a message: the rule, its clause, and whether it must not go out (`grave`) or only should not. */
export interface Fault {
  rule: string;
  clause: string;
  grave: boolean;
  text: string;
}

/** One rule: what it says of a message, a line for each breach. */
interface Rule {
  rule: string;
  clause: string;
  grave: boolean;
  breaches: (message: CapMessage) => string[];
}

/** A time with its offset; "Z" and fractions are not CAP (clause 3.3.2). */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/;
const say = (wrong: boolean, text: string): string[] => (wrong ? [text] : []);
const infos = (breaches: (info: Info, name: string) => string[]) => (message: CapMessage) =>
  message.info.flatMap((info, i) => breaches(info, message.info.length > 1 ? `info ${i + 1}` : 'info'));
const shapes = (kind: 'polygon' | 'circle', fault: (text: string) => string | null) =>
  infos((info) =>
    info.area.flatMap((area) =>
      area[kind].flatMap((text) => {
        const found = fault(text);
        return found === null ? [] : [`a ${kind} of “${area.areaDesc}” ${found}`];
      }),
    ),
  );
const FOLLOWS: readonly string[] = ['Update', 'Cancel', 'Ack', 'Error'];

const RULES: readonly Rule[] = [
  {
    rule: 'identifier',
    clause: '3.2.1',
    grave: true,
    breaches: ({ identifier, sender }) => [
      ...say(
        !/^[^\s,<&]+$/.test(identifier),
        `the identifier “${identifier}” is empty or has a space, a comma, < or &`,
      ),
      ...say(!/^[^\s,<&]+$/.test(sender), `the sender “${sender}” is empty or has a space, a comma, < or &`),
    ],
  },
  {
    rule: 'follows',
    clause: '3.2.1',
    grave: true,
    breaches: ({ msgType, references }) =>
      say(
        FOLLOWS.includes(msgType) && references.length === 0,
        `of type ${msgType}, but names no message that it follows`,
      ),
  },
  {
    rule: 'references',
    clause: '3.2.1',
    grave: true,
    breaches: ({ identifier, sender, sent, references }) =>
      references.flatMap((each) => [
        ...say(each.identifier === identifier && each.sender === sender, 'refers to itself'),
        ...say(Date.parse(each.sent) > Date.parse(sent), `refers to ${each.identifier}, which was sent after it`),
      ]),
  },
  {
    rule: 'restriction',
    clause: '3.2.1',
    grave: false,
    breaches: ({ scope, restriction }) => [
      ...say(scope === 'Restricted' && restriction === null, 'restricted, but does not say how'),
      ...say(scope !== 'Restricted' && restriction !== null, `has a restriction, but its scope is ${scope}`),
    ],
  },
  {
    rule: 'addresses',
    clause: '3.2.1',
    grave: true,
    breaches: ({ scope, addresses }) =>
      say(scope === 'Private' && addresses.length === 0, 'private, but addressed to nobody'),
  },
  {
    rule: 'note',
    clause: '3.2.1',
    grave: false,
    breaches: ({ status, msgType, note }) => [
      ...say(status === 'Exercise' && note === null, 'an exercise without a note that names it'),
      ...say(msgType === 'Error' && note === null, 'an error without a note that says what was wrong'),
    ],
  },
  {
    rule: 'info',
    clause: '3.2.2',
    grave: false,
    breaches: ({ msgType, info }) =>
      say((msgType === 'Alert' || msgType === 'Update') && info.length === 0, `of type ${msgType}, but tells nothing`),
  },
  {
    rule: 'times',
    clause: '3.2.2',
    grave: true,
    breaches: infos((info, name) =>
      say(
        info.expires !== null && info.effective !== null && Date.parse(info.expires) < Date.parse(info.effective),
        `${name} expires before it takes effect`,
      ),
    ),
  },
  {
    rule: 'zone',
    clause: '3.3.2',
    grave: false,
    breaches: ({ sent, references }) =>
      [sent, ...references.map((each) => each.sent)]
        .filter((time) => !TIME.test(time))
        .map((time) => `the time “${time}” is not written with its offset`),
  },
  {
    rule: 'markup',
    clause: '3.3.3',
    grave: false,
    breaches: infos((info, name) =>
      (['headline', 'description', 'instruction'] as const)
        .filter((slot) => /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+);/i.test(info[slot] ?? ''))
        .map((slot) => `the ${slot} of ${name} has HTML in it`),
    ),
  },
  {
    rule: 'expires',
    clause: '3.2.2',
    grave: false,
    breaches: infos((info, name) => say(info.expires === null, `${name} does not say when it expires`)),
  },
  {
    rule: 'headline',
    clause: '3.2.2',
    grave: false,
    breaches: infos((info, name) =>
      say((info.headline ?? '').length > 160, `the headline of ${name} is longer than 160 characters`),
    ),
  },
  {
    rule: 'areaDesc',
    clause: '3.2.4',
    grave: true,
    breaches: infos((info, name) =>
      say(
        info.area.some(({ areaDesc }) => areaDesc === ''),
        `${name} has an area without a name`,
      ),
    ),
  },
  { rule: 'polygon', clause: '3.2.4', grave: true, breaches: shapes('polygon', polygonFault) },
  { rule: 'circle', clause: '3.2.4', grave: true, breaches: shapes('circle', circleFault) },
  {
    rule: 'ceiling',
    clause: '3.2.4',
    grave: false,
    breaches: infos((info) =>
      info.area.flatMap(({ areaDesc, altitude, ceiling }) =>
        say(ceiling !== null && altitude === null, `“${areaDesc}” has a ceiling without an altitude`),
      ),
    ),
  },
];

/** What is wrong with a message beyond its schema, in the order of the table. */
export function faultsOf(message: CapMessage): Fault[] {
  return RULES.flatMap(({ rule, clause, grave, breaches }) =>
    breaches(message).map((text) => ({ rule, clause, grave, text })),
  );
}
