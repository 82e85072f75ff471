import type { ImageAttribute, ImageLabel } from '../image-document.ts';
import { bonesOfSvg } from './cvat-skeleton.ts';

/** One label of the head of a file: texts by the name of their element, and its attributes likewise. */
export type CvatLabel = {
  readonly texts: Map<string, string>;
  readonly attributes: Map<string, string>[];
};

const KINDS: Readonly<Record<string, ImageAttribute['kind']>> = {
  number: 'number',
  checkbox: 'boolean',
  select: 'choice',
  radio: 'choice',
};

/** The labels of a file. Those that have a parent are joints of its skeleton. */
export function labelsOfCvat(found: readonly CvatLabel[]): ImageLabel[] {
  const jointsOf = new Map<string, string[]>();
  for (const { texts } of found) {
    const parent = texts.get('parent');
    if (parent === undefined || parent === '') continue;
    jointsOf.set(parent, [...(jointsOf.get(parent) ?? []), texts.get('name') ?? '']);
  }
  return found
    .filter(({ texts }) => (texts.get('parent') ?? '') === '' && (texts.get('name') ?? '') !== '')
    .map(({ texts, attributes }) => {
      const name = texts.get('name') ?? '';
      const joints = jointsOf.get(name);
      const colour = texts.get('color')?.toLowerCase() ?? '';
      return {
        name,
        colour: /^#[0-9a-f]{6}$/.test(colour) ? colour : null,
        parent: null,
        attributes: attributes.map(attributeOf),
        skeleton: joints === undefined ? null : { joints, bones: bonesOfSvg(texts.get('svg') ?? '', joints) },
      };
    });
}

function attributeOf(texts: ReadonlyMap<string, string>): ImageAttribute {
  const kind = KINDS[texts.get('input_type') ?? ''] ?? 'text';
  const choices =
    kind === 'choice' ? (texts.get('values') ?? '').split('\n').filter((each) => each !== '') : [];
  return { name: texts.get('name') ?? '', kind, choices };
}
