import type { FormatRules } from '../format-table.ts';
import type {
  AttributeValues,
  ImageDocument,
  ImageLabel,
  ImageRegion,
  ImageRelation,
  LabelledImage,
} from '../image-document.ts';
import { type ConformContext, conformRegion } from './conform-region.ts';
import { createWriteTally, type WriteReport, type WriteTally } from './write-tally.ts';

/** A document of which a format can say everything, and what was done to make it so. */
export type ConformedDocument = ImageDocument & {
  readonly tally: WriteTally;
  /** Complete when all images were gone through. */
  readonly report: () => WriteReport;
};

/**
 * Applies what the table says of a format: converts and drops, and counts both. Regions come sorted by their order, and
 * have it as a whole number from 0.
 */
export function conformDocument(document: ImageDocument, rules: FormatRules): ConformedDocument {
  const tally = createWriteTally();
  const labels = document.labels.map((label) => conformLabel(label, rules, tally));
  const context: ConformContext = {
    rules,
    labels: new Map(document.labels.map((each) => [each.name, each])),
    tally,
  };
  const used = new Set<string>();
  return {
    labels,
    splits: document.splits.length === 0 ? [null] : document.splits,
    tally,
    images: async function* (split) {
      for await (const image of document.images(split)) {
        const conformed = conformImage(image, context);
        for (const { label } of conformed.regions) if (label !== null) used.add(label);
        tally.image(conformed.regions.length);
        yield conformed;
      }
    },
    report: () => {
      const unused = labels.filter(({ name }) => !used.has(name)).length;
      const { dropped, ...rest } = tally.report();
      if (rules.things['unused-label'] !== 'drops' || unused === 0) return { ...rest, dropped };
      return {
        ...rest,
        dropped: [...dropped, { thing: 'unused-label', why: 'not-in-format', count: unused }],
      };
    },
  };
}

function conformLabel(label: ImageLabel, { things }: FormatRules, tally: WriteTally): ImageLabel {
  const skeleton = things['label-skeleton'];
  const drop = (thing: 'colour' | 'parent' | 'label-attributes' | 'label-skeleton', isThere: boolean) => {
    const isDropped = things[thing] === 'drops';
    if (isDropped && isThere) tally.drop(thing, 'not-in-format');
    return isDropped;
  };
  if (typeof skeleton === 'object' && (label.skeleton?.bones.length ?? 0) > 0)
    tally.convert('label-skeleton', skeleton.as);
  const kept = drop('label-skeleton', label.skeleton !== null) ? null : label.skeleton;
  return {
    name: label.name,
    colour: drop('colour', label.colour !== null) ? null : label.colour,
    parent: drop('parent', label.parent !== null) ? null : label.parent,
    attributes: drop('label-attributes', label.attributes.length > 0) ? [] : label.attributes,
    skeleton: kept === null || skeleton === 'keeps' ? kept : { joints: kept.joints, bones: [] },
  };
}

function conformImage(image: LabelledImage, context: ConformContext): LabelledImage {
  const { rules, tally } = context;
  const sorted = image.regions
    .toSorted((a, b) => a.order - b.order)
    .flatMap((region) => conformRegion(region, image, context));
  const regions = (rules.regionsByAuthor ? byAuthor(sorted) : sorted).map((region, order) =>
    region.order === order ? region : { ...region, order },
  );
  tally.drop('comment', 'not-in-format', image.comments.length);
  return {
    path: image.path,
    width: image.width,
    height: image.height,
    split: image.split,
    attributes: conformImageAttributes(image.attributes, context),
    regions,
    relations: conformRelations(image.relations, regions, context),
    comments: [],
  };
}

/** Annotations, then predictions, those of one author together, in the order in which their first ones come. */
function byAuthor(regions: readonly ImageRegion[]): ImageRegion[] {
  const authors = new Map<string, ImageRegion[]>();
  for (const region of [
    ...regions.filter(({ origin }) => origin === 'annotation'),
    ...regions.filter(({ origin }) => origin === 'prediction'),
  ]) {
    const key = authorKey(region);
    const own = authors.get(key);
    if (own === undefined) authors.set(key, [region]);
    else own.push(region);
  }
  return [...authors.values()].flat();
}

const authorKey = ({ origin, author }: ImageRegion): string => JSON.stringify([origin, author]);

function conformImageAttributes(
  attributes: AttributeValues,
  { rules, tally }: ConformContext,
): AttributeValues {
  const all = Object.entries(attributes);
  if (all.length === 0) return attributes;
  if (rules.things['image-attributes'] === 'drops') {
    tally.drop('image-attributes', 'not-in-format');
    return {};
  }
  const own = all.filter(([name]) => !rules.ownImageAttributes?.includes(name));
  tally.drop('image-attributes', 'taken-name', all.length - own.length);
  return own.length === all.length ? attributes : Object.fromEntries(own);
}

/** Relations whose ends are both there, and of one author where the format has those apart. */
function conformRelations(
  relations: readonly ImageRelation[],
  regions: readonly ImageRegion[],
  { rules, tally }: ConformContext,
): readonly ImageRelation[] {
  if (relations.length === 0) return relations;
  if (rules.things.relation === 'drops') {
    tally.drop('relation', 'not-in-format', relations.length);
    return [];
  }
  const authors = new Map(
    regions.map((region) => [region.id, rules.regionsByAuthor ? authorKey(region) : '']),
  );
  const kept = relations.filter(
    ({ from, to }) => authors.has(from) && authors.has(to) && authors.get(from) === authors.get(to),
  );
  tally.drop('relation', 'empty', relations.length - kept.length);
  return kept;
}
