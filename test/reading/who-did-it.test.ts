import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

/** Each incident by type, status and place, and each attribution with the place of its incident. */
function said(text: string): string[] {
  const { actors, attributions, incidents, places } = read(reportOf(text, '2023-03-14'));
  const name = (id: string | null): string => actors.find((actor) => actor.id === id)?.name ?? '-';
  const where = (id: string): string => {
    const incident = incidents.find((each) => each.id === id);
    return places.find((place) => place.id === incident?.place)?.name ?? '-';
  };
  return [
    ...incidents.map(({ id, type, status }) => `${type} ${status} ${where(id)}`),
    ...attributions.map(
      ({ incident, actor, stance, by }) => `${where(incident)}: ${name(actor)} ${stance} by ${name(by)}`,
    ),
  ];
}

const CASES: [text: string, ...expected: string[]][] = [
  // acts by what they do, not by their own word
  [
    'The mayor escaped unhurt on Monday when his car was fired on near Osh. The attack was not claimed.',
    'armed-assault occurred Osh',
  ],
  ['Militants said nothing. A minibus hit a roadside bomb in Gao on Tuesday.', 'bombing occurred Gao'],
  [
    'Two soldiers died when their lorry ran over a landmine near Kidal on Monday. The army blamed JNIM.',
    'bombing occurred Kidal',
    "Kidal: Jama'at Nusrat al-Islam wal-Muslimin accused by army",
  ],
  [
    'Al-Shabaab said it was responsible for the mortar rounds that landed on the airport at Baidoa on Sunday.',
    'bombing occurred Baidoa',
    'Baidoa: Al-Shabaab claimed by Al-Shabaab',
  ],
  [
    'A jihadist was overpowered before he could detonate his vest at a church in Medan on Sunday.',
    'bombing foiled Medan',
  ],
  // killings that somebody owns up to
  [
    'The IRA acknowledged the murder of Patrick Doyle, a magistrate, in Newry in May 2020.',
    'assassination occurred Newry',
    'Newry: Irish Republican Army claimed by Irish Republican Army',
  ],
  [
    'On 25 February the editor Anwar Kazi and his brother were killed in a flat in Dhaka. Ansar al-Islam said its members had done so.',
    'assassination occurred Dhaka',
    'Dhaka: Ansar al-Islam claimed by Ansar al-Islam',
  ],
  // the one who opens the sentence speaks, not the last who is named before the verb
  [
    'Lashkar-e-Jhangvi, a militant group with ties to the Pakistani Taliban, said on Friday it had bombed a club in Quetta.',
    'bombing occurred Quetta',
    'Quetta: Lashkar-e-Jhangvi claimed by Lashkar-e-Jhangvi',
  ],
  [
    'A voice, claiming to speak for ETA, disowned the bombing in Bilbao on Monday.',
    'bombing occurred Bilbao',
    'Bilbao: ETA denied by ETA',
  ],
  [
    "Gunmen attacked a patrol in Derry on Monday. The Chief Constable's assessment is that the INLA was to blame.",
    'armed-assault occurred Derry',
    'Derry: Irish National Liberation Army assessed by Chief Constable',
  ],
  // to which act it belongs
  [
    'Gunmen stormed a hotel in Kilifi on Friday and shot nine guests. The government laid the massacre at the door of al-Shabaab.',
    'armed-assault occurred Kilifi',
    'Kilifi: Al-Shabaab accused by Kenyan government',
  ],
  // who speaks
  [
    "Men on motorcycles kidnapped a nurse in Arauca on Monday. The ELN kept silent. The rebels' delegation confirmed it on Friday.",
    'kidnapping occurred Arauca',
    'Arauca: National Liberation Army (Colombia) claimed by National Liberation Army (Colombia)',
  ],
  [
    "Al-Qaida's affiliate in the Sahel, JNIM, said it had ambushed soldiers in Timbuktu on Sunday.",
    'armed-assault occurred Timbuktu',
    "Timbuktu: Jama'at Nusrat al-Islam wal-Muslimin claimed by Jama'at Nusrat al-Islam wal-Muslimin",
  ],
  [
    'A bomb killed nine at a station in Quetta on Monday. The Baloch Liberation Army said a suicide bomber had carried out the attack.',
    'bombing occurred Quetta',
    'Quetta: Balochistan Liberation Army claimed by Balochistan Liberation Army',
  ],
  // whom a relative clause parts from the verb
  [
    'The minister attributed the car bomb that killed six people in Cali to the ELN.',
    'bombing occurred Cali',
    'Cali: National Liberation Army (Colombia) assessed by minister',
  ],
  // the guilty, one by one, and none of what tells of them
  [
    'A jury found Ramzi Yousef, the alleged mastermind of the plot, and Abdul Murad guilty of bombing a theatre in Manila in 1994.',
    'bombing occurred Manila',
    'Manila: Ramzi Yousef assessed by jury',
    'Manila: Abdul Murad assessed by jury',
  ],
  [
    'Hambali, an Indonesian, is accused of planning the 2002 bombings in Bali. Amrozi and Samudra were executed for their roles in the attacks.',
    'bombing occurred Bāli',
    'Bāli: Hambali accused by -',
    'Bāli: Amrozi assessed by -',
    'Bāli: Samudra assessed by -',
  ],
  // what has been added up over years, and what is not said
  [
    'A car bomb hurt three in Madrid on Monday. Since 2006, ETA has been blamed for seven deaths. On Tuesday it claimed five attacks in the past few months.',
    'bombing occurred Madrid',
  ],
  [
    'Blasts hit two markets in New Delhi on Saturday. Officials appeared hesitant to put the blame for the bombings on Lashkar-e-Taiba.',
    'bombing occurred New Delhi',
  ],
  [
    'The minister accused the opposition of the bombing in Dhaka on Monday, which it denies. Ansar al-Islam is banned.',
    'bombing occurred Dhaka',
  ],
  // what is no one act
  [
    'Gunmen killed 18 in a restaurant in Ouagadougou on Sunday. JNIM has laid claim to many attacks and kidnappings.',
    'armed-assault occurred Ouagadougou',
  ],
  [
    'The monitors count more than 600 attacks by the Pakistani Taliban on Pakistan. ISIS-K claimed the murder of a minister in Kabul in December.',
    'assassination occurred Kabul',
    'Kabul: ISIS-K claimed by ISIS-K',
  ],
  // which claim is dismissed
  [
    'Gunmen fired at a ferry near Bonny on Sunday. MEND claimed it. The navy dismissed the claim.\n\nOn Monday a bomb went off in Warri. MEND claimed that too.',
    'armed-assault occurred Bonny',
    'bombing occurred Warri',
    'Bonny: Movement for the Emancipation of the Niger Delta claimed by Movement for the Emancipation of the Niger Delta',
    'Bonny: Movement for the Emancipation of the Niger Delta denied by navy',
    'Warri: Movement for the Emancipation of the Niger Delta claimed by Movement for the Emancipation of the Niger Delta',
  ],
  // whoever stands before what is inserted
  [
    "Egypt's interior ministry said that members of the Hasm movement, which it describes as an arm of the Brotherhood, were responsible for an explosion in Cairo on Sunday.",
    'bombing occurred Cairo',
    "Cairo: Hasm Movement accused by Egypt's interior ministry",
  ],
  [
    "A bomb killed 20 in N'Djamena on Monday, an attack the army blamed on Boko Haram.",
    "bombing occurred N'Djamena",
    "N'Djamena: Boko Haram accused by army",
  ],
  [
    'Unknown men killed 36 traders at a market in Djibo on Monday. Militants linked to al Qaeda have stepped up their attacks in the region.',
    'unknown occurred Djibo',
  ],
  // what was not said
  ['ETA is quiet. A bomb went off in Bilbao on Monday. The group never claimed the attack.', 'bombing occurred Bilbao'],
  [
    'A bomb went off in Ankara on Monday. Washington said it was not in a position to confirm or deny that the YPG was behind the bombing.',
    'bombing occurred Ankara',
  ],
  [
    "A bomb killed a nurse in Belfast on Monday. Police dismissed the UDA's claim that it had no part in any attack.",
    'bombing occurred Belfast',
  ],
  // whose it is said to be
  [
    'The army is certain that Abu Sayyaf bombed a church in Jolo on Sunday.',
    'bombing occurred Jolo',
    'Jolo: Abu Sayyaf Group assessed by army',
  ],
  ['Blast at Getxo thought to be work of ETA', 'bombing occurred Getxo', 'Getxo: ETA suspected by -'],
  [
    'Gunmen abducted two councillors near Koro, Mali, on Saturday. They are believed to be in the hands of Katiba Macina.',
    'kidnapping occurred Koro',
    'Koro: Katibat Macina suspected by -',
  ],
  [
    'Gunmen stormed a hotel in Bamako on Friday. Survivors identified the attackers as fighters of Ansar Dine.',
    'armed-assault occurred Bamako',
    'Bamako: Ansar Dine accused by Survivors',
  ],
  [
    'Davutoglu said the bombing in Ankara on Monday was carried out by a Syrian national named Salih Necar.',
    'bombing occurred Ankara',
    'Ankara: Salih Necar accused by Davutoglu',
  ],
  [
    'Police in Paris ordered the arrest of Stefano Galli and Bruna Moro after a bomb killed nine in Bologna on 4 August 1980. They were convicted in 1988 of planting the bomb.',
    'bombing occurred Bologna',
    'Bologna: Stefano Galli assessed by -',
    'Bologna: Bruna Moro assessed by -',
  ],
  // a communique speaks for the group that signs it
  [
    'Communiqué No. 7\n\nAt dawn on 7 March our commandos bombed the depot at Namur. With the shooting of a guard at Huy on 1 March we have nothing to do.\n\nRed Brigades\n',
    'bombing occurred Namur',
    'armed-assault occurred Huy',
    'Namur: Red Brigades claimed by Red Brigades',
    'Huy: Red Brigades denied by Red Brigades',
  ],
  // one act and another
  [
    'A man stabbed a customer in a supermarket in Hamburg last July. In a separate case, a girl stabbed a policeman in Celle in February 2016. The court there ruled that she had acted on orders from Islamic State.',
    'armed-assault occurred Hamburg',
    'armed-assault occurred Celle',
    'Celle: Islamic State assessed by court',
  ],
  [
    '9 August. The home of a deputy in Ajaccio comes under machine-gun fire. Investigators suspect ETA.',
    'armed-assault occurred Ajaccio',
    'Ajaccio: ETA suspected by Investigators',
  ],
];

describe('who is said to have done what', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(said(text).sort()).toEqual([...expected].sort());
  });
});
