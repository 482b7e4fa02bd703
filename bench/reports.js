/**
 * Synthetic reports for measuring volume: made-up attacks in real cities, told again and again in varied sentences of
 * our own. About ninety reports a day; of some attacks there is one report, of a few there are thousands (each report
 * picks its story among the last ones told, a Yule-Simon process, whose sizes follow Zipf's law); one report in ten is
 * a near-copy of a recent one, one in fifty remembers an old attack, one in forty tells of a warning.
 */
import { fromBytes } from '../dist/intake/receive.js';

const DAY = 86_400_000;
const FIRST_DAY = Date.parse('2021-01-01');
const PER_DAY = 90;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Country, its cities, groups that are active there, its security force. */
const SCENES = [
  [
    'Afghanistan',
    ['Kabul', 'Kandahar', 'Jalalabad', 'Kunduz', 'Herat', 'Mazar-i-Sharif'],
    ['ISIS-K', 'the Taliban'],
    'Afghan police',
  ],
  [
    'Pakistan',
    ['Peshawar', 'Quetta', 'Karachi', 'Lahore', 'Bannu', 'Mingora'],
    ['Tehrik-e Taliban Pakistan', 'ISIS-K', 'the Balochistan Liberation Army'],
    'Pakistani police',
  ],
  ['Iraq', ['Baghdad', 'Mosul', 'Kirkuk', 'Baqubah', 'Ramadi', 'Fallujah'], ['Islamic State'], 'Iraqi police'],
  [
    'Syria',
    ['Damascus', 'Aleppo', 'Deir ez-Zor', 'Homs', 'Raqqa'],
    ['Islamic State', 'Hayat Tahrir al-Sham'],
    'Syrian police',
  ],
  ['Nigeria', ['Maiduguri', 'Kaduna', 'Abuja', 'Jos', 'Damaturu'], ['Boko Haram', 'ISWAP'], 'the Nigerian army'],
  ['Somalia', ['Mogadishu', 'Kismayo', 'Baidoa', 'Beledweyne'], ['al-Shabaab'], 'Somali police'],
  ['Kenya', ['Nairobi', 'Mombasa', 'Garissa', 'Mandera'], ['al-Shabaab'], 'Kenyan police'],
  ['Mali', ['Bamako', 'Gao', 'Mopti', 'Timbuktu'], ['JNIM', 'Islamic State in the Greater Sahara'], 'the Malian army'],
  ['Burkina Faso', ['Ouagadougou', 'Djibo', 'Dori'], ['JNIM'], 'the Burkinabe army'],
  ['Egypt', ['Cairo', 'Alexandria', 'Arish'], ['Islamic State'], 'Egyptian police'],
  ['Turkey', ['Istanbul', 'Ankara', 'Diyarbakir', 'Gaziantep'], ['the PKK', 'Islamic State'], 'Turkish police'],
  ['Iran', ['Kerman', 'Shiraz', 'Ahvaz', 'Zahedan'], ['ISIS-K', 'Jaish al-Adl'], 'Iranian police'],
  ['Russia', ['Moscow', 'Makhachkala', 'Grozny', 'Kazan'], ['ISIS-K', 'Islamic State'], 'Russian police'],
  ['India', ['Srinagar', 'Mumbai', 'Pulwama', 'Delhi'], ['Lashkar-e-Taiba', 'Jaish-e-Mohammed'], 'Indian police'],
  ['Philippines', ['Jolo', 'Zamboanga', 'Cotabato', 'Marawi'], ['Abu Sayyaf'], 'the Philippine army'],
  ['Colombia', ['Bogota', 'Cali', 'Cucuta', 'Medellin'], ['the ELN'], 'Colombian police'],
  ['France', ['Paris', 'Nice', 'Strasbourg', 'Lyon'], ['Islamic State'], 'French police'],
  ['United Kingdom', ['London', 'Manchester', 'Belfast'], ['Islamic State', 'the New IRA'], 'British police'],
  ['Yemen', ['Aden', 'Sanaa', 'Taiz', 'Mukalla'], ['al-Qaeda in the Arabian Peninsula'], 'Yemeni police'],
  ['Indonesia', ['Jakarta', 'Surabaya', 'Makassar', 'Poso'], ['Jamaah Ansharut Daulah'], 'Indonesian police'],
];

/** What is done, how it is told, where, and how many it may kill at most. */
const ACTS = [
  [
    'bomb',
    ['A bomb exploded', 'An explosive device went off', 'A blast tore through', 'A bombing struck'],
    [
      'market',
      'mosque',
      'bus station',
      'restaurant',
      'police station',
      'church',
      'hotel',
      'school',
      'railway station',
      'government office',
    ],
    60,
  ],
  [
    'suicide',
    ['A suicide bomber blew himself up', 'A suicide bomber attacked', 'A suicide bombing hit'],
    ['mosque', 'checkpoint', 'airport', 'wedding hall', 'army base', 'market', 'ministry'],
    90,
  ],
  [
    'shooting',
    ['Gunmen opened fire', 'Armed men attacked', 'Attackers with automatic rifles stormed'],
    ['checkpoint', 'village market', 'concert hall', 'hotel', 'police post', 'church', 'bus', 'university', 'hospital'],
    40,
  ],
  [
    'kidnap',
    ['Gunmen kidnapped pupils', 'Armed men abducted travellers', 'Militants seized hostages'],
    ['school', 'bus', 'farm', 'hospital', 'village'],
    4,
  ],
  [
    'ied',
    ['A roadside bomb hit a convoy', 'A mine destroyed a vehicle'],
    ['army base', 'bridge', 'highway', 'checkpoint'],
    12,
  ],
];
const VICTIMS = [
  'civilians',
  'soldiers',
  'police officers',
  'worshippers',
  'shoppers',
  'students',
  'passengers',
  'bystanders',
];
const NAMES = [
  'Central',
  'Old',
  'Green',
  'Victory',
  'Lion',
  'River',
  'Garden',
  'Freedom',
  'North Gate',
  'Silk',
  'Martyrs',
  'Royal',
  'New',
  'Eastern',
];
const PUBLISHERS = [
  'Harbour Wire',
  'Meridian News',
  'The Courier',
  'Northern Post',
  'Evening Standard Bearer',
  'City Radio',
  'Desk Reports',
  'Field Bulletin',
  'The Register',
  'World Digest',
];
/** Sentences that tell nothing of attacks, of short pieces, so that reports share no more runs of words than real ones do. */
const FILL = [
  ['Ambulances', 'Taxis', 'Private cars', 'Neighbours', 'Volunteers', 'Army lorries', 'Nurses', 'Students'],
  [
    'took the injured',
    'brought relatives',
    'carried blankets',
    'drove doctors',
    'led families',
    'moved equipment',
    'brought water',
    'carried food',
  ],
  [
    'to three hospitals',
    'to a clinic',
    'to the stadium',
    'across the river',
    'to nearby schools',
    'out of the district',
    'to the old town',
    'past the cordon',
  ],
  [
    'while shops closed',
    'as sirens sounded',
    'before it rained',
    'until late evening',
    'through empty streets',
    'despite heavy traffic',
    'under police escort',
    'within an hour',
  ],
  [
    'and waited there',
    'and stayed overnight',
    'and came back',
    'and asked for news',
    'and gave blood',
    'and called relatives',
    'and lit candles',
    'and prayed together',
  ],
  [
    'for several hours',
    'with their children',
    'without much hope',
    'until the morning',
    'near the entrance',
    'in silence',
    'with the mayor',
    'for days afterwards',
  ],
];

/** A linear congruential generator: the same reports in every run. */
function generator(seed) {
  let state = seed;
  const below = (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
  return { below, chance: (part) => below(100_000) < part * 100_000, pick: (list) => list[below(list.length)] };
}

const SYLLABLES = 'ba do ke li mo na po ra su ti va ze gor lan mir sho tal var yun dec'.split(' ');
const nameOf = (random) => {
  const name = Array.from({ length: 3 }, () => random.pick(SYLLABLES)).join('');
  return name[0].toUpperCase() + name.slice(1);
};

/** A sentence of pieces, one of each kind, with names in between that hardly occur twice. */
const filler = (random) =>
  `${FILL.map((pieces, index) => `${random.pick(pieces)}${index % 3 === 1 ? ` with ${nameOf(random)}` : ''}`).join(' ')}.`;

const dayOf = (number) => new Date(FIRST_DAY + number * DAY);
const iso = (number) => dayOf(number).toISOString().slice(0, 10);
const inWords = (number, year) => {
  const date = dayOf(number);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${year ? ` ${date.getUTCFullYear()}` : ''}`;
};

/** The reports of the synthetic world in the order in which they come in, without end; another seed, another world. */
export function* syntheticReports(seed = 20261124) {
  const random = generator(seed);
  /** Recent tellings, by the story that each tells: to pick among them is to prefer what is told often. */
  const recent = [];
  const stories = [];
  const texts = [];
  for (let i = 0; ; i++) {
    const today = Math.floor(i / PER_DAY);
    let text;
    if (texts.length > 50 && random.chance(0.1)) text = copyOf(random.pick(texts), i, random);
    else if (random.chance(0.025)) text = warning(today, i, random);
    else {
      let story;
      if (stories.length > 200 && random.chance(0.02)) story = random.pick(stories);
      else if (recent.length > 0 && !random.chance(0.25)) story = random.pick(recent);
      else {
        story = invent(today, random);
        stories.push(story);
      }
      recent.push(story);
      // A story stays in the news for some weeks; the largest outlive that, since they are told again and again.
      if (recent.length > PER_DAY * 20) recent.splice(0, 1);
      text = telling(story, today, random);
      texts.push(text);
      if (texts.length > 300) texts.shift();
    }
    const bytes = Buffer.from(text);
    yield fromBytes(bytes, {
      file: `report-${i}.txt`,
      meta: { published: iso(today), publisher: random.pick(PUBLISHERS) },
    });
  }
}

function invent(today, random) {
  // The scenes at the head of the list are the busier ones.
  const [country, cities, groups, force] = SCENES[Math.min(random.below(SCENES.length), random.below(SCENES.length))];
  const [, leads, sites, most] = random.pick(ACTS);
  const site = random.pick(sites);
  return {
    country,
    city: cities[Math.min(random.below(cities.length), random.below(cities.length))],
    group: random.chance(0.7) ? random.pick(groups) : null,
    force,
    leads,
    site,
    named: random.chance(0.4) ? `${random.pick(NAMES)} ${site}` : site,
    victims: random.pick(VICTIMS),
    killed: 1 + Math.floor((random.below(1000) / 1000) ** 3 * most),
    day: today,
  };
}

function telling(story, today, random) {
  const { country, city, group, force, leads, site, named, victims, killed, day } = story;
  const age = today - day;
  // The toll grows in the first days, and not everyone has the last figure.
  const toll = Math.max(
    1,
    Math.round(killed * (age === 0 ? 0.4 + random.below(40) / 100 : random.chance(0.8) ? 1 : 0.8)),
  );
  const injured = 1 + Math.round(toll * (1 + random.below(20) / 10));
  const when =
    age > 300
      ? `on ${inWords(day, true)}`
      : random.chance(0.25)
        ? ''
        : age < 6 && random.chance(0.5)
          ? `on ${WEEKDAYS[dayOf(day).getUTCDay()]}`
          : `on ${inWords(day, random.chance(0.3))}`;
  const where = random.chance(0.9) ? `in ${city}` : `in ${country}`;
  const place = random.chance(0.6) ? named : site;
  const dead = random.pick([
    `killing at least ${toll} people`,
    `killing ${toll} ${victims}`,
    `leaving ${toll} dead and ${injured} wounded`,
    `killing ${toll} people and injuring ${injured}`,
  ]);
  const lead = `${random.pick(leads)} at a ${place} ${where} ${when}, ${dead}, ${random.pick(['officials', force, 'hospital sources', 'local media'])} said.`;
  const claims = group
    ? [
        `${group} claimed responsibility for the attack.`,
        `Officials blamed ${group} for the attack.`,
        `No group has claimed responsibility, but ${force} suspect ${group}.`,
        `${group} said in a statement that its fighters had carried out the attack.`,
      ]
    : ['No group has claimed responsibility.', 'It was not clear who was behind the attack.'];
  const more = [
    `${force} arrested ${1 + random.below(5)} suspects.`,
    `The government of ${country} condemned the attack.`,
    `The dead were ${victims}, ${random.pick(['officials', 'doctors'])} said.`,
  ];
  const rest = Array.from({ length: 4 + random.below(5) }, () => filler(random));
  const parts = [lead, random.pick(claims), ...(random.chance(0.5) ? [random.pick(more)] : []), ...rest];
  return parts
    .join(' ')
    .replace(/ +([,.])/g, '$1')
    .replace(/ {2,}/g, ' ');
}

function warning(today, i, random) {
  const [country, cities, groups] = random.pick(SCENES);
  const issuer = random.pick([
    'The U.S. Embassy',
    'The British Foreign Office',
    'The Australian government',
    'The French foreign ministry',
  ]);
  return `${issuer} warned its citizens on ${inWords(today, false)} of a possible attack by ${random.pick(groups)} in ${random.pick(cities)}, ${country}, and told them to avoid ${random.pick(['large gatherings', 'hotels', 'markets', 'government buildings'])} over the next ${2 + random.below(4)} days. ${filler(random)} ${filler(random)} (${i})`;
}

/** The same words under another head, cut or with a sentence more. */
function copyOf(text, i, random) {
  const sentences = text.split(/(?<=\.) /);
  const kept = random.chance(0.4) ? sentences.slice(0, -1) : sentences;
  const more = random.chance(0.4) ? [filler(random)] : [];
  return `${random.pick(PUBLISHERS)}, wire ${i} - ${[...kept, ...more].join(' ')}`;
}
