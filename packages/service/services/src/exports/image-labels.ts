import type {
  FinalLabel,
  LabelQuestion,
  PictureLabelFile,
  PictureLabelReport,
  RegionLabel,
  RegionValue,
} from '@assay/contracts';
import { type Actor, imageColumn } from '@assay/domain';
import {
  type AttributeValues,
  type ImageLabel,
  type ImageLabelFormat,
  type ImageRegion,
  type LabelledImage,
  plainRegion,
  writeImageLabels,
} from '@assay/formats';
import { jsonCell } from '@assay/tables';
import { type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import type { Deps } from '../frame/deps.ts';
import { type OutgoingPart, partsOf } from './export-parts.ts';
import type { ExportPlan } from './export-plan.ts';
import { inFrame, isTracked, picturesOf, trackAttributes } from './image-frames.ts';
import { zipOf } from './zip-of.ts';

type RegionQuestion = Extract<LabelQuestion, { kind: 'regions' }>;

export type ImageLabelFile = {
  kind: PictureLabelFile;
  extension: string;
  blob: StoredBlob;
  report: PictureLabelReport;
};

export const imageFormatOf = (kind: PictureLabelFile): ImageLabelFormat =>
  kind === 'yolo' ? 'yolo-detect' : kind;

/** Whether a version is of pictures on which something is drawn. */
function isDrawn(plan: ExportPlan): boolean {
  return (
    plan.runs.some((run) => imageColumn(run.manifest.columns) !== null) &&
    questionsOf(plan).some(({ question }) => question.labels.length > 0)
  );
}

function questionsOf(plan: ExportPlan): { labelSchemaId: string; question: RegionQuestion }[] {
  return plan.answers.flatMap(({ labelSchemaId, questionId, schema }) => {
    const question = schema.questions.find(({ id }) => id === questionId);
    return question?.kind === 'regions' ? [{ labelSchemaId, question }] : [];
  });
}

/** Final labels of pictures in formats of other tools, without the pictures; none of a version of rows. */
export async function writeImageLabelFiles(
  deps: Deps,
  actor: Actor,
  plan: ExportPlan,
  kinds: readonly PictureLabelFile[],
  signal: AbortSignal,
): Promise<ImageLabelFile[]> {
  if (!isDrawn(plan)) return [];
  const files: ImageLabelFile[] = [];
  const names = labelNames(plan);
  const labels = questionsOf(plan).flatMap(({ question }) =>
    question.labels.map((label) => imageLabel(label, question, names)),
  );
  for (const kind of kinds) {
    const written = writeImageLabels(imageFormatOf(kind), {
      labels,
      splits: [null],
      images: () => imagesOf(deps, actor, plan, names, signal),
    });
    async function* entries() {
      // The same date in every archive: the same version gives the same bytes.
      for await (const { path, chunks } of written.files) {
        yield { name: path, input: chunks, lastModified: new Date(Date.UTC(1980, 0, 1)) };
      }
    }
    const blob = await storeBlob(deps, actor.orgId, {
      kind: 'version-export',
      source: zipOf(entries()),
      contentType: 'application/zip',
    });
    const { images, regions, converted, dropped } = written.report();
    const report = { images, regions, converted: [...converted], dropped: [...dropped] };
    files.push({ kind, extension: `${kind}.zip`, blob, report });
  }
  return files;
}

/** What labels are called in files, each differently: with the question where two of them are called alike. */
function labelNames(plan: ExportPlan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { question } of questionsOf(plan)) {
    for (const { id, name } of question.labels) {
      if (names.has(id)) continue;
      let unique = taken.has(name) ? `${question.name}: ${name}` : name;
      for (let n = 2; taken.has(unique); n += 1) unique = `${question.name}: ${name} (${n})`;
      taken.add(unique);
      names.set(id, unique);
    }
  }
  return names;
}

function imageLabel(
  label: RegionLabel,
  question: RegionQuestion,
  names: ReadonlyMap<string, string>,
): ImageLabel {
  const { id, parentId, attributes, skeleton } = label;
  const parent = question.labels.find((each) => each.id === parentId);
  return {
    name: names.get(id) ?? id,
    colour: null,
    parent: parent === undefined ? null : (names.get(parent.id) ?? null),
    attributes: attributes.map((attribute) => ({
      name: attribute.name,
      kind: attribute.kind === 'single' ? 'choice' : attribute.kind,
      choices: attribute.kind === 'single' ? attribute.options.map(({ name }) => name) : [],
    })),
    skeleton,
  };
}

async function* imagesOf(
  deps: Deps,
  actor: Actor,
  plan: ExportPlan,
  names: ReadonlyMap<string, string>,
  signal: AbortSignal,
): AsyncGenerator<LabelledImage> {
  const labels = new Map(
    questionsOf(plan).flatMap(({ question }) => question.labels.map((label) => [label.id, label] as const)),
  );
  const relations = new Map(
    questionsOf(plan).flatMap(({ question }) =>
      question.relations.map(({ id, name }) => [id, name] as const),
    ),
  );
  const paths = new Set<string>();
  let tracks = 0;
  for await (const part of partsOf(deps, plan, signal)) {
    const cellOf = cellReader(part);
    if (cellOf === null) continue;
    for (const [place, { at, row, key }] of part.samples.entries()) {
      const drawn = (part.labels[place] ?? []).flatMap((text) => drawnIn(JSON.parse(text) as FinalLabel));
      // Without a final label it is not known what is there; a picture in which there is nothing says so itself.
      if (drawn.length === 0) continue;
      const pictures = await picturesOf(deps, actor, part, row, String(cellOf('path', at)));
      const size = { width: Number(cellOf('width', at)), height: Number(cellOf('height', at)) };
      const all = drawn.flatMap(({ regions }) => regions);
      const numbers = new Map(all.filter(isTracked).map(({ id }, n) => [id, tracks + n + 1]));
      tracks += numbers.size;
      for (const { path, frame } of pictures) {
        // Pictures of two imports may have one path: the later one is told apart by its key.
        const unique = paths.has(path) ? `${key}/${path}` : path;
        paths.add(unique);
        // Ids are unique in a file, and one thing is in many frames.
        const name = frame === null ? key : `${key}/${frame}`;
        const regions = frame === null ? all : all.flatMap((region) => inFrame(region, frame));
        const there = new Set(regions.map(({ id }) => id));
        yield {
          path: unique,
          ...size,
          split: null,
          attributes: {},
          regions: regions.map((region) => {
            const made = imageRegion(name, region, labels, names);
            if (frame === null) return made;
            const tracked = trackAttributes(region, frame, numbers.get(region.id));
            return { ...made, attributes: { ...made.attributes, ...tracked } };
          }),
          relations: drawn.flatMap((answer) =>
            answer.relations
              .filter(({ from, to }) => frame === null || (there.has(from) && there.has(to)))
              .map(({ from, to, labelId }) => ({
                from: `${name}/${from}`,
                to: `${name}/${to}`,
                label: labelId === null ? null : (relations.get(labelId) ?? null),
              })),
          ),
          comments: [],
        };
      }
    }
  }
}

/** Reads cells of a part by the names of their columns; null where its rows are no pictures. */
function cellReader({ run, batch }: OutgoingPart): ((name: string, at: number) => unknown) | null {
  const { columns } = run.manifest;
  if (imageColumn(columns) === null) return null;
  return (name, at) => {
    const place = columns.findIndex((column) => column.name === name);
    const [spec, column] = [columns[place], batch.columns[place]];
    return spec === undefined || column === undefined ? null : JSON.parse(jsonCell(spec, column, at));
  };
}

const drawnIn = ({ answers }: FinalLabel) =>
  Object.values(answers).flatMap((answer) => (answer.kind === 'regions' ? [answer] : []));

function imageRegion(
  key: string,
  { id, geometry, label: chosen, order, groupId }: RegionValue,
  labels: ReadonlyMap<string, RegionLabel>,
  names: ReadonlyMap<string, string>,
): ImageRegion {
  const label = labels.get(chosen?.labelId ?? '');
  const attributes: Record<string, AttributeValues[string]> = {};
  for (const attribute of label?.attributes ?? []) {
    const value = chosen?.attributes[attribute.id];
    if (value === undefined) continue;
    const option =
      attribute.kind === 'single' ? attribute.options.find((each) => each.id === value) : undefined;
    attributes[attribute.name] = option?.name ?? value;
  }
  return {
    // Proposals of two pictures may share ids: a region is one of its sample.
    ...plainRegion(`${key}/${id}`, geometry, names.get(chosen?.labelId ?? '') ?? null, order),
    attributes,
    group: groupId === null ? null : `${key}/${groupId}`,
  };
}
