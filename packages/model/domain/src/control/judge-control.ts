import type {
  Annotation,
  ControlOutcome,
  ControlTruth,
  LabelSchema,
  PlantedFault,
  SkipReason,
} from '@assay/contracts';
import { saidOrigin } from '../blind/blind-schema.ts';
import { proposeAnswers, verdictOnProposal } from '../label/propose-answers.ts';
import { answersDiffer } from '../review/answers-differ.ts';

/** Did somebody say of this answer that something is wrong with what was planted? */
function isCaught(schema: LabelSchema, fault: PlantedFault, given: Annotation): boolean {
  if (given.artefact || given.realism?.verdict === 'implausible') return true;
  const columns = [fault.column, fault.other];
  return schema.questions.some((question) => {
    const answer = given.answers[question.id];
    if (answer?.kind === 'cells') return answer.flags.some((flag) => columns.includes(flag.column));
    if (!('corrects' in question) || question.corrects !== fault.column || answer === undefined) return false;
    // An answer that is not the one that was planted.
    const planted = proposeAnswers({ ...schema, questions: [question] }, { [fault.column]: fault.shown });
    return verdictOnProposal(planted, given.answers) === 'corrected';
  });
}

/** Questions that were answered otherwise than is known; free text is never compared. */
export function wrongQuestions(schema: LabelSchema, known: Annotation, given: Annotation): string[] {
  return schema.questions
    .filter(({ id }) => known.answers[id] !== undefined)
    .filter((question) => answersDiffer(question, [known, given], 0))
    .map(({ id }) => id);
}

/**
 * What became of a control task. Gold is right when every question that the expert answered has the expert's answer. A
 * planted fault is caught by a flag on one of its cells, by calling the row implausible or an artefact, by giving
 * another answer than the planted one, or by skipping the row as broken. A row of a blind test is right when it was called
 * what it is.
 */
export function judgeControl(
  schema: LabelSchema,
  truth: ControlTruth,
  given: { payload: Annotation } | { skipped: SkipReason },
): ControlOutcome {
  if ('skipped' in given) return truth.kind === 'seeded' && given.skipped === 'broken' ? 'caught' : 'skipped';
  if (truth.kind === 'gold') {
    return wrongQuestions(schema, truth.answer, given.payload).length === 0 ? 'right' : 'wrong';
  }
  if (truth.kind === 'blind') return saidOrigin(given.payload) === truth.origin ? 'right' : 'wrong';
  return isCaught(schema, truth.fault, given.payload) ? 'caught' : 'missed';
}
