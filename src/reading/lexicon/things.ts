/** What stands in harm's way: nouns (singular, folded) with their GTD target type and whether they are people, places or things. */
import type { TargetType } from '../vocabulary.js';

export type ThingClass = 'person' | 'site' | 'vehicle' | 'object' | 'event';
export interface Thing {
  class: ThingClass;
  type: TargetType;
}

const rows: [ThingClass, TargetType, string][] = [
  ['person', 'police', 'policeman policewoman police officer constable gendarme trooper carabiniere sheriff'],
  [
    'person',
    'military',
    `soldier serviceman servicewoman troop sailor marine airman peacekeeper recruit conscript jawan guardsman cadet general colonel lieutenant
    captain sergeant brigadier commander army reservist paratrooper infantryman corporal veteran squaddie`,
  ],
  [
    'person',
    'government',
    `minister mayor governor official politician lawmaker senator deputy judge prosecutor magistrate president premier councillor councilman
    attorney secretary prefect delegate negotiator inspector postman fireman firefighter ambassador-designate bureaucrat legislator congressman parliamentarian candidate-elect mp chief mukhtar alderman`,
  ],
  ['person', 'political-parties', 'candidate activist campaigner unionist hopeful ideologue'],
  ['person', 'diplomatic', 'diplomat ambassador consul envoy attache'],
  [
    'person',
    'journalists',
    'journalist newsman anchorman presenter reporter newsreader cameraman editor broadcaster photographer correspondent columnist',
  ],
  ['person', 'ngo', 'aid-worker volunteer humanitarian nun-volunteer'],
  [
    'person',
    'religious',
    'worshipper archbishop monsignor clergyman priest imam cleric nun bishop pastor monk pilgrim congregant rabbi seminarian missionary jesuit mourner preacher mullah catechist churchgoer parishioner believer congregation evangelist',
  ],
  [
    'person',
    'education',
    'student pupil teacher lecturer headmistress schoolmaster rector dean academic scholar researcher scientist schoolgirl schoolboy schoolchild professor lecturer headmaster headteacher principal schoolteacher undergraduate',
  ],
  [
    'person',
    'tourists',
    'tourist holidaymaker backpacker visitor traveller traveler hiker trekker vacationer sunbather beachgoer',
  ],
  ['person', 'transportation', 'passenger commuter driver motorist conductor chauffeur'],
  [
    'person',
    'business',
    'businessman industrialist director apprentice handler salesman seller cattleman maid gardener domestic electrician lineman foreman operator trader shopkeeper employee worker contractor banker employer shopper customer trader engineer technician executive miner labourer laborer builder logger vendor hawker stallholder merchant waiter staff staffer grocer cook cleaner sweeper carpenter mechanic barber tailor butcher baker chemist pharmacist clerk manager attendant pilot steward stewardess woodcutter dealer cashier receptionist',
  ],
  ['person', 'militia', 'militiaman vigilante'],
  ['person', 'maritime', 'sailor seaman seafarer skipper deckhand crewman fisherman crew'],
  [
    'person',
    'private-citizens',
    `person civilian man woman child boy girl baby infant resident villager citizen bystander pedestrian passer-by family wife husband son daughter
    brother sister mother father friend colleague classmate witness relative acquaintance neighbour neighbor crowd fan spectator concertgoer partygoer reveller runner cyclist refugee migrant evacuee bodyguard watchman guide ranger aide elder headman herder herdsman
    pastoralist shepherd jogger motorcyclist retiree voter marcher protester demonstrator celebrant onlooker footballer athlete musician singer dancer festivalgoer bather
    bride groom bridegroom grandmother grandfather grandson granddaughter uncle aunt cousin nephew niece toddler newborn pensioner expatriate
    expat settler immigrant detainee captive paramedic medic midwife companion passersby sibling
    translator interpreter peasant farmer youth teenager adult guest diner patron couple victim national foreigner westerner american briton
    hostage prisoner inmate guard patient surgeon dentist lawyer writer blogger poet artist hunter orphan teen nomad passer warden survivor drinker doctor nurse follower member supporter leader local gathering rally`,
  ],
  [
    'site',
    'religious',
    'church mosque synagogue temple grave tomb mausoleum graveyard shrine cathedral chapel monastery convent cemetery basilica pagoda gurdwara statue',
  ],
  [
    'site',
    'education',
    'school university college academy campus madrasa kindergarten dormitory seminary madrassa library classroom gymnasium canteen',
  ],
  ['site', 'diplomatic', 'embassy consulate mission high-commission chancery'],
  [
    'site',
    'business',
    `hotel market restaurant cafe bar shop store mall supermarket bank factory office marketplace nightclub club bakery resort
    concert-hall theatre theater cinema plant mine farm shopping-centre shopping-center shopping-mall bazaar pub casino boutique kiosk warehouse snack-bar office-block shopping-district gallery filling-station petrol-station gas-station offices hostel inn lodge brewery mill quarry canteen cafeteria barbershop salon tavern pizzeria fairground silo hangar pharmacy tea-shop teahouse kebab-shop jeweller workshop supermarket dealership showroom motel discotheque disco drugstore brothel establishment premise branch-office bookshop bookstore food-court agency-office estate-agent estate-agency mining-site`,
  ],
  [
    'site',
    'police',
    'police-station police-post police-box sentry-box guardhouse watchtower police-headquarters police-academy',
  ],
  [
    'site',
    'military',
    'base barracks checkpoint garrison outpost camp post headquarters checkpost position airstrip roadblock encampment compound fort airbase army-base military-base',
  ],
  [
    'site',
    'government',
    'ministry courthouse courtroom mayoralty court parliament prison jail town-hall palace city-hall government-building government-quarter residence intelligence-headquarters',
  ],
  [
    'site',
    'airports-aircraft',
    'airport terminal airfield runway airliner plane aircraft helicopter jet aeroplane airplane flight',
  ],
  [
    'site',
    'transportation',
    'station railway metro subway bridge bus-stop bus-station tunnel road highway railway-station train-station rail track culvert underpass overpass flyover toll-booth bus-terminal',
  ],
  [
    'site',
    'utilities',
    'pipeline pylon dam powerline power-line light-pole electric-pole electricity-pole transformer water-tank reservoir power-station power-plant refinery substation oil-depot depot oil-field oilfield gas-plant transmission-tower',
  ],
  ['site', 'telecommunication', 'transmitter mast antenna relay-station'],
  ['site', 'journalists', 'newspaper studio television-station radio-station newsroom'],
  ['site', 'maritime', 'port harbour harbor dock naval-base'],
  ['site', 'ngo', 'clinic'],
  [
    'site',
    'private-citizens',
    `home house apartment street square village town district neighbourhood neighborhood park beach hospital stadium arena building block tent wedding
    funeral crossing junction plaza boulevard avenue suburb quarter settlement hall room villa guest-house guesthouse garden gate entrance car-park gym gymnasium football-ground orphanage shelter hamlet lobby foyer ward stall plantation rally-ground playground monument cultural-centre community-centre yard estate beach-house hut dwelling cottage mansion farmhouse courtyard complex facility well jetty pier waterfront classroom-block parking-lot maternity-ward`,
  ],
  [
    'vehicle',
    'transportation',
    'bus train car truck lorry taxi van tram minibus coach vehicle motorcycle wagon locomotive railcar ambulance pickup',
  ],
  ['vehicle', 'military', 'convoy patrol jeep tank armoured-vehicle humvee warship frigate'],
  ['vehicle', 'police', 'police-car patrol-car police-bus'],
  ['vehicle', 'government', 'motorcade'],
  [
    'vehicle',
    'maritime',
    'ship vessel tanker ferry boat freighter carrier trawler yacht tug tugboat cargo-ship bulk-carrier',
  ],
  [
    'event',
    'private-citizens',
    'concert festival gathering ceremony parade procession march demonstration marathon tournament match memorial-ceremony wedding-party service prayers prayer rally party celebration meeting fair carnival vigil mass conference',
  ],
  ['object', 'utilities', 'cable'],
];

export const THINGS: ReadonlyMap<string, Thing> = new Map(
  rows.flatMap(([kind, type, words]) => words.split(/\s+/).map((word) => [word, { class: kind, type }] as const)),
);

/** Words before a noun that say more than the noun does: "police station", "army base", "Turkish embassy convoy". */
export const THING_MODIFIERS: ReadonlyMap<string, TargetType> = new Map(
  Object.entries({
    police: 'police',
    army: 'military',
    military: 'military',
    naval: 'military',
    navy: 'military',
    government: 'government',
    presidential: 'government',
    embassy: 'diplomatic',
    diplomatic: 'diplomatic',
    school: 'education',
    university: 'education',
    church: 'religious',
    mosque: 'religious',
    tourist: 'tourists',
    aid: 'ngo',
    oil: 'utilities',
    power: 'utilities',
    gas: 'utilities',
    television: 'journalists',
    radio: 'journalists',
    newspaper: 'journalists',
    railway: 'transportation',
    airport: 'airports-aircraft',
    cargo: 'maritime',
    union: 'political-parties',
    peacekeeping: 'military',
    security: 'police',
    civil: 'police',
  }) as [string, TargetType][],
);

/** Those who do it, by noun: they name a perpetrator, never a victim, unless they are what was killed by the state. */
export const PERPETRATORS: ReadonlySet<string> = new Set(
  `gunman bomber attacker assailant militant rebel fighter terrorist extremist insurgent guerrilla jihadist jihadi islamist hijacker kidnapper
  abductor assassin hitman shooter stabber knifeman suspect perpetrator arsonist commando hostage-taker killer militiaman pirate raider cadre
  operative plotter separatist subversive naxal naxali naxalite maoist bandit suicide-bomber suicide-driver mastermind ringleader`.split(
    /\s+/,
  ),
);

/** Those whom their noun alone places in a movement that is no organisation. By singular. */
export const MOVEMENTS: ReadonlySet<string> = new Set(
  `anarchist neo-nazi maoist naxalite naxal separatist supremacist tribesman secessionist eco-terrorist skinhead neo-fascist
  nihilist royalist`.split(/\s+/),
);

/** Before "men", "persons", "youths"… these make perpetrators of them. */
export const PERPETRATOR_MODIFIERS: ReadonlySet<string> = new Set(
  `armed masked hooded unidentified unknown unnamed disguised camouflaged gun-wielding knife-wielding machete-wielding gun-toting
  heavily-armed balaclava-clad uniformed extremist militant terrorist rebel jihadist suspected`.split(/\s+/),
);
