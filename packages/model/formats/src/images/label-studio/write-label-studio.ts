import type { ConformedDocument } from '../convert/conform-document.ts';
import type { ImageRegion, LabelledImage } from '../image-document.ts';
import type { WrittenFile } from '../label-file.ts';
import { textChunks } from '../text/text-chunks.ts';
import { resultsOf } from './studio-result.ts';

/**
 * Label Studio JSON: a list of tasks, each with an annotation for each person and a prediction for each model. What the
 * labels are is said by the labelling configuration, which is no part of it.
 */
export async function* writeLabelStudio(document: ConformedDocument): AsyncGenerator<WrittenFile> {
  yield { path: 'label-studio.json', chunks: textChunks(piecesOf(document)) };
}

async function* piecesOf({ splits, images }: ConformedDocument): AsyncGenerator<string> {
  const numbers = { task: 0, result: 0 };
  yield '[';
  for (const split of splits) {
    for await (const image of images(split)) {
      numbers.task += 1;
      yield `${numbers.task === 1 ? '\n' : ',\n'}${JSON.stringify(taskOf(image, numbers))}`;
    }
  }
  yield '\n]\n';
}

function taskOf(image: LabelledImage, numbers: { task: number; result: number }): object {
  const { path, width, height, split, attributes, regions } = image;
  const [annotations, predictions]: [object[], object[]] = [[], []];
  for (const own of byMaker(regions)) {
    numbers.result += 1;
    const { origin, author } = own[0]!;
    const result = [...own.flatMap((region) => resultsOf(region, image)), ...relationsOf(image, own)];
    const [list, maker] =
      origin === 'prediction'
        ? [predictions, { model_version: author }]
        : [annotations, { completed_by: { email: author } }];
    list.push({ id: numbers.result, ...(author === null ? {} : maker), result });
  }
  const said = split === null ? {} : { split };
  return {
    id: numbers.task,
    data: { image: path, width, height, ...said, ...attributes },
    annotations,
    predictions,
  };
}

/** Regions of the same person or model, in the order in which they come: the document has them one after the other. */
function byMaker(regions: readonly ImageRegion[]): ImageRegion[][] {
  const lists: ImageRegion[][] = [];
  for (const region of regions) {
    const last = lists.at(-1)?.[0];
    if (last?.origin === region.origin && last.author === region.author) lists.at(-1)!.push(region);
    else lists.push([region]);
  }
  return lists;
}

function relationsOf({ relations }: LabelledImage, own: readonly ImageRegion[]): object[] {
  const ids = new Set(own.map(({ id }) => id));
  return relations
    .filter(({ from }) => ids.has(from))
    .map(({ from, to, label }) => ({
      type: 'relation',
      from_id: from,
      to_id: to,
      direction: 'right',
      ...(label === null ? {} : { labels: [label] }),
    }));
}
