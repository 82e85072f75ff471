import type {
  Annotation,
  AnnotationAnswer,
  AttributeValue,
  CellFlag,
  ChosenLabel,
  DrawnRecord,
  MappingStep,
} from '@assay/contracts';

/** Something of an answer that has no place any more. It stays in the annotation, which never changes. */
export type KeptValue = {
  questionId: string;
  /** The part of the picture that it was said of. */
  regionId: string | null;
  /** The label or reason that was given. */
  labelId: string;
  /** What was said by attributes that have no place; of a label that was given twice, all that its second time said. */
  attributes: { readonly [attributeId: string]: AttributeValue };
};

/** A label that somebody has to look at: what was answered does not say what it is now. */
export type UndecidedLabel = { questionId: string; regionId: string | null; labelId: string };

export type MappedAnnotation = { annotation: Annotation; kept: KeptValue[]; undecided: UndecidedLabel[] };

type MappedLabel = {
  label: ChosenLabel;
  aside: { [attributeId: string]: AttributeValue };
  undecided: boolean;
};

/** A label that was given, as it is read after some migrations. */
export function mapLabel(chosen: ChosenLabel, steps: readonly MappingStep[]): MappedLabel {
  let label = chosen;
  let undecided = false;
  const aside: { [attributeId: string]: AttributeValue } = {};
  for (const step of steps) {
    if (step.kind !== 'label' || step.labelId !== label.labelId) continue;
    const said = step.when === null ? undefined : own(label.attributes, step.when.attributeId);
    if (step.when !== null && (said === undefined || !step.when.values.includes(said))) continue;
    const attributes: { [attributeId: string]: AttributeValue } = {};
    for (const [attributeId, value] of Object.entries(label.attributes)) {
      const named = own(step.attributes, attributeId);
      const target = named === undefined && step.to === step.labelId ? attributeId : (named ?? null);
      if (target === null) aside[attributeId] = value;
      else attributes[target] = optionOf(step.options, attributeId, value);
    }
    label = { ...label, labelId: step.to, attributes: { ...step.set, ...attributes } };
    undecided ||= step.undecided;
  }
  return { label, aside, undecided };
}

function own<T>(record: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function optionOf(
  options: { readonly [attributeId: string]: { readonly [optionId: string]: string } },
  attributeId: string,
  value: AttributeValue,
): AttributeValue {
  const renamed = own(options, attributeId);
  return typeof value === 'string' && renamed !== undefined ? (own(renamed, value) ?? value) : value;
}

/** The id that a reason or a kind of relation goes by after some migrations. */
function mapId(kind: 'reason' | 'relation', id: string, steps: readonly MappingStep[]): string {
  let now = id;
  for (const step of steps) {
    if (kind === 'reason' && step.kind === 'reason' && step.reasonId === now) now = step.to;
    if (kind === 'relation' && step.kind === 'relation' && step.relationId === now) now = step.to;
  }
  return now;
}

/** A region or relation as it is read after some migrations. */
export function mapDrawn<T extends DrawnRecord>(record: T, steps: readonly MappingStep[]): T {
  if (record.type === 'relation') {
    const { labelId } = record;
    return labelId === null ? record : { ...record, labelId: mapId('relation', labelId, steps) };
  }
  return record.label === null ? record : { ...record, label: mapLabel(record.label, steps).label };
}

type Note = (
  labelId: string,
  mapped: Pick<MappedLabel, 'aside' | 'undecided'> & { label: ChosenLabel },
  regionId: string | null,
) => ChosenLabel;

/** One answer as it is read after some migrations. */
export function mapAnswer(
  questionId: string,
  answer: AnnotationAnswer,
  steps: readonly MappingStep[],
  kept: KeptValue[] = [],
  undecided: UndecidedLabel[] = [],
): AnnotationAnswer {
  const note: Note = (labelId, mapped, regionId) => {
    if (Object.keys(mapped.aside).length > 0) {
      kept.push({ questionId, regionId, labelId, attributes: mapped.aside });
    }
    if (mapped.undecided) undecided.push({ questionId, regionId, labelId: mapped.label.labelId });
    return mapped.label;
  };
  switch (answer.kind) {
    case 'single':
      return { ...answer, label: note(answer.label.labelId, mapLabel(answer.label, steps), null) };
    case 'multiple': {
      let labels: ChosenLabel[] = answer.labels;
      // Step by step, so that labels that have become one are one for the steps behind it, too.
      for (const step of steps) {
        const once = new Map<string, ChosenLabel>();
        for (const chosen of labels) {
          const mapped = mapLabel(chosen, [step]);
          if (once.has(mapped.label.labelId)) {
            kept.push({ questionId, regionId: null, labelId: chosen.labelId, attributes: chosen.attributes });
          } else once.set(mapped.label.labelId, note(chosen.labelId, mapped, null));
        }
        labels = [...once.values()];
      }
      return { ...answer, labels };
    }
    case 'cells':
      return { ...answer, flags: mapFlags(questionId, answer.flags, steps, kept) };
    case 'regions':
      return {
        ...answer,
        regions: answer.regions.map((region) => {
          if (region.label === null) return region;
          const mapped = mapLabel(region.label, steps);
          return { ...region, label: note(region.label.labelId, mapped, region.id) };
        }),
        relations: answer.relations.map((relation) => mapDrawn(relation, steps)),
        // What was rejected is no part of what is said: nobody has to decide what it is.
        ...(answer.rejected === undefined
          ? {}
          : { rejected: answer.rejected.map((region) => mapDrawn(region, steps)) }),
      };
    default:
      return answer;
  }
}

/** A cell that is flagged twice for what is now one reason is flagged once, as it was first. */
function mapFlags(
  questionId: string,
  flags: readonly CellFlag[],
  steps: readonly MappingStep[],
  kept: KeptValue[],
): CellFlag[] {
  const there = new Map<string, CellFlag>();
  for (const flag of flags) {
    const reasonId = mapId('reason', flag.reasonId, steps);
    const place = JSON.stringify([flag.column, reasonId, flag.span?.from ?? null, flag.span?.to ?? null]);
    if (there.has(place)) kept.push({ questionId, regionId: null, labelId: flag.reasonId, attributes: {} });
    else there.set(place, { ...flag, reasonId });
  }
  return [...there.values()];
}

/**
 * An annotation as it is read after some migrations, with what has no place in it any more and what somebody has to
 * decide. The annotation itself stays as it is: reading it without the steps gives all of it back. The steps of one
 * migration behind those of another are the steps of both.
 */
export function mapAnnotation(annotation: Annotation, steps: readonly MappingStep[]): MappedAnnotation {
  const kept: KeptValue[] = [];
  const undecided: UndecidedLabel[] = [];
  if (steps.length === 0) return { annotation, kept, undecided };
  const answers = Object.fromEntries(
    Object.entries(annotation.answers).map(([questionId, answer]) => [
      questionId,
      mapAnswer(questionId, answer, steps, kept, undecided),
    ]),
  );
  return { annotation: { ...annotation, answers }, kept, undecided };
}
