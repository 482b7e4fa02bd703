/** Words that say what became of people: killed or injured, and whether their number is that of the subject or the object. */

/** Verbs that kill by themselves; `DIE` are those whose subject is the dead. */
export const KILL =
  /^(?:kill|murder|massacre|slay|behead|decapitate|assassinate|execute|slaughter|butcher|lynch|drown|martyr|strangle|incinerate|machine-gun)$/;
export const DIE = /^(?:die|perish|succumb)$/;
export const INJURE = /^(?:wound|injure|hurt|maim|hospitalize|hospitalise|burn|scald|concuss)$/;
/** With "to death": "stabbed three people to death". */
export const TO_DEATH =
  /^(?:stab|hack|beat|bludgeon|shoot|burn|crush|club|stone|trample|kick|knife|batter|blow|torture|bleed)$/;
export const DEAD_NOUNS = /^(?:dead|death|fatality|body|corpse|slain)$/;
export const INJURED_NOUNS = /^(?:wounded|injured|injury|wound)$/;
/** "suffered burns", "sustained injuries", "received wounds". */
export const SUFFER = /^(?:suffer|sustain|receive|get)$/;
export const HARM = /^(?:injury|wound|burn|cut|bruise|fracture|concussion|shock)$/;
/** Of a toll: "rose to 137", "stands at 35". */
export const TOLL_MOVES =
  /^(?:rise|raise|bring|climb|grow|increase|revise|put|stand|jump|reach|lower|cut|fall|go|pass|soar|mount)$/;
