import type { AttributeValue, LabelMappingStep, LabelSchema, MigrationOperation } from '@assay/contracts';
import { copyOfAttribute, type NextId, stepOf } from './plan-merge.ts';
import { type AnyLabel, MigrationRefusal, requirePart } from './schema-parts.ts';

type Split = Extract<MigrationOperation, { kind: 'split' }>;

const MOST_LABELS = 500;

/** One label becomes several. Changes the document, and says how answers are read. */
export function planSplit(
  schema: LabelSchema,
  operation: Split,
  nextId: NextId,
): { steps: LabelMappingStep[]; undoSteps: LabelMappingStep[]; parts: string[] } {
  const { item: label, labels } = requirePart(schema, operation.labelId, 'label');
  const { attributeId, parts, rest } = operation;
  if (labels.length + parts.length > MOST_LABELS) {
    throw new MigrationRefusal('too-many-labels', `A question has at most ${MOST_LABELS} labels.`);
  }
  if (rest !== null && rest >= parts.length) {
    throw new MigrationRefusal('unknown-rest', 'What is left goes to a part that is not there.');
  }
  requireValues(label, operation);
  const made = parts.map((part) => partOfLabel(label, attributeId, part, nextId));
  const steps = made.flatMap(({ step }) => (step === null ? [] : [step]));
  const remaining = rest === null ? undefined : made[rest];
  if (remaining !== undefined) steps.push(remaining.left);
  const at = labels.indexOf(label) + 1;
  labels.splice(at, 0, ...made.map((each) => each.label));
  // Its key goes to nobody: a key that means something else than yesterday is pressed by habit.
  label.deprecated = rest !== null;
  return { steps, undoSteps: made.map(({ undo }) => undo), parts: made.map((each) => each.label.id) };
}

function requireValues(label: AnyLabel, { attributeId, parts, rest }: Split): void {
  const all = parts.flatMap(({ values }) => values);
  if (attributeId === null) {
    if (all.length > 0) throw new MigrationRefusal('values-of-nothing', 'By hand, no part has values.');
    if (rest === null) {
      const message = `Nothing says where answers with “${label.name}” go.`;
      throw new MigrationRefusal('no-rest', message, 'Choose the part that they go to until it is decided.');
    }
    return;
  }
  const attribute = label.attributes.find(({ id }) => id === attributeId);
  if (attribute === undefined || (attribute.kind !== 'single' && attribute.kind !== 'boolean')) {
    const message = `“${label.name}” has no such attribute of options, or of yes and no.`;
    throw new MigrationRefusal('unknown-attribute', message, 'Choose another attribute, or split by hand.');
  }
  const known: readonly AttributeValue[] =
    attribute.kind === 'boolean' ? [true, false] : attribute.options.map(({ id }) => id);
  if (all.some((value) => !known.includes(value))) {
    const message = `A part is made of a value that “${attribute.name}” does not have.`;
    throw new MigrationRefusal('unknown-value', message, 'Choose its values anew.');
  }
  if (new Set(all).size < all.length) {
    const message = `Two parts are made of one value of “${attribute.name}”.`;
    throw new MigrationRefusal('value-twice', message, 'Give each value to one part.');
  }
  if (parts.every(({ values }, at) => values.length === 0 && at !== rest)) {
    throw new MigrationRefusal('no-values', 'No part is made of any value.', 'Give each part its values.');
  }
}

function partOfLabel(
  label: AnyLabel,
  by: string | null,
  { name, values }: Split['parts'][number],
  nextId: NextId,
): { label: AnyLabel; step: LabelMappingStep | null; left: LabelMappingStep; undo: LabelMappingStep } {
  const id = nextId();
  const step = stepOf(label.id, id);
  const undo = stepOf(id, label.id);
  const attributes = label.attributes.flatMap((attribute) => {
    // The part says what the attribute said.
    if (attribute.id === by) return [];
    const { copy, options } = copyOfAttribute(attribute, nextId);
    step.attributes[attribute.id] = copy.id;
    undo.attributes[copy.id] = attribute.id;
    if (options !== null) {
      step.options[attribute.id] = options;
      undo.options[copy.id] = Object.fromEntries(Object.entries(options).map(([a, b]) => [b, a]));
    }
    return [copy];
  });
  const [only, ...others] = values;
  if (by !== null && only !== undefined && others.length === 0) undo.set[by] = only;
  else undo.undecided = by !== null;
  const part = { ...structuredClone(label), id, name, description: '', key: null, deprecated: false };
  return {
    label: { ...part, attributes },
    step: by === null || only === undefined ? null : { ...step, when: { attributeId: by, values } },
    left: { ...step, undecided: true },
    undo,
  };
}
