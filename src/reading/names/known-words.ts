/** What the catalogue knows of a single word, looked up once for each word and not for each token. */
import { loadCatalogue } from '../../catalogue/catalogue.js';
import { foldedLower, foldedText, perForm } from '../forms.js';

/** The country (ISO 3166-1 alpha-2) of "Russian", "Afghans"; null for other words. */
export const nationOf = perForm((form) => loadCatalogue().demonym(foldedText(form)));
/** The places of this name, the likeliest first. */
export const placesOf = perForm((form) => loadCatalogue().placesNamed(foldedText(form)));
/** Most words in any name, of an actor, of a country or people, of anything, that begins with the word; 0 where none does. */
export const longestActorFrom = perForm((form) => loadCatalogue().longestActorFrom(firstWord(foldedLower(form))));
/** May the name of an actor end with the word? */
export const mayEndActor = perForm((form) => {
  const folded = foldedText(form);
  return loadCatalogue().mayEndActor(folded.slice(folded.lastIndexOf(' ') + 1));
});
export const longestNationFrom = perForm((form) => loadCatalogue().longestNationFrom(firstWord(foldedText(form))));
export const longestFrom = perForm((form) => loadCatalogue().longestFrom(firstWord(foldedText(form))));

function firstWord(folded: string): string {
  const space = folded.indexOf(' ');
  return space < 0 ? folded : folded.slice(0, space);
}
