import type { FormatRules } from '../format-table.ts';
import type { ImageDocument, ImageLabel, ImageRelation, LabelledImage } from '../image-document.ts';
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
      if (rules.things['unused-label'] !== 'drops') return tally.report();
      const unused = document.labels.filter(({ name }) => !used.has(name)).length;
      if (unused > 0) tally.drop('unused-label', 'not-in-format', unused);
      return tally.report();
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
  const sorted = image.regions.toSorted((a, b) => a.order - b.order);
  const regions = sorted
    .flatMap((region) => conformRegion(region, image, context))
    .map((region, order) => (region.order === order ? region : { ...region, order }));
  tally.drop('comment', 'not-in-format', image.comments.length);
  const dropsAttributes =
    rules.things['image-attributes'] === 'drops' && Object.keys(image.attributes).length > 0;
  if (dropsAttributes) tally.drop('image-attributes', 'not-in-format');
  return {
    path: image.path,
    width: image.width,
    height: image.height,
    split: image.split,
    attributes: dropsAttributes ? {} : image.attributes,
    regions,
    relations: conformRelations(image.relations, regions, context),
    comments: [],
  };
}

/** Relations whose ends are both there. */
function conformRelations(
  relations: readonly ImageRelation[],
  regions: readonly { id: string }[],
  { rules, tally }: ConformContext,
): readonly ImageRelation[] {
  if (relations.length === 0) return relations;
  const ids = new Set(regions.map(({ id }) => id));
  const kept =
    rules.things.relation === 'drops' ? [] : relations.filter(({ from, to }) => ids.has(from) && ids.has(to));
  tally.drop(
    'relation',
    rules.things.relation === 'drops' ? 'not-in-format' : 'empty',
    relations.length - kept.length,
  );
  return kept;
}
