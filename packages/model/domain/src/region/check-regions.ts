import type {
  AnnotationAnswer,
  AnnotationProblem,
  Geometry,
  LabelQuestion,
  RegionLabel,
  RegionValue,
} from '@assay/contracts';
import { checkChosen } from '../label/check-chosen.ts';
import { areOfOneSequence, drawnGeometries, trackFault } from '../track/check-track.ts';

type Question = Extract<LabelQuestion, { kind: 'regions' }>;
type Add = (code: AnnotationProblem['code'], field: string, message: string) => void;

/** What keeps regions and relations from being an answer: labels, shapes and joints that are not asked for, loose ends. */
export function checkRegions(
  question: Question,
  { regions, relations, rejected = [] }: Extract<AnnotationAnswer, { kind: 'regions' }>,
  field: string,
  add: Add,
): void {
  if (!areOfOneSequence([...regions, ...rejected])) {
    add('wrong-track', `${field}.regions`, 'Regions are of sequences of different lengths.');
  }
  const seen = new Set<string>();
  for (const [at, record] of regions.entries()) {
    const inside = `${field}.regions.${at}`;
    if (seen.has(record.id)) add('id-twice', `${inside}.id`, 'Two regions have one id.');
    seen.add(record.id);
    checkRegion(question, record, inside, add);
  }
  const drawn = new Set(seen);
  for (const [at, record] of rejected.entries()) {
    const { id, proposal } = record;
    const inside = `${field}.rejected.${at}`;
    checkTrack(record, inside, add);
    if (seen.has(id)) add('id-twice', `${inside}.id`, 'A rejected region has the id of something else.');
    seen.add(id);
    if (proposal?.state !== 'rejected') {
      add('open-proposal', `${inside}.proposal`, 'A region beside the drawing was not rejected.');
    }
  }
  checkProposals(regions, field, add);
  for (const [at, { id, from, to, labelId }] of relations.entries()) {
    const inside = `${field}.relations.${at}`;
    if (seen.has(id)) add('id-twice', `${inside}.id`, 'A relation has the id of something else.');
    seen.add(id);
    for (const [end, which] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (!drawn.has(which)) {
        add('unknown-region', `${inside}.${end}`, 'A relation leads to a region that is not there.');
      }
    }
    const kind = question.relations.find((each) => each.id === labelId);
    if (kind === undefined) {
      add('unknown-relation', `${inside}.labelId`, 'A relation is of no kind that is asked for.');
    } else if (kind.deprecated) {
      add('deprecated-relation', `${inside}.labelId`, `“${kind.name}” is deprecated and no longer given.`);
    }
  }
}

/** What was proposed has to be looked at; what was rejected is no part of the drawing. */
function checkProposals(regions: readonly RegionValue[], field: string, add: Add): void {
  const open = regions.flatMap(({ proposal }, at) => (proposal?.state === 'open' ? [at] : []));
  const [first] = open;
  if (first !== undefined) {
    const message =
      open.length === 1
        ? 'A proposed region was not looked at yet.'
        : `${open.length} proposed regions were not looked at yet.`;
    add('open-proposal', `${field}.regions.${first}.proposal`, message);
  }
  const odd = regions.findIndex(({ proposal }) => proposal?.state === 'rejected');
  if (odd !== -1)
    add('open-proposal', `${field}.regions.${odd}.proposal`, 'A rejected region is in the drawing.');
}

function checkTrack(record: RegionValue, inside: string, add: Add): void {
  const fault = trackFault(record);
  if (fault !== null) add('wrong-track', `${inside}.track`, fault);
}

function checkRegion(question: Question, record: RegionValue, inside: string, add: Add): void {
  const { label: chosen } = record;
  checkTrack(record, inside, add);
  if (chosen === null) {
    add('missing-label', `${inside}.label`, 'A region has no label.');
    return;
  }
  const label = question.labels.find(({ id }) => id === chosen.labelId);
  if (label === undefined) {
    add('unknown-label', `${inside}.label.labelId`, `“${question.name}” has no such label.`);
    return;
  }
  if (label.deprecated) {
    const message = `“${label.name}” is deprecated and no longer given.`;
    add('deprecated-label', `${inside}.label.labelId`, message);
    return;
  }
  checkChosen(label, chosen, `${inside}.label`, add);
  for (const { at, geometry } of drawnGeometries(record)) {
    checkShape(label, geometry, `${inside}.${at}`, add);
  }
}

function checkShape(label: RegionLabel, geometry: Geometry, inside: string, add: Add): void {
  if (!label.shapes.includes(geometry.kind)) {
    const message = `“${label.name}” is not drawn as ${geometry.kind}, but as ${label.shapes.join(' or ')}.`;
    add('wrong-shape', inside, message);
  } else if (geometry.kind === 'skeleton' && label.skeleton !== null) {
    const asked = new Set(label.skeleton.joints);
    const odd = geometry.joints.find(({ name }) => !asked.has(name));
    if (odd !== undefined) {
      add('wrong-shape', `${inside}.joints`, `“${label.name}” has no joint “${odd.name}”.`);
    }
  }
}
