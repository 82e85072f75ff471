import {
  type Annotation,
  type AnnotationAnswer,
  annotation,
  annotationAnswer,
  type DraftChange,
} from '@assay/contracts';

type Fields = DraftChange['set'];

const ANSWER = 'answer:';

/** The field of a draft that holds the answer to a question. */
export function answerField(questionId: string): string {
  return `${ANSWER}${questionId}`;
}

/** The question whose answer a field of a draft holds; null for other fields. */
export function answerQuestionOf(field: string): string | null {
  return field.startsWith(ANSWER) ? field.slice(ANSWER.length) : null;
}

/** An answer as a draft keeps it; what is drawn has a store of its own, and is never in a draft. */
export function answerValue(answer: AnnotationAnswer | null): Fields[string] {
  return answer?.kind === 'regions' ? null : answer;
}

/** The answer that a draft holds under this name; null where there is none, or none that can be read. */
function answerIn(value: unknown): Annotation['answers'][string] | null {
  const read = annotationAnswer.safeParse(value);
  return read.success ? read.data : null;
}

/**
 * The annotation that a draft would be. Fields that cannot be read (a draft outlives a release of the program) are
 * left out, never guessed.
 */
export function annotationOf(fields: Fields): Annotation {
  const answers: Annotation['answers'] = {};
  const rest: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value === null) continue;
    if (!field.startsWith(ANSWER)) rest[field] = value;
    else {
      const answer = answerIn(value);
      if (answer !== null) answers[field.slice(ANSWER.length)] = answer;
    }
  }
  const whole: Record<string, unknown> = { type: 'assay.annotation', version: 1, answers };
  for (const field of ['realism', 'artefact', 'artefactNote', 'comment'] as const) {
    const read = annotation.shape[field].safeParse(rest[field]);
    if (rest[field] !== undefined && read.success) whole[field] = read.data;
  }
  return annotation.parse(whole);
}

/** The draft that an annotation came from, to go on with what was taken back; what was drawn has a store of its own. */
export function fieldsOf(payload: Annotation): Fields {
  const fields: Fields = {};
  for (const [questionId, answer] of Object.entries(payload.answers)) {
    if (answer.kind !== 'regions') fields[answerField(questionId)] = answer;
  }
  if (payload.realism !== null) fields.realism = payload.realism;
  if (payload.artefact) fields.artefact = true;
  if (payload.artefactNote !== '') fields.artefactNote = payload.artefactNote;
  if (payload.comment !== '') fields.comment = payload.comment;
  return fields;
}

/** What turns one set of fields into another: the new values, and null for what goes. */
export function changeOf(before: Fields, after: Fields): Fields {
  const set: Fields = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    if (JSON.stringify(from) !== JSON.stringify(to)) set[field] = to;
  }
  return set;
}
