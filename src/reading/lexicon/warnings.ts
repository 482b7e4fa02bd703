/** How warnings are worded: verbs of telling, what is told, to whom it may be told, and what people are told to do. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Verbs that by themselves warn: their object is who is warned. */
export const WARNING_VERBS = words('warn alert caution forewarn');
/** Verbs that warn by asking people to take care: they need an infinitive of care. */
export const ADVISING_VERBS = words(
  'urge advise tell ask order instruct call recommend counsel encourage remind appeal implore beg beseech exhort direct request',
);
/** What people are told to do about a danger, by lemma of the verb in the infinitive (with its particle where it needs one). */
export const CARE = words(`
  leave avoid evacuate flee stay_away stay_out stay_indoors keep_away move_away get_out stay_home shelter reconsider depart keep_clear steer_clear keep_out stay_off
  defer cancel postpone hide relocate withdraw move_out get_away lie_low refrain
`);
/** "be watchful", "remain vigilant", "exercise caution", "seek shelter", "stay at home", "not to travel". */
export const CAREFUL =
  /\b(?:watchful|vigilant|vigilance|alert|careful|caution|cautious|on (?:their|its|your) guard|lookout|on guard|shelter|indoors|at home|in (?:your|their) homes|safe place|not (?:to )?(?:move|travel|go|visit|gather|attend)|against (?:all )?travel|away from|clear of|out of|low profile|aware of|precautions?|attention|surroundings|unnecessary|non-essential|minimi[sz]e|limit|restrict|safety|mainland|crowds?|crowded|public places|gatherings)\b/;
/** Verbs by which information is passed on. */
export const PASSING_VERBS = words(
  'share pass pass_on give send relay forward convey hand provide deliver communicate transmit supply',
);
/** What is passed on that may be a warning. */
export const PASSED = words(
  'information intelligence warning tip tip-off substance memorandum detail message report alert note letter memo dossier file cable telegram communique tip-offs word',
);
/** Nouns for warnings made known. */
export const ADVISORIES = words('advisory alert warning bulletin notice advice alarm caution notam circular');
/** Verbs that make them known. */
export const ISSUING_VERBS = words(
  'issue publish release post send put_out give circulate follow repeat renew update extend reissue receive sound broadcast telephone phone telex deliver convey air relay make transmit announce disseminate distribute call_in phone_in radio',
);
/** Nouns for the danger spoken of, and what makes them a warning. */
export const RISKS = words('risk threat danger likelihood possibility');
export const RAISED = words(
  'elevated increased high heightened higher acute significant substantial continuing ongoing constant strong considerable raised credible imminent serious specific grave real severe high-level growing',
);
export const SPEAKING_VERBS = words('speak say tell report cite mention note state announce');
/** Verbs by which people turn to those who protect them, and who that is. */
export const TURNING_VERBS = words(
  'report contact phone call approach notify tip_off telephone e-mail write complain ring rang inform alert email text',
);
export const PROTECTORS =
  words(`police authority hotline service mi5 fbi officer constabulary intelligence embassy consulate gendarmerie army force military council ministry airport airline hotel newspaper station broadcaster
  television radio agency hospital samaritan switchboard`);
/** Whoever may be told to take care: people and their ships, by the head of the phrase. */
export const ADDRESSEES = words(`
  citizen national resident public people american briton tourist traveller traveler visitor staff ship vessel worshipper student foreigner
  westerner expatriate community employee family member personnel household inhabitant follower driver crew airline operator organisation organization company everybody everyone anyone commuter motorist passenger parent spectator pilgrim trader
  villager islander fisherman fan voter civilian muslim jew christian business firm farmer herder journalist worker shopper subject compatriot
  countryman mariner shipping seafarer carrier pilot subscriber townspeople
`);
/** Verbs by which the next sentence goes on with the same warning: "It listed…", "It named…". */
export const CONTINUING_VERBS = words(
  'list name identify mention add speak say cite warn advise recommend tell note point urge',
);
/** "telephoned the station and said that": verbs by which a warning is rung in, and those that then tell it. */
export const RINGING_VERBS = words(
  'ring rang phone call telephone contact e-mail email text radio telegraph write reach',
);
/** Verbs that tell a fact to somebody; "was tipped off that". */
export const INFORMING_VERBS = words('tell inform notify tip tip_off alert brief apprise advise');
/** Verbs of those to whom a warning comes. */
export const RECEIVING_VERBS = words('receive get obtain have');

/** What an office's own alert is headed with. */
export const ALERT_TITLES =
  /\b(?:security alert|travel (?:advisory|advice|alert|warning)|emergency (?:message|alert)|security message|worldwide caution|terrorism alert|safety alert|demonstration alert|warden message)\b/i;
