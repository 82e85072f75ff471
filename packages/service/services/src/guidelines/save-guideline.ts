import { AssayError, type Guideline } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { notify } from '../notifications/notify.ts';
import { asJson } from '../sources/source-record.ts';
import { type GuidelineRow, requireGuideline, requireGuidelineVersion } from './guideline-record.ts';

/** Makes a guideline with its first version. */
export function createGuideline(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; name: string; description: string; document: Guideline },
): Promise<{ id: string; versionId: string }> {
  const createdBy = requirePerson(actor);
  const name = requireName(input.name, 'A guideline');
  const [id, versionId] = [deps.ids.next(), deps.ids.next()];
  return command(deps, actor, async ({ t, record }) => {
    const { document, projectId, description } = input;
    await t.guidelines.create({ id, projectId, name, description, createdBy });
    await t.guidelines.addVersion({
      id: versionId,
      guidelineId: id,
      document: asJson(document),
      note: '',
      createdBy,
    });
    await record({
      action: 'guideline.created',
      object: { type: 'guideline', id },
      projectId,
      details: { name },
      alsoTouched: [{ type: 'guidelineVersion', id: versionId }],
    });
    return { id, versionId };
  });
}

/**
 * Saves a changed document as the next version; the versions before it stay as they are. `resolves` are answered
 * questions that the new version says itself; whoever asked is told.
 */
export function saveGuidelineVersion(
  deps: Deps,
  actor: Actor,
  input: {
    guidelineId: string;
    revision: number;
    document: Guideline;
    note: string;
    resolves: readonly string[];
  },
): Promise<{ versionId: string; number: number }> {
  const createdBy = requirePerson(actor);
  const versionId = deps.ids.next();
  return command(deps, actor, async (context) => {
    const { t, record } = context;
    const parent = await requireGuideline(t, input.guidelineId);
    if (!(await t.guidelines.update(parent.id, input.revision, {}))) throw stale('guideline');
    const { number } = await t.guidelines.addVersion({
      id: versionId,
      guidelineId: parent.id,
      document: asJson(input.document),
      note: input.note,
      createdBy,
    });
    for (const id of new Set(input.resolves))
      await resolveQuestion(deps, context, parent, { id, versionId, by: createdBy });
    await record({
      action: 'guideline.version-saved',
      object: { type: 'guideline', id: parent.id },
      projectId: parent.projectId,
      details: { number, note: input.note },
      alsoTouched: [{ type: 'guidelineVersion', id: versionId }],
    });
    return { versionId, number };
  });
}

async function resolveQuestion(
  deps: Deps,
  { t, record }: CommandContext,
  parent: GuidelineRow,
  { id, versionId, by }: { id: string; versionId: string; by: string },
): Promise<void> {
  const question = await t.guidelineQuestions.get(id);
  if (question === null || !(await t.guidelineQuestions.resolve(id, parent.id, versionId))) {
    throw new AssayError('conflict', 'A version resolves a question once, after it was answered.', {
      kept: 'No version was saved.',
      next: 'Answer the question first, or save without it.',
      field: 'resolves',
    });
  }
  await record({
    action: 'guideline.question-resolved',
    object: { type: 'guideline', id: parent.id },
    projectId: parent.projectId,
    details: { question: id },
    alsoTouched: [
      { type: 'guidelineQuestion', id },
      { type: 'guidelineVersion', id: versionId },
    ],
  });
  await notify(deps, t, {
    userIds: [question.askedBy],
    except: by,
    kind: 'guideline.question-resolved',
    subject: { projectId: parent.projectId, guidelineId: parent.id, name: parent.name },
    link: `/guidelines/${parent.id}/questions#${id}`,
  });
}

/** Renames or describes a guideline. */
export function updateGuideline(
  deps: Deps,
  actor: Actor,
  input: { guidelineId: string; revision: number; name: string; description: string },
): Promise<void> {
  const name = requireName(input.name, 'A guideline');
  return command(deps, actor, async ({ t, record }) => {
    const parent = await requireGuideline(t, input.guidelineId);
    const change = { name, description: input.description };
    if (!(await t.guidelines.update(parent.id, input.revision, change))) throw stale('guideline');
    await record({
      action: 'guideline.updated',
      object: { type: 'guideline', id: parent.id },
      projectId: parent.projectId,
      details: { name },
    });
  });
}

/** A new guideline in the same project that begins as a version of another. */
export function copyGuideline(
  deps: Deps,
  actor: Actor,
  input: { guidelineVersionId: string; name: string },
): Promise<{ id: string; versionId: string }> {
  const createdBy = requirePerson(actor);
  const name = requireName(input.name, 'A guideline');
  const [id, versionId] = [deps.ids.next(), deps.ids.next()];
  return command(deps, actor, async ({ t, record }) => {
    const { row, parent, document } = await requireGuidelineVersion(t, input.guidelineVersionId);
    const { projectId, description } = parent;
    await t.guidelines.create({ id, projectId, name, description, createdBy });
    await t.guidelines.addVersion({
      id: versionId,
      guidelineId: id,
      document: asJson(document),
      note: `Copied from ${parent.name}, version ${row.number}`,
      createdBy,
    });
    await record({
      action: 'guideline.copied',
      object: { type: 'guideline', id },
      projectId,
      details: { name, from: { guideline: parent.id, version: row.number } },
      alsoTouched: [
        { type: 'guideline', id: parent.id },
        { type: 'guidelineVersion', id: versionId },
      ],
    });
    return { id, versionId };
  });
}
