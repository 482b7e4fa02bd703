import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading/read.js';
import { reportOf } from './report.js';

/** All attributions of a text, and that each has its words. */
function shown(text: string): string[] {
  const { actors, attributions } = read(reportOf(text));
  const name = (id: string | null): string => actors.find((actor) => actor.id === id)?.name ?? '-';
  for (const { evidence } of attributions) for (const span of evidence) expect(text.slice(...span)).not.toBe('');
  return attributions.map(({ actor, stance, by }) => `${name(actor)} ${stance} by ${name(by)}`);
}

/** The ways English says that somebody did it, claims it, is blamed for it or denies it, and no more than that. */
const PHRASINGS: [before: string, [text: string, ...attributions: string[]][]][] = [
  [
    'A car bomb exploded outside a hotel in Mogadishu on Friday, killing 12 people.',
    [
      ['Al-Shabaab claimed responsibility for the attack.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['Al-Shabaab later said it carried out the bombing.', 'Al-Shabaab claimed by Al-Shabaab'],
      [
        'The militant group al-Shabaab said in a statement that it was behind the blast.',
        'Al-Shabaab claimed by Al-Shabaab',
      ],
      ['Responsibility for the attack was claimed by al-Shabaab.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['The attack was claimed by al-Shabaab, which is linked to al-Qaeda.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['In a statement, al-Shabaab took credit for the bombing.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['The president wanted to know who had planned it, and asked how the men had come there.'],
      ['City officials go on saying that al-Shabaab carried it out.', 'Al-Shabaab accused by City officials'],
      ['Al-Shabaab admitted carrying out the attack.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['Al-Shabaab admitted to having planted the bomb.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['Al-Shabaab boasted of the attack on its radio station.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['Al-Shabaab boasted that its fighters had carried out the attack.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['A claim of responsibility by al-Shabaab was posted online.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['A claim of responsibility was issued by al-Shabaab.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['There was an immediate claim of responsibility from al-Shabaab.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['A man claiming to speak for al-Shabaab said the group had done it.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['A spokesman for al-Shabaab, Ali Dhere, said the group was responsible.', 'Al-Shabaab claimed by Al-Shabaab'],
      [
        'A caller claiming to represent al-Shabaab told a radio station that the group planted the bomb.',
        'Al-Shabaab claimed by Al-Shabaab',
      ],
      [
        '"Our fighters carried out this attack," said al-Shabaab spokesman Ali Dhere.',
        'Al-Shabaab claimed by Al-Shabaab',
      ],
      [`"We were behind the attack," al-Shabaab's spokesman told Reuters.`, 'Al-Shabaab claimed by Al-Shabaab'],
      ['Al-Shabaab has owned up to the bombing.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['Al-Shabaab laid claim to the attack.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['Al-Shabaab accepted responsibility for the attack.', 'Al-Shabaab claimed by Al-Shabaab'],
      [
        'Al-Shabaab hailed the attack and said one of its members had carried it out.',
        'Al-Shabaab claimed by Al-Shabaab',
      ],
      [
        'Al-Shabaab, in a message on Telegram, said it was responsible for the attack.',
        'Al-Shabaab claimed by Al-Shabaab',
      ],
      ['The attack, claimed by al-Shabaab, was the third this month.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['The bombing was carried out by al-Shabaab.', 'Al-Shabaab stated by -'],
      ['Al-Shabaab carried out the bombing.', 'Al-Shabaab stated by -'],
      ['Al-Shabaab was responsible for the attack.', 'Al-Shabaab stated by -'],
      ['The attack was the work of al-Shabaab.', 'Al-Shabaab stated by -'],
      ['Police said the attack was the work of al-Shabaab.', 'Al-Shabaab accused by Police'],
      ['Officials said al-Shabaab was behind the attack.', 'Al-Shabaab accused by Officials'],
      ['Police blamed the attack on al-Shabaab.', 'Al-Shabaab accused by Police'],
      ['Police blamed al-Shabaab for the attack.', 'Al-Shabaab accused by Police'],
      ['The attack was blamed on al-Shabaab.', 'Al-Shabaab accused by -'],
      ['Al-Shabaab has been blamed for the attack.', 'Al-Shabaab accused by -'],
      ['Al-Shabaab was blamed by the government.', 'Al-Shabaab accused by Somali government'],
      ['The government accused al-Shabaab of carrying out the attack.', 'Al-Shabaab accused by Somali government'],
      ['The president pointed the finger at al-Shabaab.', 'Al-Shabaab accused by president'],
      ['The president laid the attack at the door of al-Shabaab.', 'Al-Shabaab accused by president'],
      ['Ministers were quick to point the finger of blame at al-Shabaab.', 'Al-Shabaab accused by Ministers'],
      ['Suspicion has fallen on al-Shabaab.', 'Al-Shabaab suspected by -'],
      ['Suspicion immediately fell on al-Shabaab.', 'Al-Shabaab suspected by -'],
      ['Al-Shabaab is suspected of carrying out the attack.', 'Al-Shabaab suspected by -'],
      ['Al-Shabaab is suspected of being behind the attack.', 'Al-Shabaab suspected by -'],
      ['Investigators believe al-Shabaab was behind the attack.', 'Al-Shabaab assessed by Investigators'],
      ['Officials believe that the attack was carried out by al-Shabaab.', 'Al-Shabaab assessed by Officials'],
      ['Al-Shabaab is believed to be behind the attack.', 'Al-Shabaab suspected by -'],
      ['Al-Shabaab is thought to have carried out the bombing.', 'Al-Shabaab suspected by -'],
      ['The attack is believed to have been carried out by al-Shabaab.', 'Al-Shabaab suspected by -'],
      ['The attack is believed to be the work of al-Shabaab.', 'Al-Shabaab suspected by -'],
      ['The attack bore the hallmarks of al-Shabaab.', 'Al-Shabaab suspected by -'],
      ['The attack had all the hallmarks of al-Shabaab, officials said.', 'Al-Shabaab suspected by officials'],
      ['The attack bears the signature of al-Shabaab.', 'Al-Shabaab suspected by -'],
      ['Analysts attributed the attack to al-Shabaab.', 'Al-Shabaab assessed by Analysts'],
      ['The attack has been attributed to al-Shabaab.', 'Al-Shabaab assessed by -'],
      ['The United Nations attributed the attack to al-Shabaab.', 'Al-Shabaab assessed by United Nations'],
      [
        'Intelligence agencies concluded that al-Shabaab was responsible.',
        'Al-Shabaab assessed by Intelligence agencies',
      ],
      ['An inquiry found that al-Shabaab had carried out the attack.', 'Al-Shabaab assessed by inquiry'],
      ['The army said al-Shabaab fighters carried out the attack.', 'Al-Shabaab accused by army'],
      ['Al-Shabaab denied responsibility for the attack.', 'Al-Shabaab denied by Al-Shabaab'],
      ['Al-Shabaab denied any involvement in the bombing.', 'Al-Shabaab denied by Al-Shabaab'],
      ['Al-Shabaab denied that it was behind the attack.', 'Al-Shabaab denied by Al-Shabaab'],
      ['Al-Shabaab has denied carrying out the attack.', 'Al-Shabaab denied by Al-Shabaab'],
      ['Al-Shabaab said it had nothing to do with the attack.', 'Al-Shabaab denied by Al-Shabaab'],
      ['Al-Shabaab said it was not involved in the attack.', 'Al-Shabaab denied by Al-Shabaab'],
      ['Al-Shabaab said it was not behind the attack.', 'Al-Shabaab denied by Al-Shabaab'],
      ['Al-Shabaab distanced itself from the attack.', 'Al-Shabaab denied by Al-Shabaab'],
      ['Al-Shabaab rejected the accusation.'],
      ['A spokesman for al-Shabaab said its fighters had no part in the attack.', 'Al-Shabaab denied by Al-Shabaab'],
      ['Al-Shabaab condemned the attack.'],
      ['No group has claimed responsibility, but al-Shabaab often carries out such attacks.'],
      ['No group immediately claimed responsibility for the attack.'],
      [
        'The government blamed al-Shabaab, which denied involvement.',
        'Al-Shabaab accused by Somali government',
        'Al-Shabaab denied by Al-Shabaab',
      ],
      [
        'Al-Shabaab, blamed by the government for the attack, denied any role.',
        'Al-Shabaab accused by Somali government',
        'Al-Shabaab denied by Al-Shabaab',
      ],
      ['Officials said the group al-Shabaab had claimed the attack.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['According to SITE, al-Shabaab claimed the attack.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['The president blamed the attack on "the terrorists of al-Shabaab".', 'Al-Shabaab accused by president'],
      ["Al-Shabaab's claim of responsibility came hours later.", 'Al-Shabaab claimed by Al-Shabaab'],
      ['In its claim, al-Shabaab said it had targeted officials.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['Hours later came a claim from al-Shabaab.', 'Al-Shabaab claimed by Al-Shabaab'],
      ['Abdi Hassan was charged with planting the bomb.', 'Abdi Hassan accused by -'],
      ['Prosecutors charged Abdi Hassan with the bombing.', 'Abdi Hassan accused by Prosecutors'],
      [
        'Prosecutors have indicted Abdi Hassan, 34, in connection with the attack.',
        'Abdi Hassan accused by Prosecutors',
      ],
      ['Abdi Hassan was convicted of the bombing.', 'Abdi Hassan assessed by -'],
      ['A court found Abdi Hassan guilty of planning the attack.', 'Abdi Hassan assessed by court'],
      ['Abdi Hassan was found guilty of the bombing.', 'Abdi Hassan assessed by -'],
      ['Abdi Hassan was sentenced to life in prison for his part in the attack.', 'Abdi Hassan assessed by -'],
      ['Abdi Hassan pleaded guilty to planting the bomb.', 'Abdi Hassan claimed by Abdi Hassan'],
      ['Abdi Hassan confessed to the bombing.', 'Abdi Hassan claimed by Abdi Hassan'],
      ['Abdi Hassan has admitted planting the bomb.', 'Abdi Hassan claimed by Abdi Hassan'],
      ['Police named the attacker as Abdi Hassan.', 'Abdi Hassan accused by Police'],
      ['The attacker was identified as Abdi Hassan.', 'Abdi Hassan stated by -'],
      ['Police identified the bomber as Abdi Hassan, 21.', 'Abdi Hassan accused by Police'],
      ['Abdi Hassan, accused of planning the bombing, was arrested.', 'Abdi Hassan accused by -'],
      ['Police arrested Abdi Hassan, who is suspected of planting the bomb.', 'Abdi Hassan suspected by -'],
      ['Police are hunting Abdi Hassan over the bombing.', 'Abdi Hassan suspected by Police'],
      ['Abdi Hassan denied planting the bomb.', 'Abdi Hassan denied by Abdi Hassan'],
      ['Abdi Hassan denies the charges.'],
      ['The mastermind of the attack was Abdi Hassan.', 'Abdi Hassan stated by -'],
      ['Abdi Hassan, the alleged mastermind of the attack, is still at large.', 'Abdi Hassan suspected by -'],
    ],
  ],
  [
    'Gunmen killed 20 people at a market in Kano on Monday.',
    [
      [
        'The Islamic State group, through its Amaq news agency, claimed the killings.',
        'Islamic State claimed by Islamic State',
      ],
      ['Nobody has claimed responsibility, but officials suspect Boko Haram.', 'Boko Haram suspected by officials'],
      ['The attack is thought to be the work of Boko Haram.', 'Boko Haram suspected by -'],
      ['The governor said that Boko Haram was to blame.', 'Boko Haram accused by governor'],
      ['Boko Haram was to blame for the attack.', 'Boko Haram stated by -'],
      ['The army holds Boko Haram responsible.', 'Boko Haram accused by army'],
      ['The government linked the attack to Boko Haram.', 'Boko Haram assessed by Nigerian government'],
      ['Residents said the gunmen were from Boko Haram.', 'Boko Haram accused by Residents'],
      ['The gunmen were members of Boko Haram, police said.', 'Boko Haram accused by police'],
      ['Witnesses said the attackers belonged to Boko Haram.', 'Boko Haram accused by Witnesses'],
      ['Suspected Boko Haram gunmen were behind the attack.', 'Boko Haram suspected by -'],
      ['The gunmen, believed to be members of Boko Haram, fled.', 'Boko Haram suspected by -'],
      ['The killings were perpetrated by Boko Haram.', 'Boko Haram stated by -'],
      ['It was Boko Haram that carried out the attack.', 'Boko Haram stated by -'],
      ['Boko Haram fighters were responsible for the massacre.', 'Boko Haram stated by -'],
      ['Boko Haram took responsibility in a video.', 'Boko Haram claimed by Boko Haram'],
      [
        'Boko Haram leader Abubakar Shekau claimed responsibility for the attack in a video.',
        'Boko Haram claimed by Boko Haram',
      ],
      [
        'Abubakar Shekau, the leader of Boko Haram, said his men had killed the traders.',
        'Boko Haram claimed by Boko Haram',
      ],
      ['The attack was masterminded by Boko Haram.', 'Boko Haram stated by -'],
      ['Boko Haram masterminded the attack.', 'Boko Haram stated by -'],
      ['The attack was ordered by Abubakar Shekau.', 'Abubakar Shekau stated by -'],
      ['Police said Boko Haram was responsible for the killings.', 'Boko Haram accused by Police'],
      ['The killings were condemned by the president, who accused Boko Haram.', 'Boko Haram accused by president'],
      ['The army ruled out Boko Haram.'],
      ['Boko Haram is not believed to be responsible.'],
      ['The minister said Boko Haram was not involved.', 'Boko Haram denied by minister'],
    ],
  ],
  [
    '',
    [
      ['Boko Haram killed 20 people at a market in Kano on Monday.', 'Boko Haram stated by -'],
      [
        'Suspected Boko Haram gunmen killed 20 people at a market in Kano on Monday, police said.',
        'Boko Haram suspected by police',
      ],
      ['Suspected Boko Haram militants have killed 20 people at a market in Kano.', 'Boko Haram suspected by -'],
      [
        'At least 20 people were killed when Boko Haram fighters attacked a market in Kano on Monday.',
        'Boko Haram stated by -',
      ],
      [
        'The Taliban said they killed 20 soldiers in an attack on a base in Kunduz on Monday.',
        'Taliban claimed by Taliban',
      ],
      [
        'The Taliban said its fighters had attacked a base in Kunduz on Monday, killing 20 soldiers.',
        'Taliban claimed by Taliban',
      ],
      ['A Taliban suicide bomber killed 20 people in Kabul on Monday.', 'Taliban stated by -'],
      ['A suicide bombing claimed by the Taliban killed 20 people in Kabul on Monday.', 'Taliban claimed by Taliban'],
      ['A bombing blamed on the Taliban killed 20 people in Kabul on Monday.', 'Taliban accused by -'],
      [
        'A Taliban attack on a base in Kunduz killed 20 soldiers on Monday, officials said.',
        'Taliban accused by officials',
      ],
      [
        'The Taliban have claimed responsibility for a bombing that killed 20 people in Kabul on Monday.',
        'Taliban claimed by Taliban',
      ],
      ['The Taliban claim to have killed 20 soldiers in an attack in Kunduz on Monday.', 'Taliban claimed by Taliban'],
      ['The Taliban were blamed for a bombing that killed 20 people in Kabul on Monday.', 'Taliban accused by -'],
      [
        'Officials blamed the Taliban for a bombing that killed 20 people in Kabul on Monday.',
        'Taliban accused by Officials',
      ],
      [
        'ETA was behind a bombing that killed 20 people in Madrid on Monday, the government said.',
        'ETA accused by Spanish government',
      ],
      [
        'Islamic State on Tuesday claimed an attack in Kabul that killed 20 people.',
        'Islamic State claimed by Islamic State',
      ],
      [
        "Islamic State's claim for Monday's bombing in Kabul, which killed 20 people, was made on Telegram.",
        'Islamic State claimed by Islamic State',
      ],
      [
        "The PKK claimed responsibility on Tuesday for Monday's car bombing in Ankara that killed 20 people.",
        "Kurdistan Workers' Party claimed by Kurdistan Workers' Party",
      ],
      [
        "The PKK, which claimed Monday's car bombing in Ankara, has fought the state since 1984.",
        "Kurdistan Workers' Party claimed by Kurdistan Workers' Party",
      ],
      [
        'The IRA admitted planting the bomb which killed 20 people in Birmingham on Monday.',
        'Irish Republican Army claimed by Irish Republican Army',
      ],
      ['Hamas claimed credit for the Monday bus bombing in Jerusalem.', 'Hamas claimed by Hamas'],
      [
        'FARC rebels were accused of killing 20 people in an attack on a village in Cauca on Monday.',
        'Revolutionary Armed Forces of Colombia accused by -',
      ],
      [
        'FARC guerrillas attacked a village in Cauca on Monday and killed 20 people.',
        'Revolutionary Armed Forces of Colombia stated by -',
      ],
    ],
  ],
  [
    'A bomb killed nine people and wounded 20 at a market in Quetta on Monday.',
    [
      [
        'An offshoot of the Pakistani Taliban, Jamaat-ul-Ahrar, said it was behind the blast.',
        'Jamaat-ul-Ahrar claimed by Jamaat-ul-Ahrar',
      ],
      [
        'Jamaat-ul-Ahrar, in a statement carried by its news agency, said its fighters were responsible.',
        'Jamaat-ul-Ahrar claimed by Jamaat-ul-Ahrar',
      ],
      [
        'Islamic State said on its Telegram channel that a suicide bomber had targeted the market.',
        'Islamic State claimed by Islamic State',
      ],
      ['Islamic State: we struck the market.', 'Islamic State claimed by Islamic State'],
      ['Islamic State released a photograph of the bomber.', 'Islamic State claimed by Islamic State'],
      ['A claim of responsibility by Islamic State could not be verified.', 'Islamic State claimed by Islamic State'],
      [
        'Officials blamed Islamic State at first, then Hamas stepped forward.',
        'Islamic State accused by Officials',
        'Hamas claimed by Hamas',
      ],
      [
        'The government dismissed the claim by Islamic State.',
        'Islamic State claimed by Islamic State',
        'Islamic State denied by Pakistani government',
      ],
      ['Islamic State has neither confirmed nor denied involvement.'],
      ['Investigators have not ruled out the involvement of Islamic State.', 'Islamic State possible by Investigators'],
      [
        'A statement by the interior ministry said Islamic State had carried out the bombing.',
        'Islamic State accused by interior ministry',
      ],
      [
        "The army's media wing, ISPR, said that Islamic State carried out the bombing.",
        'Islamic State accused by Pakistan Army',
      ],
      ['According to police, the bomber belonged to Islamic State.', 'Islamic State accused by police'],
      ['Police said they suspected Islamic State.', 'Islamic State suspected by Police'],
      ['Chief Minister Sarfraz Bugti: Islamic State behind the blast.', 'Islamic State accused by Sarfraz Bugti'],
      ["In the army's view the bombing was the work of Islamic State.", 'Islamic State accused by army'],
      [
        'The bomber was identified as Abdul Rahim by the counter-terrorism department.',
        'Abdul Rahim accused by counter-terrorism department',
      ],
      ['The suspected mastermind, Abdul Rahim, is on the run.', 'Abdul Rahim suspected by -'],
      ['Abdul Rahim was convicted of membership of a banned group.'],
      ['Abdul Rahim is believed to be among those who ordered the bombing.', 'Abdul Rahim suspected by -'],
    ],
  ],
  [
    'Gunmen stormed a hospital in Kabul on Monday and killed 24 people. Hours later a bomb killed 32 at a funeral in Jalalabad.',
    [
      ['The Taliban denied involvement in either attack.', 'Taliban denied by Taliban', 'Taliban denied by Taliban'],
      [
        'No one claimed the hospital raid, which U.S. officials blamed on Islamic State.',
        'Islamic State accused by U.S. officials',
      ],
      [
        'Islamic State claimed the hospital raid. President Duterte cast doubt on that claim.',
        'Islamic State claimed by Islamic State',
        'Islamic State denied by Duterte',
      ],
    ],
  ],
  [
    'A roadside bomb killed 13 oil workers near Tikrit on Thursday.',
    [
      ['Hamas praised the attack but stopped short of taking responsibility.'],
      ['The court found Salim Ayyash, a Hezbollah member, guilty of the bombing.', 'Salim Ayyash assessed by court'],
      [
        'Dmitry Konovalov confessed to the bombing but later withdrew his confession.',
        'Dmitry Konovalov claimed by Dmitry Konovalov',
        'Dmitry Konovalov denied by Dmitry Konovalov',
      ],
      [
        'Darren Osborne, 48, of Cardiff, appeared at Westminster magistrates court charged with the bombing.',
        'Darren Osborne accused by -',
      ],
      ['Detectives are pursuing Hamas as their main line of inquiry.', 'Hamas suspected by Detectives'],
      ['The bombing was carried out by fighters loyal to Islamic State.', 'Islamic State stated by -'],
      [
        'Hamas disowned the bombing, calling it the work of Islamic State.',
        'Hamas denied by Hamas',
        'Islamic State accused by Hamas',
      ],
      [
        'Michael Petit went on trial on Monday for the bombing, which he denies.',
        'Michael Petit accused by -',
        'Michael Petit denied by Michael Petit',
      ],
    ],
  ],
];
describe.each(PHRASINGS)('%s', (before, phrasings) => {
  it.each(phrasings)('%s', (text, ...expected) => {
    expect(shown(before ? `${before}\n\n${text}` : text).sort()).toEqual(expected.sort());
  });
});
