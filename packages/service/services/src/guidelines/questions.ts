import { AssayError, guideline as guidelineSchema, notFound } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, canMoveGuidelineQuestion, guidelineQuestionStateOf } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { notify } from '../notifications/notify.ts';
import { requireGuideline, requireGuidelineVersion } from './guideline-record.ts';

/** Asks about a section of a version, or about the whole; the experts of the project are told, without any the managers. */
export function askAboutGuideline(
  deps: Deps,
  actor: Actor,
  input: { guidelineVersionId: string; sectionId: string | null; text: string },
): Promise<{ id: string }> {
  const askedBy = requirePerson(actor);
  const id = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const { row, parent, document } = await requireGuidelineVersion(t, input.guidelineVersionId);
    const { sectionId, text } = input;
    if (sectionId !== null && document.sections.every((section) => section.id !== sectionId)) {
      throw new AssayError('not-found', 'There is no such section in this version.', { field: 'sectionId' });
    }
    await t.guidelineQuestions.add({
      id,
      guidelineId: parent.id,
      versionId: row.id,
      sectionId,
      text,
      askedBy,
      askedAt: deps.clock.now(),
    });
    await record({
      action: 'guideline.question-asked',
      object: { type: 'guideline', id: parent.id },
      projectId: parent.projectId,
      details: { question: id, number: row.number, section: sectionId },
      alsoTouched: [{ type: 'guidelineQuestion', id }],
    });
    await notify(deps, t, {
      userIds: await whoAnswers(t, parent.projectId, askedBy),
      except: askedBy,
      kind: 'guideline.question-asked',
      subject: { projectId: parent.projectId, guidelineId: parent.id, name: parent.name, userId: askedBy },
      link: `/guidelines/${parent.id}/questions#${id}`,
    });
    return { id };
  });
}

/** The experts of a project but for one; its managers where there is no other expert. */
async function whoAnswers(t: Repositories, projectId: string, except: string): Promise<string[]> {
  const members = (await t.projects.members(projectId)).filter((member) => member.userId !== except);
  const experts = members.filter((member) => member.roles.includes('expert'));
  const told = experts.length > 0 ? experts : members.filter((member) => member.roles.includes('manager'));
  return told.map((member) => member.userId);
}

/** Answers a question, or puts better words in the place of an answer; whoever asked is told. */
export function answerGuidelineQuestion(
  deps: Deps,
  actor: Actor,
  input: { questionId: string; revision: number; answer: string },
): Promise<void> {
  const answeredBy = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const question = await t.guidelineQuestions.get(input.questionId);
    if (question === null) throw notFound('question');
    const parent = await requireGuideline(t, question.guidelineId);
    if (!canMoveGuidelineQuestion(guidelineQuestionStateOf(question), 'ANSWERED')) {
      throw new AssayError('conflict', 'A version of the guideline has resolved this question.', {
        kept: 'The answer stays as it is.',
        next: 'Change the guideline instead.',
      });
    }
    const { answer, revision } = input;
    const answeredAt = deps.clock.now();
    if (!(await t.guidelineQuestions.answer(question.id, revision, { answer, answeredBy, answeredAt })))
      throw stale('question');
    await record({
      action: 'guideline.question-answered',
      object: { type: 'guideline', id: parent.id },
      projectId: parent.projectId,
      details: { question: question.id },
      alsoTouched: [{ type: 'guidelineQuestion', id: question.id }],
    });
    await notify(deps, t, {
      userIds: [question.askedBy],
      except: answeredBy,
      kind: 'guideline.question-answered',
      subject: { projectId: parent.projectId, guidelineId: parent.id, name: parent.name, userId: answeredBy },
      link: `/guidelines/${parent.id}/questions#${question.id}`,
    });
  });
}

/** Questions about a guideline, newest first, with their answers and what became of them. */
export function listGuidelineQuestions(
  deps: Deps,
  actor: Actor,
  input: { guidelineId: string; open: boolean; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const parent = await requireGuideline(t, input.guidelineId);
    const rows = await t.guidelineQuestions.list(parent.id, input);
    const page = rows.slice(0, input.limit);
    const names = await t.members.names(page.flatMap((row) => [row.askedBy, row.answeredBy ?? []].flat()));
    const documents = await t.guidelines.documents(page.map((row) => row.versionId));
    const person = (userId: string) => ({ userId, name: names.get(userId) ?? null });
    return {
      questions: page.map((row) => {
        const { sections } = guidelineSchema.parse(documents.get(row.versionId));
        return {
          id: row.id,
          text: row.text,
          state: guidelineQuestionStateOf(row),
          number: row.version.number,
          section:
            row.sectionId === null
              ? null
              : {
                  id: row.sectionId,
                  heading: sections.find((section) => section.id === row.sectionId)?.heading ?? '',
                },
          askedBy: person(row.askedBy),
          askedAt: row.askedAt,
          answer: row.answer,
          answeredBy: row.answeredBy === null ? null : person(row.answeredBy),
          answeredAt: row.answeredAt,
          resolvedBy: row.resolvedVersion,
          revision: row.revision,
        };
      }),
      next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}
