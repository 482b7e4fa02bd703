/** From an event and its fills to a template: what each fill is, how many, what befell it. */
import { choose } from './choice.js';
import { dateChoices } from './days.js';
import { confidenceFeatures, eventFeatures, fillFeatures, perpetratorFeatures, roleChoices } from './details.js';
import type { Event } from './event.js';
import type { Fill } from './fills.js';
import { nationOfEntity } from './foreign.js';
import { best, classify, type Model } from './model.js';
import type { Models } from './models.js';
import { numberOf } from './numbers.js';
import { locationChoices, type Setting } from './places.js';
import type { Tagged, Template } from './template.js';
import type { Entity, Text } from './text.js';

/** The likeliest class; null for "none". */
function likeliest(model: Model, features: string[]): string | null {
  const name = model.classes[best(classify(model, features))]!;
  return name === 'none' ? null : name;
}

export function assemble(text: Text, event: Event, fills: readonly Fill[], setting: Setting, models: Models): Template {
  const of = (slot: Fill['slot']): Entity[] => fills.filter((fill) => fill.slot === slot).map(({ entity }) => entity);
  const location = choose(locationChoices(text, event, setting), models.location) ?? setting.main;
  const country = location.split(':')[0]!;
  const template: Template = {
    message: text.message.id,
    date: choose(dateChoices(text, event), models.date),
    location,
    type: event.type,
    stage: likeliest(models.stage, eventFeatures(text, event)) ?? 'ACCOMPLISHED',
    instruments: [],
    instrumentTypes: [],
    category: likeliest(models.category, perpetratorFeatures(text, event, fills)),
    perpetrators: of('perpetrator').map(({ text: words }) => words),
    organizations: [],
    confidences: [],
    targets: [],
    targetTypes: [],
    targetNumbers: [],
    targetNations: [],
    targetEffects: [],
    targetTotal: null,
    names: [],
    descriptions: [],
    humanTypes: [],
    humanNumbers: [],
    humanNations: [],
    humanEffects: [],
    humanTotal: null,
  };
  const tag = (list: Tagged[], value: string | null, words: string | null): void => {
    if (value !== null) list.push({ value, of: words });
  };
  for (const entity of of('instrument')) {
    template.instruments.push(entity.text);
    tag(template.instrumentTypes, likeliest(models.instrumentType, fillFeatures(text, event, entity)), entity.text);
  }
  if (template.instruments.length === 0)
    tag(template.instrumentTypes, likeliest(models.instrumentUnnamed, eventFeatures(text, event)), null);
  for (const entity of of('organization')) {
    template.organizations.push(entity.text);
    tag(template.confidences, likeliest(models.confidence, confidenceFeatures(text, event, entity)), entity.text);
  }
  for (const entity of of('target')) {
    const features = fillFeatures(text, event, entity);
    template.targets.push(entity.text);
    tag(template.targetTypes, likeliest(models.targetType, features), entity.text);
    tag(template.targetNumbers, numberOf(text, entity), entity.text);
    tag(template.targetEffects, likeliest(models.targetEffect, features), entity.text);
    const nation = nationOfEntity(text, [entity]);
    if (nation !== country) tag(template.targetNations, nation, entity.text);
  }
  const human = (entity: Entity, others: Entity[], number: string): void => {
    const features = fillFeatures(text, event, entity);
    for (const other of others)
      for (const f of fillFeatures(text, event, other)) if (/^(?:has|head|text):/.test(f)) features.push(`as-${f}`);
    tag(template.humanTypes, likeliest(models.humanType, features), entity.text);
    tag(template.humanNumbers, number, entity.text);
    tag(template.humanEffects, likeliest(models.humanEffect, features), entity.text);
    const nation = nationOfEntity(text, [entity, ...others]);
    if (nation !== country) tag(template.humanNations, nation, entity.text);
  };
  for (const entity of of('name')) {
    template.names.push(entity.text);
    const role = choose(roleChoices(text, entity), models.role) ?? '';
    if (role) template.descriptions.push({ value: role, of: entity.text });
    const described = text.entities.filter(({ text: words }) => role !== '' && words === role);
    human(entity, described, '1');
  }
  for (const entity of of('description')) {
    if (template.descriptions.some(({ value }) => value === entity.text)) continue;
    template.descriptions.push({ value: entity.text, of: null });
    human(entity, [], numberOf(text, entity));
  }
  return template;
}
