import type { Guideline } from '@assay/contracts';
import type { ApiSession } from '../../api-session.ts';

const NAME = 'Labelling strikes for pictures';
const id = (n: number) => `01931b90-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Something of everything that a guideline can hold; `feathers` is what the second version adds. */
const document = (feathers: string): Guideline => ({
  type: 'assay.guideline',
  version: 1,
  sections: [
    {
      id: id(1),
      heading: 'Which species to write',
      roles: [],
      body: `Write the species **as the report names it**.\n\n- “gull” alone is _unknown gull_\n${feathers}\n| Report says | Write |\n| --- | --- |\n| seagull | Unknown gull |`,
    },
    { id: id(2), heading: 'How a week is planned', roles: ['manager'], body: 'Plan 30 rows an hour.' },
  ],
  glossary: [{ term: 'Radome', meaning: 'The nose of an aircraft, behind which the radar is.' }],
  examples: [
    {
      id: id(3),
      verdict: 'correct',
      title: 'A strike without damage',
      content: { kind: 'row', values: [{ column: 'Cost', value: 0 }] },
      why: 'Nothing was repaired.',
    },
    {
      id: id(4),
      verdict: 'incorrect',
      title: 'A guess',
      content: { kind: 'text', text: 'A large white bird, labelled as a swan.' },
      why: 'The report does not name it.',
    },
  ],
  checklist: [{ id: id(5), text: 'The cost fits the damage', required: true }],
  rules: [
    {
      id: id(6),
      text: 'Damage costs something',
      severity: 'error',
      holds: { op: 'compare', column: 'Cost', comparator: '>', value: 0 },
    },
  ],
});

/** A guideline of two versions, the first read by the annotator and asked about, and one that has just begun. */
export async function makeGuideline(manager: ApiSession, annotator: ApiSession, projectId: string) {
  const { api } = manager;
  const { guidelines } = await api.guideline.list.query({ projectId, search: 'for pictures' });
  const known = (name: string) => guidelines.find((each) => each.name === name)?.id;
  const [before, shortBefore] = [known(NAME), known('Begun for pictures')];
  if (before !== undefined && shortBefore !== undefined)
    return { guideline: before, shortGuideline: shortBefore };
  const made = await api.guideline.create.mutate({ projectId, name: NAME, document: document('') });
  await annotator.api.guideline.acknowledge.mutate({ guidelineVersionId: made.versionId });
  const question = await annotator.api.guideline.ask.mutate({
    guidelineVersionId: made.versionId,
    sectionId: id(1),
    text: 'Also by feathers alone?',
  });
  await api.guideline.answer.mutate({ questionId: question.id, revision: 1, answer: 'Yes.' });
  await api.guideline.save.mutate({
    guidelineId: made.id,
    revision: 1,
    document: document('- feathers will do when their colour is plain\n'),
    note: 'Feathers',
    resolves: [question.id],
  });
  await annotator.api.guideline.ask.mutate({
    guidelineVersionId: made.versionId,
    text: 'What counts as cost: parts alone, or hours of work too?',
  });
  const short = await api.guideline.create.mutate({
    projectId,
    name: 'Begun for pictures',
    document: { ...document(''), sections: [] },
  });
  return { guideline: made.id, shortGuideline: short.id };
}
