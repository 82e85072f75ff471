import type { LabelAttribute, LabelSchema } from '@assay/contracts';

/** Something of a label schema that a migration can be about. */
export type SchemaChoice = {
  id: string;
  what: 'question' | 'label' | 'attribute' | 'option' | 'reason' | 'relation';
  name: string;
  /** Names of what it belongs to, from the question down. */
  above: string[];
  /** What it shares its place with: the question or attribute. */
  ownerId: string;
  deprecated: boolean;
  attribute: LabelAttribute | null;
};

/** What one can ask a migration to do. */
export const ACTS = [
  'rename',
  'merge',
  'split',
  'move',
  'deprecate',
  'restore',
  'add-option',
  'widen',
  'require',
  'unrequire',
  'drop-attribute',
] as const;
export type Act = (typeof ACTS)[number];

const isOffered = ({ what }: SchemaChoice): boolean => what !== 'question' && what !== 'attribute';

/** Everything in a label schema that has a name and an id, in its order. */
export function choicesOf(schema: LabelSchema): SchemaChoice[] {
  const found: SchemaChoice[] = [];
  const add = (
    what: SchemaChoice['what'],
    { id, name, deprecated = false }: { id: string; name: string; deprecated?: boolean },
    above: string[],
    ownerId: string,
    attribute: LabelAttribute | null = null,
  ) => found.push({ id, what, name, above, ownerId, deprecated, attribute });
  for (const question of schema.questions) {
    add('question', question, [], '');
    const above = [question.name];
    if ('labels' in question) {
      for (const label of question.labels) {
        add('label', label, above, question.id);
        for (const attribute of label.attributes) {
          add('attribute', attribute, [...above, label.name], label.id, attribute);
          if (attribute.kind !== 'single') continue;
          for (const option of attribute.options) {
            add('option', option, [...above, label.name, attribute.name], attribute.id);
          }
        }
      }
    }
    if (question.kind === 'cells') {
      for (const reason of question.reasons) add('reason', reason, above, question.id);
    }
    if (question.kind === 'regions') {
      for (const relation of question.relations) add('relation', relation, above, question.id);
    }
  }
  return found;
}

/** What else has its place: what can become it, or stand above it. */
export const besides = (all: readonly SchemaChoice[], id: string | null): SchemaChoice[] => {
  const one = all.find((each) => each.id === id);
  if (one === undefined) return [];
  return all.filter((each) => each.id !== id && each.what === one.what && each.ownerId === one.ownerId);
};

/** What an act can be about. */
export function choicesFor(act: Act, all: readonly SchemaChoice[]): SchemaChoice[] {
  return all.filter((each) => {
    const { what, deprecated, attribute } = each;
    switch (act) {
      case 'rename':
        return true;
      case 'merge':
        return isOffered(each) && !deprecated && besides(all, each.id).length > 0;
      case 'split':
        return what === 'label' && !deprecated;
      case 'move':
        return what === 'label' && besides(all, each.id).length > 0;
      case 'deprecate':
        return isOffered(each) && !deprecated;
      case 'restore':
        return isOffered(each) && deprecated;
      case 'add-option':
        return attribute?.kind === 'single';
      case 'widen':
        return attribute?.kind === 'number' || attribute?.kind === 'text';
      case 'require':
        return attribute !== null && !attribute.required;
      case 'unrequire':
        return attribute?.required === true;
      case 'drop-attribute':
        return attribute !== null;
      default:
        return false;
    }
  });
}
