// Training rows of every model, from events that were found and the templates of the key that they are.

import { dateChoices } from '../../dist/exchange/muc4/days.js';
import {
  confidenceFeatures,
  eventFeatures,
  fillFeatures,
  perpetratorFeatures,
  roleChoices,
} from '../../dist/exchange/muc4/details.js';
import { entityFeatures, ownFeatures } from '../../dist/exchange/muc4/entity-features.js';
import { locationChoices, settingOf } from '../../dist/exchange/muc4/places.js';
import { bare } from '../../dist/exchange/muc4/text.js';
import { align } from './align.js';
import { plain } from './labels.js';

const FILLER_OF = {
  'inc-instr-id': 'instrument',
  'perp-ind-id': 'perpetrator',
  'perp-org-id': 'organization',
  'phys-tgt-id': 'target',
  'hum-tgt-name': 'name',
  'hum-tgt-desc': 'description',
};

/** Values of the set fill of `slot` that refers to one of these wordings, or "none". */
const setFill = (key, slot, wordings) => {
  for (const fill of key.fills[slot])
    if (fill.tags?.some(([tag]) => wordings.includes(plain(tag)))) return fill.values[0]?.[0] ?? 'none';
  return 'none';
};

/** Adds to `rows` (by model) those of one text with these events; returns the templates of the key that none of them is. */
export function addRows(rows, text, events, keys, fold) {
  const put = (model, features, label) => rows[model].push({ features, label, fold });
  const choice = (model, choices, isRight) =>
    rows[model].push({ fold, group: choices.map(({ value, features }) => ({ features, right: isRight(value) })) });
  if (events.length === 0 || keys.length === 0) return keys;
  const setting = settingOf(text);
  const own = new Map(text.entities.map((e) => [e, ownFeatures(text, e)]));
  const left = new Set(keys);
  for (const { event, key, wanted } of align(text, events, keys)) {
    left.delete(key);
    const fills = [];
    for (const entity of text.entities) {
      const hit = wanted.find(({ wordings }) => wordings.includes(entity.key));
      const filler = !hit ? 'none' : hit.slot === 'hum-tgt-desc' && hit.fill.tags ? 'role' : FILLER_OF[hit.slot];
      put('filler', entityFeatures(text, event, entity), filler);
      if (!hit) continue;
      fills.push({ slot: filler, entity, chance: 1 });
      const wordings = hit.wordings;
      const features = () => fillFeatures(text, event, entity);
      if (filler === 'instrument') put('instrumentType', features(), setFill(key, 'inc-instr-type', wordings));
      if (filler === 'target') {
        put('targetType', features(), setFill(key, 'phys-tgt-type', wordings));
        put('targetEffect', features(), setFill(key, 'phys-tgt-effect', wordings));
      }
      if (filler === 'organization')
        put('confidence', confidenceFeatures(text, event, entity), setFill(key, 'perp-org-conf', wordings));
      if (filler === 'name' || filler === 'description') {
        const f = features();
        if (filler === 'name') {
          const role = key.fills['hum-tgt-desc'].find(({ tags }) =>
            tags?.some(([tag]) => wordings.includes(plain(tag))),
          );
          const right = new Set(role?.values.map(([v]) => plain(v)) ?? []);
          const choices = roleChoices(text, entity);
          const reachable = choices.some(({ value }) => right.has(bare(value)));
          choice('role', choices, (value) => (value === '' ? !reachable : right.has(bare(value))));
          for (const other of text.entities)
            if (right.has(other.key))
              for (const g of own.get(other)) if (/^(?:has|head|text):/.test(g)) f.push(`as-${g}`);
        }
        put('humanType', f, setFill(key, 'hum-tgt-type', wordings));
        put('humanEffect', f, setFill(key, 'hum-tgt-effect', wordings));
      }
    }
    const whole = eventFeatures(text, event);
    put('stage', whole, key.fills['inc-stage'][0]?.values[0]?.[0] ?? 'ACCOMPLISHED');
    put('category', perpetratorFeatures(text, event, fills), key.fills['perp-inc-cat'][0]?.values[0]?.[0] ?? 'none');
    if (key.fills['inc-instr-id'].length === 0 && event.type !== 'KIDNAPPING' && event.type !== 'ARSON')
      put('instrumentUnnamed', whole, key.fills['inc-instr-type'][0]?.values[0]?.[0] ?? 'none');
    const dates = new Set(key.fills['inc-date'].flatMap(({ values }) => values.map((v) => v.join(' - ').trim())));
    choice('date', dateChoices(text, event), (value) => dates.has(value));
    const places = new Set(key.fills['inc-loc'].flatMap(({ values }) => values.map((v) => v.join(': '))));
    choice('location', locationChoices(text, event, setting), (value) => places.has(value));
  }
  return [...left];
}
