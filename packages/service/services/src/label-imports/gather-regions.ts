import { createHash } from 'node:crypto';
import {
  type Annotation,
  type LabelImportUse,
  type LabelQuestion,
  MOST_DRAWN,
  MOST_IMPORT_RECORDS,
  type RegionValue,
  shortened,
} from '@assay/contracts';
import { countedOrigin, sourceOfAuthor } from '@assay/domain';
import type { ImageEntry, ImageRegion, ImageRelation } from '@assay/formats';
import { chosenOf, plainName, type RegionFlag, remarkOf, shareOf } from './chosen-of-region.ts';
import type { FileRecord } from './read-label-file.ts';

export type Picture = { row: number; path: string; width: number; height: number };

/** The pictures of a run by their paths in a file; ambiguous is a path by which several may be meant. */
export type Pictures = {
  find: (path: string) => Picture | undefined;
  isAmbiguous: (path: string) => boolean;
};

type Question = Extract<LabelQuestion, { kind: 'regions' }>;
type Answer = Extract<Annotation['answers'][string], { kind: 'regions' }>;

/** A region, and how high the file says that it lies. */
type Lying = { height: number; region: RegionValue };

/** What a file says of one picture: its size where it says one, and what each of its authors drew. */
type Drawn = {
  size: { width: number; height: number } | null;
  said: Map<string | null, Lying[]>;
  relations: ImageRelation[];
  /** Something is said of it that does not count. */
  hasOther: boolean;
};

type NoteCode = Extract<FileRecord, { note: string }>['code'];
/** A record before it has its line. */
type Gathered = FileRecord extends infer Kind ? (Kind extends unknown ? Omit<Kind, 'line'> : never) : never;

/** Reasons that are told apart. */
const MOST_REASONS = 1_000;
const MORE_REASONS = 'Something else, for reasons of which there are too many to tell';
/** Regions of all pictures together: what is gathered is held in memory. */
const MOST_REGIONS = 1_000_000;

const OTHER = {
  annotation: 'A prediction is nobody’s answer, and can be taken as a prelabel',
  prediction: 'What people drew is no proposal in a file that holds predictions',
};

/** Regions as they lie, the lowest first; of two that lie equally high the one that comes later in the file is above. */
function inOrder(regions: readonly Lying[]): RegionValue[] {
  return regions.toSorted((a, b) => a.height - b.height).map(({ region }, order) => ({ ...region, order }));
}

/** The same id from the same words. */
function idOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\0')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Gathers what is said of each picture, apart by who says it; what has no counterpart in the label schema is told once,
 * with how often, and whatever the file itself has wrong one by one. How sure a source was is kept of what is proposed:
 * of what is said it does not matter. What was remarked is kept of what people said.
 */
export function gatherRegions(
  question: Question,
  pictures: Pictures,
  { use, source, flags }: { use: LabelImportUse; source: string; flags: ReadonlySet<RegionFlag> },
) {
  const drawn = new Map<string, Drawn>();
  const authors = new Set<string | null>();
  let counted = countedOrigin(use, false);
  /** Regions that count so far, those of them that are kept, and those that do not count. */
  let [seen, total, others] = [0, 0, 0];
  const problems: { code: NoteCode; message: string; place: string }[] = [];
  const odd = new Map<string, { code: NoteCode; count: number }>();
  const labels = new Map(
    question.labels.filter(({ deprecated }) => !deprecated).map((label) => [plainName(label.name), label]),
  );
  const kinds = new Map(question.relations.map(({ id, name }) => [plainName(name), id]));
  const onlyKind = question.relations.length === 1 ? question.relations[0]?.id : undefined;
  const count = (code: NoteCode, why: string, times: number) => {
    const told = odd.has(why) || odd.size < MOST_REASONS ? why : MORE_REASONS;
    const known = odd.get(told);
    if (known === undefined) odd.set(told, { code, count: times });
    else known.count += times;
  };
  const leaveOut = (why: string, times = 1) => count('unreadable', why, times);
  /** Of a region that is taken without something. */
  const takeWithout = (why: string) => count('changed', why, 1);
  const of = (path: string): Drawn => {
    const known = drawn.get(path) ?? { size: null, said: new Map(), relations: [], hasOther: false };
    drawn.set(path, known);
    return known;
  };
  /** The first prediction of proposals: from it on what people drew does not count. */
  const countPredictions = () => {
    counted = countedOrigin(use, true);
    if (counted === 'annotation') return;
    for (const each of drawn.values()) {
      each.hasOther ||= each.said.size > 0;
      each.said.clear();
    }
    authors.clear();
    odd.clear();
    [others, seen, total] = [others + seen, 0, 0];
  };
  /** Relations are between regions of one author: whatever leads elsewhere is told. */
  const relationsOf = (path: string, { said, relations }: Drawn) => {
    const owners = new Map<string, string | null>();
    for (const [author, regions] of said) for (const { region } of regions) owners.set(region.id, author);
    const found = new Map<string | null, Answer['relations']>();
    const there = new Set<string>();
    for (const { from, to, label } of relations) {
      const ends = { from: idOf(path, from), to: idOf(path, to) };
      const labelId = kinds.get(plainName(label ?? '')) ?? onlyKind;
      const author = owners.get(ends.from);
      if (labelId === undefined) {
        leaveOut(`“${question.name}” has no relation “${shortened(label ?? '', 100)}”`);
      } else if (author === undefined || owners.get(ends.to) !== author) {
        leaveOut('A relation leads to a region that is not taken');
      } else {
        const id = idOf(path, 'relation', from, to, labelId);
        if (there.has(id)) continue;
        there.add(id);
        const own = found.get(author) ?? [];
        own.push({ type: 'relation', id, ...ends, labelId });
        found.set(author, own);
      }
    }
    return found;
  };
  return {
    image: ({ path, width, height }: ImageEntry) => {
      of(path).size = { width, height };
    },
    problem: (code: NoteCode, message: string, place: string) => {
      if (problems.length < MOST_IMPORT_RECORDS) problems.push({ code, message, place });
    },
    region: (path: string, region: ImageRegion) => {
      if (region.origin === 'prediction' && counted === 'annotation') countPredictions();
      const picture = of(path);
      if (region.origin !== counted) {
        picture.hasOther = true;
        others += 1;
        return;
      }
      seen += 1;
      const author = region.author?.trim() || null;
      authors.add(author);
      const regions = picture.said.get(author) ?? [];
      picture.said.set(author, regions);
      if (pictures.find(path) === undefined) return;
      const label = labels.get(plainName(region.label ?? ''));
      if (label === undefined) {
        leaveOut(`“${question.name}” has no label “${shortened(region.label ?? '', 100)}”`);
        return;
      }
      const { kind } = region.geometry;
      if (!label.shapes.includes(kind)) {
        leaveOut(`“${label.name}” is not drawn as ${kind}`);
        return;
      }
      if (regions.length >= MOST_DRAWN || total >= MOST_REGIONS) {
        leaveOut('There are too many regions');
        return;
      }
      total += 1;
      const remark = use === 'labels' ? remarkOf(region, takeWithout) : null;
      if (use !== 'labels' && region.remark !== null) takeWithout('Remarks are taken with what people said');
      const value: RegionValue = {
        type: 'region',
        id: idOf(path, region.id),
        geometry: region.geometry,
        label: chosenOf(label, region, flags, takeWithout),
        order: 0,
        groupId: region.group === null ? null : idOf(path, 'group', region.group),
        ...(use === 'prelabels'
          ? { proposal: { confidence: shareOf(region.score), state: 'open', reason: null } }
          : {}),
        ...(remark === null ? {} : { remark }),
      };
      regions.push({ height: region.order, region: value });
    },
    relation: (path: string, relation: ImageRelation) => void of(path).relations.push(relation),
    end: (): FileRecord[] => {
      const records: FileRecord[] = [];
      const add = (record: Gathered) => records.push({ line: records.length + 1, ...record });
      const areSeveral = authors.size > 1;
      const [only = null] = authors;
      if (others > 0) leaveOut(OTHER[counted], others);
      for (const [path, each] of drawn) {
        const { size, said, hasOther } = each;
        const picture = pictures.find(path);
        const name = shortened(path, 300);
        if (picture === undefined) {
          const unreadable = pictures.isAmbiguous(path)
            ? `Several pictures of the run may be “${name}”.`
            : `No picture of the run is called “${name}”.`;
          add({ unreadable, raw: name });
          continue;
        }
        if (size !== null && (size.width !== picture.width || size.height !== picture.height)) {
          const [told, is] = [size, picture].map(({ width, height }) => `${width} × ${height}`);
          add({ unreadable: `“${name}” has ${told} pixels in the file, and ${is} in the run.`, raw: name });
          continue;
        }
        if (said.size === 0) {
          // Whoever drew nothing says so; of several nobody knows who it was, or whether anybody looked.
          if (areSeveral)
            leaveOut('Nothing is drawn in a picture, and of several authors none is named for it');
          if (areSeveral || hasOther) continue;
          said.set(only, []);
        }
        const relations = relationsOf(path, each);
        for (const [author, regions] of said) {
          const answer: Answer = {
            kind: 'regions',
            regions: inOrder(regions),
            relations: relations.get(author) ?? [],
          };
          const by = sourceOfAuthor(source, author, areSeveral);
          add({
            text: JSON.stringify({
              row: picture.row + 1,
              ...(by === '' ? {} : { source: by }),
              annotation: { answers: { [question.id]: answer } },
            }),
          });
        }
      }
      for (const [why, { code, count: times }] of odd) {
        const note = `${why}: left out ${times === 1 ? 'once' : `${times} times`}.`;
        add({ note, code, field: null, raw: why });
      }
      for (const { code, message, place } of problems) {
        if (records.length >= MOST_IMPORT_RECORDS) break;
        const field = shortened(place, 500);
        add({ note: shortened(message, 500), code, field: field === '' ? null : field, raw: field });
      }
      return records;
    },
  };
}
