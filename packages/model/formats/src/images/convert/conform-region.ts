import type { Geometry, SkeletonGeometry } from '@assay/contracts';
import type { FormatRules } from '../format-table.ts';
import type { AttributeValues, ImageLabel, ImageRegion } from '../image-document.ts';
import type { PictureSize } from '../label-file.ts';
import { valueOfText } from './attribute-text.ts';
import { convertGeometry } from './convert-geometry.ts';
import { placedJoints } from './geometry-bounds.ts';
import { degreesOf, TURN } from './turned-box.ts';
import type { WriteTally } from './write-tally.ts';

export type ConformContext = {
  readonly rules: FormatRules;
  readonly labels: ReadonlyMap<string, ImageLabel>;
  readonly tally: WriteTally;
};

const FLAGS = ['occluded', 'truncated', 'difficult', 'crowd'] as const;
const NO_ATTRIBUTES: AttributeValues = {};

/** A region as the format can say it: as it is, as one or several of another kind, or not at all. All is counted. */
export function conformRegion(
  region: ImageRegion,
  image: PictureSize,
  context: ConformContext,
): ImageRegion[] {
  const { rules, labels, tally } = context;
  const { kind } = region.geometry;
  const label = region.label === null ? undefined : labels.get(region.label);
  if (region.label === null && rules.things.unlabelled === 'drops') {
    tally.drop('unlabelled', 'not-in-format');
    return [];
  }
  if (region.label !== null && label === undefined) {
    tally.drop(kind, 'unknown-label');
    return [];
  }
  if (kind === 'image-class' && label === undefined) {
    tally.drop(kind, 'empty');
    return [];
  }
  const geometries = conformGeometry(region.geometry, label, image, context);
  if (geometries.length === 0) return [];
  const plain = conformProperties(region, label, geometries[0]!.kind, context);
  if (geometries.length === 1 && geometries[0] === region.geometry) return [plain];
  return geometries.map((geometry, at) => ({
    ...plain,
    geometry,
    id: at === 0 ? plain.id : `${plain.id}/${at + 1}`,
  }));
}

function conformGeometry(
  geometry: Geometry,
  label: ImageLabel | undefined,
  image: PictureSize,
  { rules, tally }: ConformContext,
): Geometry[] {
  const fate = rules.regions[geometry.kind];
  if (fate === 'drops') {
    tally.drop(geometry.kind, 'not-in-format');
    return [];
  }
  if (geometry.kind === 'mask' && (geometry.width !== image.width || geometry.height !== image.height)) {
    tally.drop('mask', 'faulty');
    return [];
  }
  if (geometry.kind === 'skeleton' && placedJoints(geometry).length === 0) {
    tally.drop('skeleton', 'empty');
    return [];
  }
  if (geometry.kind === 'rotated-box' && geometry.rotation === 0 && rules.unturnedIsBox) {
    tally.convert('rotated-box', 'box');
    return convertGeometry(geometry, 'box');
  }
  if (geometry.kind === 'point' && rules.pointIsJoint && label?.skeleton?.joints.length === 1) {
    tally.convert('point', 'skeleton');
    const joint = {
      name: label.skeleton.joints[0]!,
      x: geometry.x,
      y: geometry.y,
      visibility: 'visible',
    } as const;
    return [{ kind: 'skeleton', version: 1, joints: [joint] }];
  }
  if (fate === 'keeps') {
    return geometry.kind === 'skeleton' && rules.jointsByLabel
      ? conformSkeleton(geometry, label, tally)
      : [geometry];
  }
  const converted = convertGeometry(geometry, fate.as);
  if (converted.length === 0) tally.drop(geometry.kind, 'empty');
  else tally.convert(geometry.kind, fate.as);
  return converted;
}

/** The joints of the label in their order; those that the region does not have are absent. */
function conformSkeleton(
  geometry: SkeletonGeometry,
  label: ImageLabel | undefined,
  tally: WriteTally,
): Geometry[] {
  const names = label?.skeleton?.joints;
  const joints = names?.map((name) => {
    const joint = geometry.joints.find((each) => each.name === name);
    return joint === undefined || joint.visibility === 'absent'
      ? ({ name, x: 0, y: 0, visibility: 'absent' } as const)
      : joint;
  });
  if (joints === undefined || joints.every(({ visibility }) => visibility === 'absent')) {
    tally.drop('skeleton', 'no-joint');
    return [];
  }
  const gone =
    placedJoints(geometry).length - joints.filter(({ visibility }) => visibility !== 'absent').length;
  if (gone > 0) tally.convert('skeleton', 'fewer-joints');
  return [{ kind: 'skeleton', version: 1, joints }];
}

function conformProperties(
  region: ImageRegion,
  label: ImageLabel | undefined,
  kind: Geometry['kind'],
  context: ConformContext,
): ImageRegion {
  const { things } = context.rules;
  const { tally } = context;
  const changed: { -readonly [Key in keyof ImageRegion]?: ImageRegion[Key] } = {};
  for (const flag of FLAGS) {
    // What has no place in the image is not behind anything.
    if (region[flag] && (things[flag] === 'drops' || region.geometry.kind === 'image-class')) {
      changed[flag] = false;
      tally.drop(flag, 'not-in-format');
    }
  }
  for (const thing of ['group', 'author', 'remark'] as const) {
    if (region[thing] !== null && things[thing] === 'drops') {
      changed[thing] = null;
      tally.drop(thing, 'not-in-format');
    }
  }
  if (region.origin === 'prediction') conformPrediction(region, changed, context);
  if (
    region.score !== null &&
    (things.score === 'drops' || (changed.origin ?? region.origin) === 'annotation')
  ) {
    changed.score = null;
    tally.drop('score', 'not-in-format');
  }
  const attributes = conformAttributes(region.attributes, label, kind, context);
  if (attributes !== region.attributes) changed.attributes = attributes;
  return Object.keys(changed).length === 0 ? region : { ...region, ...changed };
}

function conformPrediction(
  region: ImageRegion,
  changed: { origin?: ImageRegion['origin'] },
  { rules, tally }: ConformContext,
): void {
  const fate = rules.things.prediction;
  if (fate === 'keeps' || (typeof fate === 'object' && region.score !== null)) return;
  changed.origin = 'annotation';
  if (fate === 'drops') tally.drop('prediction', 'not-in-format');
  else tally.convert('prediction', fate.as);
}

function conformAttributes(
  attributes: AttributeValues,
  label: ImageLabel | undefined,
  kind: Geometry['kind'],
  { rules, tally }: ConformContext,
): AttributeValues {
  const all = Object.entries(attributes);
  if (all.length === 0) return attributes;
  if (rules.things.attributes === 'drops') {
    tally.drop('attributes', 'not-in-format');
    return NO_ATTRIBUTES;
  }
  const hasTexts = rules.things['attribute-types'] !== 'keeps';
  const isTurn = ([name, value]: (typeof all)[number]) =>
    rules.turnsBoxes && kind === 'box' && name === TURN && degreesOf(value, hasTexts) !== undefined;
  const own = all.filter((entry) => !rules.ownAttributes.includes(entry[0]) && !isTurn(entry));
  tally.drop('attributes', 'taken-name', all.length - own.length);
  const fate = rules.things['attribute-types'];
  if (typeof fate !== 'object') return own.length === all.length ? attributes : Object.fromEntries(own);
  const texts = own.map(([name, value]) => {
    if (fate.as === 'booleans-as-texts')
      return [name, typeof value === 'boolean' ? String(value) : value] as const;
    const kind = label?.attributes.find((attribute) => attribute.name === name)?.kind;
    return [name, valueOfText(String(value), fate.as === 'texts' ? 'text' : kind)] as const;
  });
  if (texts.some(([, value], at) => value !== own[at]![1])) tally.convert('attribute-types', fate.as);
  return Object.fromEntries(texts);
}
