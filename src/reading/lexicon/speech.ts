/** Verbs after which a clause is what somebody says, knows or judges, by base form, with the stance that they lend it. */

/** `says`: as fact · `assesses`: as a judgement · `accuses` · `denies` · `claims`: of the speaker's own deeds or against doubt. */
export type Voice = 'says' | 'assesses' | 'accuses' | 'denies' | 'claims';

const table: Record<Voice, string> = {
  says: `say tell report announce state add testify confirm note declare explain reveal acknowledge admit recall remark disclose
    inform write repeat warn caution stress emphasize emphasise tweet post comment recount relate concede describe show put threaten vow swear promise pledge`,
  assesses:
    'believe think assess judge conclude suspect estimate suggest indicate find determine fear consider expect understand reckon rule establish infer surmise',
  accuses: 'allege accuse charge blame insist argue',
  denies: 'deny reject dismiss dispute refute doubt',
  claims: 'claim boast maintain protest',
};

export const SPEECH: ReadonlyMap<string, Voice> = new Map(
  Object.entries(table).flatMap(([voice, verbs]) => verbs.split(/\s+/).map((verb) => [verb, voice as Voice])),
);
