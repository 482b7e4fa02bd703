/** Words whose full stop does not end a sentence, folded. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const ABBREVIATIONS = list(
  `mr mrs ms dr prof gen brig maj col lt capt sgt cpl pvt adm cmdr cdr comdr supt insp det rep sen gov pres amb rev fr
  hon st sr jr mt ft jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat
  vs approx est dept univ bros messrs msgr vice-adm maj-gen lt-gen brig-gen gov-gen asst assoc`,
);

/** Only before a number: "No. 5", "p. 12". */
export const ABBREVIATIONS_BEFORE_NUMBERS = list('no nos p pp art sec fig vol ch par para cl');
