import type { Annotation, AnnotationAnswer, CellFlag, LabelQuestion, LabelSchema } from '@assay/contracts';
import type { PredicateRow } from '../predicate/evaluate.ts';

type Answers = Annotation['answers'];

/** What a value says in terms of the question; null where it says nothing that could be answered. */
function proposalOf(question: LabelQuestion, cell: PredicateRow[string]): AnnotationAnswer | null {
  if (cell === null || cell === undefined) return null;
  const text = String(cell).trim();
  switch (question.kind) {
    case 'single': {
      const offered = question.labels.filter((label) => !label.deprecated);
      const label =
        offered.find((each) => each.name === text) ??
        offered.find((each) => each.name.toLowerCase() === text.toLowerCase());
      return label === undefined ? null : { kind: 'single', label: { labelId: label.id, attributes: {} } };
    }
    case 'rating': {
      const value = Number(text);
      const isStep = text !== '' && Number.isInteger(value) && value >= question.min && value <= question.max;
      return isStep ? { kind: 'rating', value } : null;
    }
    case 'text':
      return text === '' ? null : { kind: 'text', text: String(cell) };
    default:
      return null;
  }
}

/**
 * The answers that came with a row: of each question that corrects a column, what the column says. A label is proposed
 * by its name; a value that no label is called proposes nothing.
 */
export function proposeAnswers(schema: LabelSchema, row: PredicateRow): Answers {
  const proposed: Answers = {};
  for (const question of schema.questions) {
    if (!('corrects' in question) || question.corrects === null) continue;
    const answer = proposalOf(question, row[question.corrects]);
    if (answer !== null) proposed[question.id] = answer;
  }
  return proposed;
}

function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  const there = new Set(right);
  return new Set(left).size === there.size && left.every((each) => there.has(each));
}

/** Do two answers say the same? Attributes are what was added to a label, and do not change it. */
function isSame(left: AnnotationAnswer, right: AnnotationAnswer | undefined): boolean {
  if (left.kind === 'single' && right?.kind === 'single') return left.label.labelId === right.label.labelId;
  if (left.kind === 'rating' && right?.kind === 'rating') return left.value === right.value;
  if (left.kind === 'multiple' && right?.kind === 'multiple') {
    return isSameSet(
      left.labels.map(({ labelId }) => labelId),
      right.labels.map(({ labelId }) => labelId),
    );
  }
  if (left.kind === 'cells' && right?.kind === 'cells') {
    const placeOf = ({ column, reasonId, span }: CellFlag) => JSON.stringify([column, reasonId, span]);
    return isSameSet(left.flags.map(placeOf), right.flags.map(placeOf));
  }
  if (left.kind === 'regions' && right?.kind === 'regions') return isSameDrawing(left, right);
  return left.kind === 'text' && right?.kind === 'text' && left.text === right.text;
}

type Drawing = Extract<AnnotationAnswer, { kind: 'regions' }>;

/** Stands every region as it was proposed? One that was moved at all, in whatever frame, was corrected. */
function isSameDrawing(left: Drawing, right: Drawing): boolean {
  const said = ({ regions, relations }: Drawing) => [
    ...regions.map(({ geometry, track, label }) =>
      JSON.stringify([geometry, track ?? null, label?.labelId ?? null]),
    ),
    ...relations.map(({ from, to, labelId }) => JSON.stringify([from, to, labelId])),
  ];
  const [mine, theirs] = [said(left).sort(), said(right).sort()];
  return mine.length === theirs.length && mine.every((each, at) => each === theirs[at]);
}

/** What became of what was proposed: accepted where every answer stands as proposed; null where nothing was. */
export function verdictOnProposal(proposed: Answers, answers: Answers): Annotation['verdict'] {
  const entries = Object.entries(proposed);
  if (entries.length === 0) return null;
  return entries.every(([questionId, answer]) => isSame(answer, answers[questionId]))
    ? 'accepted'
    : 'corrected';
}
