/** Words that say what became of people: killed or injured, and whether their number is that of the subject or the object. */

/** Verbs that kill by themselves; `DIE` are those whose subject is the dead. */
export const KILL =
  /^(?:kill|gun|mow|murder|massacre|slay|behead|decapitate|assassinate|execute|slaughter|butcher|lynch|drown|martyr|strangle|incinerate|machine-gun)$/;
export const DIE = /^(?:die|perish|succumb)$/;
export const INJURE = /^(?:wound|injure|hurt|maim|hospitalize|hospitalise|burn|scald|concuss)$/;
/** With "to death": "stabbed three people to death". */
export const TO_DEATH =
  /^(?:stab|hack|beat|put|bludgeon|shoot|burn|crush|club|stone|trample|kick|knife|batter|blow|torture|bleed)$/;
export const DEAD_NOUNS = /^(?:dead|death|fatality|body|corpse|slain)$/;
export const INJURED_NOUNS = /^(?:wounded|injured|injury|wound)$/;
/** "were treated for cuts", "needed treatment", "were rushed to hospital". */
export const CARE = /^(?:treatment|care|surgery|hospitalisation|hospitalization)$/;
export const BROUGHT = /^(?:take|rush|bring|admit|evacuate|airlift|send|carry)$/;
/** "fell" of the dead: without these behind it. */
export const FELL_ELSEWHERE =
  /^(?:into|from|to|on|upon|off|under|for|ill|asleep|silent|through|behind|below|back|down|out|over|victim)$/;
/** Nouns before "of …": what was taken from those whom it names. */
export const DEATHS_OF = /^(?:lives|bodies|deaths?|killings?|murders?|slayings?|executions?|massacre)$/;
/** "suffered burns", "sustained injuries", "received wounds". */
export const SUFFER = /^(?:suffer|sustain|receive|get)$/;
export const HARM = /^(?:injury|wound|burn|cut|bruise|fracture|concussion|shock)$/;
/** Of a toll: "rose to 137", "stands at 35". */
export const TOLL_MOVES =
  /^(?:rise|raise|bring|climb|grow|increase|revise|put|stand|jump|reach|lower|cut|fall|go|pass|soar|mount|give)$/;
