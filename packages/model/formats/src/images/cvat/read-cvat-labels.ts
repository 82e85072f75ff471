import type { ImageAttribute, ImageLabel } from '../image-document.ts';
import { bonesOfSvg } from './cvat-skeleton.ts';

/** One label of the head of a file: texts by the name of their element, and its attributes likewise. */
type CvatLabel = {
  readonly texts: Map<string, string>;
  readonly attributes: Map<string, string>[];
};

/** The most of each in a file; more are passed over. */
const MOST_LABELS = 100_000;
const MOST_ATTRIBUTES = 1000;

/** Reads the labels of the head of a file, element by element; paths are from the outermost one to that itself. */
export function createCvatHead(): {
  open: (path: readonly string[]) => void;
  close: (path: readonly string[], text: string) => void;
  labels: () => ImageLabel[];
} {
  const found: CvatLabel[] = [];
  let label: CvatLabel | undefined;
  return {
    open: (path) => {
      const name = path.at(-1);
      if (name === 'label' && path.at(-2) === 'labels') label = { texts: new Map(), attributes: [] };
      else if (name === 'attribute' && label !== undefined && label.attributes.length < MOST_ATTRIBUTES)
        label.attributes.push(new Map());
    },
    close: (path, text) => {
      const name = path.at(-1) ?? '';
      if (label === undefined) return;
      if (name === 'label') {
        if (found.length < MOST_LABELS) found.push(label);
        label = undefined;
      } else if (path.at(-2) === 'attribute') label.attributes.at(-1)?.set(name, text);
      else label.texts.set(name, text);
    },
    labels: () => labelsOf(found),
  };
}

const KINDS: ReadonlyMap<string | undefined, ImageAttribute['kind']> = new Map([
  ['number', 'number'],
  ['checkbox', 'boolean'],
  ['select', 'choice'],
  ['radio', 'choice'],
]);

/** Those that have a parent are joints of its skeleton. */
function labelsOf(found: readonly CvatLabel[]): ImageLabel[] {
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
  const kind = KINDS.get(texts.get('input_type')) ?? 'text';
  const choices =
    kind === 'choice' ? (texts.get('values') ?? '').split('\n').filter((each) => each !== '') : [];
  return { name: texts.get('name') ?? '', kind, choices };
}
