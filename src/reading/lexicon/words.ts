/** Words of this field and closed-class words that the general lexicon lacks or ranks wrongly, and irregular forms. */

const spread = (table: Record<string, string>): Record<string, string> => {
  const out: Record<string, string> = {};
  for (const [tags, words] of Object.entries(table)) for (const word of words.split(/\s+/)) out[word] = tags;
  return out;
};

/** Folded word → its tags, likeliest first. They replace the lexicon's. */
export const EXTRA_WORDS: Record<string, string> = spread({
  CD: `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion`,
  DT: 'a an the this these those some any each every another both all no several',
  IN: `of by with from into during against among between before after since until while whereas although though because
    unless despite towards toward throughout near outside inside behind across around upon amid under above below within
    without beneath if as for in on at via per like past`,
  RP: 'out off up down away back',
  TO: 'to',
  MD: 'may might can could will would shall should must cannot',
  JJ: 'dead alive first second third fourth fifth sixth seventh eighth ninth tenth',
  'NN JJ': 'general',
  PRP: 'i you he she it we they me him us them himself herself itself themselves',
  PRP$: 'my your his its our their',
  'PRP$ PRP': 'her',
  WP: 'who whom whose what',
  WDT: 'which',
  'IN DT WDT': 'that',
  WRB: 'when where why how whenever wherever',
  CC: 'and or but nor',
  VBZ: 'is has does says abducts beheads hijacks detonates assassinates',
  VBP: 'are am have do',
  VBD: 'was were had did said told',
  VB: 'be',
  VBN: 'been mown',
  RB: "not n't never also still already then there here soon later earlier ago apparently reportedly allegedly",
  'VB VBP':
    'say include abduct behead hijack decapitate strangle slay commandeer maim waylay vandalize vandalise firebomb detonate assassinate',
  NN: `constable militant jihadist jihadi islamist ied vbied suicide hostage-taker gunman bomber warhead kalashnikov airstrike
    caliphate dozen checkpoint website lakh crore jawan kilometre metre sarin detonator organiser belt vest ringleader advisory mastermind stronghold affiliate offshoot splinter operative founder cofounder`,
  NNS: 'dozens checkpoints websites jawans kilometres metres detonators organisers thousands hundreds militants jihadists jihadis islamists ieds vbieds rebels insurgents extremists fighters operatives mujahideen mujahedeen',
  'VBD VBN': `claimed blamed warned denied vowed attacked bombed detonated exploded stormed ambushed kidnapped abducted
    targeted raided arrested detained seized freed rescued hijacked assassinated murdered beheaded stabbed rammed
    threatened urged condemned sentenced convicted charged designated sanctioned pledged splintered founded operated
    thwarted foiled disrupted prevented averted plotted planned prepared`,
  'VBD VBN JJ': 'killed wounded injured suspected accused armed masked',
  'NN VB VBP':
    'attack bomb raid ambush strike plot claim blast threat assault siege kidnap plan torch stab knife butcher dynamite',
  'NNS VBZ': 'attacks bombs raids ambushes strikes plots claims blasts plans assaults',
  'NN VBG':
    'bombing shooting stabbing killing kidnapping beheading warning hijacking uprising meeting building training fighting',
  'NNS VBG': 'bombings shootings stabbings killings kidnappings beheadings warnings hijackings',
});

export const IRREGULAR_VERBS: Record<string, string> = Object.fromEntries(
  `mown mow|is be|are be|am be|was be|were be|been be|being be|'s be|'re be|has have|had have|having have|'ve have|does do|did do|done do|doing do
  said say|says say|told tell|went go|gone go|took take|taken take|shot shoot|blew blow|blown blow|set set|hit hit|put put|cut cut|let let|shut shut|spread spread
  held hold|kept keep|left leave|led lead|lost lose|made make|meant mean|met meet|paid pay|ran run|rose rise|risen rise|saw see|seen see|sent send|spent spend
  stood stand|struck strike|stricken strike|swore swear|sworn swear|spoke speak|spoken speak|stole steal|stolen steal|threw throw|thrown throw|thought think
  wrote write|written write|won win|wore wear|worn wear|came come|became become|began begin|begun begin|broke break|broken break|brought bring|built build
  bought buy|caught catch|chose choose|chosen choose|drove drive|driven drive|fell fall|fallen fall|fought fight|found find|fled flee|flew fly|flown fly
  got get|gotten get|gave give|given give|grew grow|grown grow|hid hide|hidden hide|knew know|known know|lay lie|laid lay|died die|dying die|lying lie|tied tie
  bore bear|borne bear|burnt burn|dealt deal|drew draw|drawn draw|fed feed|forbade forbid|forbidden forbid|felt feel|heard hear|hung hang|slew slay|slain slay
  sought seek|sold sell|shook shake|shaken shake|slipped slip|bound bind|wound wind|wounded wound|founded found|withdrew withdraw|withdrawn withdraw
  overran overrun|undertook undertake|undertaken undertake|foresaw foresee|understood understand|broadcast broadcast|burst burst|split split|beat beat|beaten beat
  read read|rode ride|ridden ride|sank sink|sunk sink|swept sweep|taught teach|tore tear|torn tear|woke wake|tried try|vied vie|implied imply|'m be|'d would|'ll will
  shown show|froze freeze|frozen freeze|overthrew overthrow|overthrown overthrow|arose arise|arisen arise|clung cling|crept creep|dug dig|forgot forget|leapt leap
  lent lend|lit light|proven prove|rang ring|rung ring|shrank shrink|slid slide|sown sow|stuck stick|stung sting|strewn strew|strove strive|swung swing
  underwent undergo|undergone undergo|withheld withhold|withstood withstand|bitten bite|drank drink|ate eat|sang sing|sat sit|slept sleep|swam swim
  overtook overtake|overtaken overtake|foreseen foresee|mistook mistake|upheld uphold|forgave forgive|sprang spring|sprung spring`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

export const IRREGULAR_NOUNS: Record<string, string> = Object.fromEntries(
  `people person|men man|women woman|children child|police police|forces force|buses bus|gases gas|lives life|wives wife|knives knife|feet foot|media media
  series series|headquarters headquarters|news news|means means|species species|businesses business|bodies body|troops troop|marines marine|aircraft aircraft
  policemen policeman|servicemen serviceman|gunmen gunman|crises crisis|bases base|viruses virus|campuses campus|axes axe|ashes ash|casualties casualty|us us|its its
  this this|is is|was was|his his|as as|has has|mujahideen mujahid|mujahedeen mujahid|goods goods|arms arms|explosives explosive|remains remains`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
