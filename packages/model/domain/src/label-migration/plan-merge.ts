import {
  type LabelAttribute,
  type LabelMappingStep,
  type LabelSchema,
  type MappingStep,
  MOST_LABEL_TEXT,
} from '@assay/contracts';
import { type AnyLabel, MigrationRefusal, requirePart } from './schema-parts.ts';

/** Ids for what a migration makes. */
export type NextId = () => string;

const MOST_ATTRIBUTES = 20;
const MOST_OPTIONS = 100;

const sameName = (a: { name: string }, b: { name: string }): boolean =>
  a.name.trim().toLowerCase() === b.name.trim().toLowerCase();

/** Several of one kind and owner become one of them. Changes the document, and says how answers are read. */
export function planMerge(
  schema: LabelSchema,
  operation: { from: readonly string[]; into: string },
  nextId: NextId,
): { steps: MappingStep[]; undoSteps: MappingStep[] } {
  const into = requirePart(schema, operation.into, 'label', 'option', 'reason', 'relation');
  const from = new Set(operation.from);
  if (from.has(operation.into)) {
    throw new MigrationRefusal('into-itself', `“${into.item.name}” cannot become itself.`, 'Choose others.');
  }
  if (into.item.deprecated) {
    throw new MigrationRefusal(
      'into-deprecated',
      `“${into.item.name}” is deprecated: answers would have a label that is no longer given.`,
      'Offer it again first, or choose another one.',
    );
  }
  const [steps, undoSteps]: [MappingStep[], MappingStep[]] = [[], []];
  for (const id of from) {
    const source = requirePart(schema, id, into.what);
    const apart =
      source.question !== into.question ||
      (source.what === 'option' && into.what === 'option' && source.attribute !== into.attribute);
    if (apart) {
      const message = `“${source.item.name}” and “${into.item.name}” belong to different things.`;
      throw new MigrationRefusal('different-owners', message, 'Choose what belongs to the same question.');
    }
    if (source.what === 'label' && into.what === 'label') {
      const made = mergeLabel(source.labels, source.item, into.item, nextId);
      steps.push(made.step);
      undoSteps.push(...made.undo);
    } else if (source.what === 'option') {
      const { attribute, label } = source;
      const options = { [attribute.id]: { [source.item.id]: into.item.id } };
      steps.push({ ...stepOf(label.id, label.id), options });
      source.item.deprecated = true;
    } else if (source.what === 'reason') {
      steps.push({ kind: 'reason', reasonId: id, to: into.item.id });
      source.item.deprecated = true;
    } else if (source.what === 'relation') {
      steps.push({ kind: 'relation', relationId: id, to: into.item.id });
      source.item.deprecated = true;
    }
  }
  return { steps, undoSteps };
}

/** A step that changes nothing yet. */
export function stepOf(labelId: string, to: string): LabelMappingStep {
  return { kind: 'label', labelId, when: null, to, attributes: {}, options: {}, set: {}, undecided: false };
}

function mergeLabel(
  labels: readonly AnyLabel[],
  source: AnyLabel,
  target: AnyLabel,
  nextId: NextId,
): { step: LabelMappingStep; undo: LabelMappingStep[] } {
  mergeShapes(source, target);
  const step = stepOf(source.id, target.id);
  const undo = stepOf(target.id, target.id);
  const paired = new Set<string>();
  for (const attribute of source.attributes) {
    const like = target.attributes.find(
      (each) => each.kind === attribute.kind && sameName(each, attribute) && !paired.has(each.id),
    );
    if (like !== undefined) {
      paired.add(like.id);
      step.attributes[attribute.id] = like.id;
      const options = widenTo(like, attribute, nextId);
      if (options !== null) step.options[attribute.id] = options;
    } else if (target.attributes.length < MOST_ATTRIBUTES) {
      // What it was asked has a place below the other label, too.
      const { copy, options } = copyOfAttribute(attribute, nextId);
      if (target.attributes.some((each) => sameName(each, copy))) copy.name = `${copy.name} (${source.name})`;
      target.attributes.push({ ...copy, required: false });
      paired.add(copy.id);
      step.attributes[attribute.id] = copy.id;
      if (options !== null) step.options[attribute.id] = options;
      undo.attributes[copy.id] = null;
    } else step.attributes[attribute.id] = null;
  }
  step.undecided = target.attributes.some((each) => each.required && !paired.has(each.id));
  reparent(labels, source, target);
  source.deprecated = true;
  return { step, undo: Object.keys(undo.attributes).length === 0 ? [] : [undo] };
}

/** What stood below the source stands below the target, which never stands below itself. */
function reparent(labels: readonly AnyLabel[], source: AnyLabel, target: AnyLabel): void {
  const byId = new Map(labels.map((label) => [label.id, label]));
  const seen = new Set<string>();
  let above = target.parentId;
  while (above !== null && above !== source.id && !seen.has(above)) {
    seen.add(above);
    above = byId.get(above)?.parentId ?? null;
  }
  if (above === source.id) target.parentId = source.parentId;
  for (const label of labels) {
    if (label.parentId === source.id && label !== target) label.parentId = target.id;
  }
}

/** Whatever the source was drawn by, the target may be. */
function mergeShapes(source: AnyLabel, target: AnyLabel): void {
  if (!('shapes' in source) || !('shapes' in target)) return;
  if (source.skeleton !== null && target.skeleton !== null) {
    if (JSON.stringify(source.skeleton.joints) !== JSON.stringify(target.skeleton.joints)) {
      const message = `“${source.name}” and “${target.name}” are skeletons of other joints.`;
      throw new MigrationRefusal('other-joints', message, 'Only labels of the same joints become one.');
    }
  }
  target.skeleton ??= structuredClone(source.skeleton);
  target.shapes = [...new Set([...target.shapes, ...source.shapes])];
}

/** Lets an attribute take whatever another of its kind took; says which options became which. */
function widenTo(
  like: LabelAttribute,
  attribute: LabelAttribute,
  nextId: NextId,
): Record<string, string> | null {
  if (like.kind === 'number' && attribute.kind === 'number') {
    like.min = like.min === null || attribute.min === null ? null : Math.min(like.min, attribute.min);
    like.max = like.max === null || attribute.max === null ? null : Math.max(like.max, attribute.max);
    like.integer = like.integer && attribute.integer;
  } else if (like.kind === 'text' && attribute.kind === 'text') {
    like.maxLength = Math.min(MOST_LABEL_TEXT, Math.max(like.maxLength, attribute.maxLength));
  } else if (like.kind === 'single' && attribute.kind === 'single') {
    const options: Record<string, string> = {};
    for (const option of attribute.options) {
      const same = like.options.find((each) => sameName(each, option));
      if (same !== undefined) {
        options[option.id] = same.id;
        same.deprecated = same.deprecated && option.deprecated;
      } else if (like.options.length < MOST_OPTIONS) {
        const added = { ...option, id: nextId() };
        like.options.push(added);
        options[option.id] = added.id;
      } else {
        const message = `“${like.name}” would have more than ${MOST_OPTIONS} options.`;
        throw new MigrationRefusal('too-many-options', message, 'Merge some of the options first.');
      }
    }
    return options;
  }
  return null;
}

/** The same attribute with ids of its own, and which of its options is which. */
export function copyOfAttribute(
  attribute: LabelAttribute,
  nextId: NextId,
): { copy: LabelAttribute; options: Record<string, string> | null } {
  if (attribute.kind !== 'single') return { copy: { ...attribute, id: nextId() }, options: null };
  const options: Record<string, string> = {};
  const copies = attribute.options.map((option) => {
    const id = nextId();
    options[option.id] = id;
    return { ...option, id };
  });
  return { copy: { ...attribute, id: nextId(), options: copies }, options };
}
