/** What is known beforehand: armed groups, agencies and governments, countries and places. Facts only, with their lists. */
import type { ActorKind, Precision } from '../reading/vocabulary.js';

/** An actor known by name: an armed group, an agency, a government, a population or another organisation. */
export interface KnownActor {
  /** Stable id in lower case with hyphens: `isis-k`, `us-state-department`, `gov-ru`. */
  key: string;
  kind: ActorKind;
  name: string;
  /** Other names, as they are written; the name itself is not repeated. */
  aliases: string[];
  /** Names that are also everyday words ("IS", "the Tigers"): they count only as written here, capitals and article. */
  strict: string[];
  /** Of governments: names of places that may stand for it ("Moscow", "Russia"), so that the sentence must decide. */
  metonyms: string[];
  /** Key of the larger body: the group that it is a branch of, the government that an agency belongs to. */
  parent: string | null;
  /** ISO 3166-1 alpha-2: where a group operates; whose an agency is. */
  countries: string[];
  /** Ids on public lists: `UN QDe.161`, `OFAC 20234`, `CA …`, `CIA`. */
  lists: string[];
}

export interface KnownPlace {
  /**
   * `geonames:524901`, `region:RU.48` and `district:IN.37.642` (GeoNames' first and second level), `country:RU`,
   * `area:central-asia`, or `place:so-el-adde` of our own supplement.
   */
  key: string;
  name: string;
  precision: Precision;
  /** ISO 3166-1 alpha-2; null for areas larger than a country. */
  country: string | null;
  /** Key of the first-level region, where there is one. */
  region: string | null;
  /** Degrees; null for countries and areas. */
  lat: number | null;
  lon: number | null;
  /** Inhabitants; of regions and districts those of their cities that are known; 0 where unknown. */
  population: number;
}
