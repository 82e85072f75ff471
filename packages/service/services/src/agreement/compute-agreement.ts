import {
  type Agreement,
  type AgreementQuestion,
  annotation,
  type LabelQuestion,
  type LabelSchema,
} from '@assay/contracts';
import type { IndependentAnswer } from '@assay/db';
import { type DrawnSample, regionAgreement } from '@assay/domain';
import { basicFigures, pairFigures, questionFigures } from './agreement-figures.ts';
import {
  labelsIn,
  type ReadAnswer,
  ratingsOf,
  type Said,
  saidOfRealism,
  saidTo,
  sampleName,
} from './ratings-of.ts';

/** Most pairs of people, by samples that both answered: beyond that nobody reads them. */
const MOST_PAIRS = 50;
const MOST_WEEKS = 26;

/** The order of the categories of a question, for those that have one or that nobody gave. */
function scaleOf(question: LabelQuestion): string[] {
  if (question.kind === 'rating') {
    return Array.from({ length: question.max - question.min + 1 }, (_, at) => String(question.min + at));
  }
  return question.kind === 'single' ? question.labels.map((label) => label.id) : [];
}

function pairsOf(said: readonly Said[], scale: readonly string[], level: 'nominal' | 'ordinal') {
  const people = [...new Set(said.map((each) => each.person))].sort();
  const ratings = ratingsOf(said, scale, people);
  const pairs = people.flatMap((first, a) =>
    people.slice(a + 1).map((second, b) => ({ first, second, a, b: a + 1 + b })),
  );
  return together(said, pairs)
    .slice(0, MOST_PAIRS)
    .map(({ first, second, a, b }) => {
      const { percent, kappa, weighted } = pairFigures(ratings, a, b, level);
      return { first, second, percent, kappa, weighted };
    });
}

/** Pairs that have samples in common, those with the most first. */
function together<P extends { first: string; second: string }>(
  said: readonly Said[],
  pairs: readonly P[],
): P[] {
  const samples = new Map<string, Set<string>>();
  for (const { person, sample } of said) {
    const own = samples.get(person) ?? new Set();
    samples.set(person, own.add(sample));
  }
  const common = (pair: P) => {
    const [one, other] = [samples.get(pair.first), samples.get(pair.second)];
    let n = 0;
    for (const sample of one ?? []) if (other?.has(sample)) n += 1;
    return n;
  };
  return pairs
    .map((pair) => ({ pair, n: common(pair) }))
    .filter(({ n }) => n > 0)
    .sort((x, y) => y.n - x.n)
    .map(({ pair }) => pair);
}

function weeksOf(said: readonly Said[], scale: readonly string[], level: 'nominal' | 'ordinal') {
  const weeks = [...new Set(said.map((each) => each.week))].sort().slice(-MOST_WEEKS);
  return weeks.map((week) => {
    const own = said.filter((each) => each.week === week);
    return {
      week,
      ...basicFigures(
        ratingsOf(
          own,
          scale,
          own.map((each) => each.person),
        ),
        level,
      ),
    };
  });
}

function labelFigures(question: LabelQuestion, answers: readonly ReadAnswer[]): AgreementQuestion['labels'] {
  if (!('labels' in question)) return [];
  const answered = answers.flatMap(({ batchId, item, authorId, week, said }) => {
    const answer = said[question.id];
    if (answer === undefined) return [];
    return [{ sample: sampleName(batchId, item), person: authorId, week, labels: new Set(labelsIn(answer)) }];
  });
  return question.labels.flatMap((label) => {
    const said = answered.map(({ labels, ...each }) => ({
      ...each,
      value: labels.has(label.id) ? 'yes' : 'no',
    }));
    const given = said.filter((each) => each.value === 'yes').length;
    if (given === 0) return [];
    const ratings = ratingsOf(
      said,
      ['no', 'yes'],
      said.map((each) => each.person),
    );
    return [{ labelId: label.id, given, ...basicFigures(ratings, 'nominal') }];
  });
}

/** Of every sample that several people drew on. */
function regionFigures(questionId: string, answers: readonly ReadAnswer[]): AgreementQuestion['regions'] {
  const samples = new Map<string, DrawnSample[number][]>();
  for (const { batchId, item, authorId, said } of answers) {
    const answer = said[questionId];
    if (answer?.kind !== 'regions') continue;
    const name = sampleName(batchId, item);
    samples.set(name, [...(samples.get(name) ?? []), { person: authorId, regions: answer.regions }]);
  }
  const { pairs, ...rest } = regionAgreement([...samples.values()]);
  return { ...rest, pairs: pairs.slice(0, MOST_PAIRS) };
}

/** Samples of one slice. */
export type SliceOfAnswers = { id: string; samples: ReadonlySet<string> };

function slicesOf(
  said: readonly Said[],
  scale: readonly string[],
  level: 'nominal' | 'ordinal',
  slices: readonly SliceOfAnswers[],
): AgreementQuestion['slices'] {
  return slices.flatMap(({ id, samples }) => {
    const own = said.filter((each) => samples.has(each.sample));
    if (own.length === 0) return [];
    const people = own.map((each) => each.person);
    return [{ sliceId: id, ...basicFigures(ratingsOf(own, scale, people), level) }];
  });
}

function figuresOf(
  about: Pick<AgreementQuestion, 'questionId' | 'kind'>,
  said: readonly Said[],
  scale: readonly string[],
  slices: readonly SliceOfAnswers[],
): AgreementQuestion {
  const level = about.kind === 'rating' ? 'ordinal' : 'nominal';
  const ratings = ratingsOf(
    said,
    scale,
    said.map((each) => each.person),
  );
  return {
    ...about,
    level,
    categories: ratings.categories,
    ...questionFigures(ratings, level),
    labels: [],
    regions: null,
    weeks: weeksOf(said, scale, level),
    slices: slicesOf(said, scale, level, slices),
    pairs: pairsOf(said, scale, level),
  };
}

/** How far people agree in what they first said of the same samples, by question. */
export function computeAgreement(
  schema: LabelSchema,
  rows: readonly IndependentAnswer[],
  slices: readonly SliceOfAnswers[],
): Agreement {
  const answers = rows.map((row) => ({ ...row, said: annotation.shape.answers.parse(row.answers) }));
  const questions = schema.questions.flatMap((question): AgreementQuestion[] => {
    const said = saidTo(question, answers);
    if (said.length === 0) return [];
    const about = { questionId: question.id, kind: question.kind };
    const figures = figuresOf(about, said, scaleOf(question), slices);
    const regions = question.kind === 'regions' ? regionFigures(question.id, answers) : null;
    return [{ ...figures, labels: labelFigures(question, answers), regions }];
  });
  const realism = saidOfRealism(rows);
  if (realism.length > 0) {
    questions.push(figuresOf({ questionId: 'realism', kind: 'realism' }, realism, [], slices));
  }
  const perSample = new Map<string, number>();
  for (const { batchId, item } of rows) {
    const sample = sampleName(batchId, item);
    perSample.set(sample, (perSample.get(sample) ?? 0) + 1);
  }
  return {
    type: 'assay.agreement',
    version: 1,
    samples: perSample.size,
    shared: [...perSample.values()].filter((count) => count > 1).length,
    answers: rows.length,
    people: [...new Set(rows.map((row) => row.authorId))].sort(),
    questions,
  };
}
