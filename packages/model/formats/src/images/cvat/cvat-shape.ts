import type { SkeletonGeometry } from '@assay/contracts';
import type { Fault } from '../check/check-geometry.ts';
import { type Place, type Reading, shown } from '../check/reading.ts';
import { valueOfText } from '../convert/attribute-text.ts';
import type { ImageEntry, ImageLabel } from '../image-document.ts';
import type { XmlAttributes } from '../text/xml-events.ts';
import { geometriesOfElement, jointOfElement, skeletonOf } from './cvat-geometry.ts';

/** The most joints and attributes of one shape; a joint more is kept, so that it is told. */
const MOST_OF_ONE = 1000;

/** An element of an image, with what stands in it. */
export type CvatShape = {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly at: Place;
  readonly values: [string, string][];
  readonly joints: SkeletonGeometry['joints'][number][];
};

/** Takes what begins in a shape: a joint of a skeleton, or a value whose text follows. */
export function openInShape(shape: CvatShape, name: string, attributes: XmlAttributes): void {
  if (name === 'points' && shape.name === 'skeleton') {
    if (shape.joints.length <= MOST_OF_ONE) shape.joints.push(jointOfElement(attributes));
  } else if (name === 'attribute' && shape.values.length < MOST_OF_ONE)
    shape.values.push([attributes.name ?? '', '']);
}

/** The regions of a shape. */
export function takeShape(shape: CvatShape, image: ImageEntry, label: ImageLabel, reading: Reading): void {
  const { name, attributes, at, values, joints } = shape;
  const strange = joints.filter((joint) => label.skeleton?.joints.includes(joint.name) === false);
  if (strange.length > 0) reading.problem(at, strangeJoints(strange.map((joint) => joint.name)));
  const geometries =
    name === 'skeleton'
      ? [skeletonOf(joints, label.skeleton)]
      : geometriesOfElement(name, attributes, image, reading.room);
  if ('code' in geometries) {
    reading.problem(at, geometries);
    return;
  }
  const own = attributes.group_id === undefined || attributes.group_id === '0' ? null : attributes.group_id;
  const order = Number(attributes.z_order);
  for (const geometry of geometries) {
    reading.region(at, image, {
      geometry,
      label: label.name,
      attributes: Object.fromEntries(
        values.map(([key, text]) => [key, valueOfText(text, kindOf(label, key))]),
      ),
      occluded: attributes.occluded === '1',
      group: own ?? (geometries.length > 1 ? `${at.file} ${at.place}` : null),
      ...(attributes.z_order === undefined || !Number.isFinite(order) ? {} : { order }),
      origin: attributes.source === 'auto' ? 'prediction' : 'annotation',
    });
  }
}

const kindOf = (label: ImageLabel, name: string) =>
  label.attributes.find((attribute) => attribute.name === name)?.kind;

const strangeJoints = (names: readonly string[]): Fault => ({
  code: 'unknown-label',
  message: `Its label has no joint ${shown(names.join(', '))}.`,
  outcome: 'changed',
  kept: 'That was left out; the other joints were kept.',
  next: 'Add the joint to the label in the file, and import it again.',
});
