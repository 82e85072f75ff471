import { randomUUID } from 'node:crypto';
import type { Annotation } from '@assay/contracts';
import { expect } from '@playwright/test';
import type { Person } from './person.ts';
import { readySource } from './ready-source.ts';
import { strikesCsv } from './wildlife-strikes.ts';

type Place = { person: Person; org: string; projectId: string };

const [QUESTION, YES, NO] = [
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-4000-8000-000000000011',
  '00000000-0000-4000-8000-000000000012',
] as const;

/** Rows that their gates let pass, and rows of the same recipe that strict ones blocked. */
export async function runsToLabel(place: Place): Promise<{ ready: string; blocked: string }> {
  const { person, org, projectId } = place;
  const api = person.api(org);
  const source = await readySource(place, {
    name: 'Strikes to label',
    csv: strikesCsv().split('\n').slice(0, 401).join('\n'),
  });
  const gate = (name: string, plus: number) =>
    api.policy.create.mutate({
      projectId,
      document: {
        type: 'assay.policy',
        version: 1,
        name,
        gates: [{ id: 'shapes', metric: 'shapes.error', green: { plus } }],
      },
    });
  const [lenient, strict] = [await gate('Whatever comes', 1), await gate('Nothing passes', -1)];
  const { versionId } = await api.recipe.create.mutate({
    projectId,
    name: 'Columns by themselves',
    document: {
      type: 'assay.recipe',
      version: 1,
      method: 'independent',
      sourceId: source.id,
      seed: { kind: 'fixed', seed: '1' },
    },
  });
  const start = async (name: string, policyId: string, status: 'READY' | 'BLOCKED') => {
    const { runId } = await api.run.start.mutate({
      recipeVersionId: versionId,
      kind: 'pilot',
      name,
      policyRef: policyId,
    });
    await expect
      .poll(async () => (await api.run.get.query({ runId })).status, { timeout: 120_000 })
      .toBe(status);
    return runId;
  };
  return {
    ready: await start('Rows to label', lenient.id, 'READY'),
    blocked: await start('Rows that were blocked', strict.id, 'BLOCKED'),
  };
}

/** A label schema with one question. */
export async function yesOrNo({ person, org, projectId }: Place): Promise<{ id: string; versionId: string }> {
  return person.api(org).labelSchema.create.mutate({
    projectId,
    name: 'Plausible or not',
    description: '',
    document: {
      type: 'assay.label-schema',
      version: 1,
      subject: 'row',
      questions: [
        {
          kind: 'single',
          id: QUESTION,
          name: 'Is it plausible?',
          labels: [
            { id: YES, name: 'Plausible', key: '1' },
            { id: NO, name: 'Not plausible', key: '2' },
          ],
        },
      ],
    },
  });
}

/** Somebody new with this role in the project. */
export async function joins(place: Place, person: Person, roles: ('annotator' | 'expert')[]): Promise<void> {
  const { link } = await place.person.api(place.org).member.invite.mutate({
    email: person.email,
    roles: ['member'],
    project: { id: place.projectId, roles },
  });
  await person.api().member.acceptInvitation.mutate({ token: link.slice(link.lastIndexOf('/') + 1) });
}

/** Answers as somebody: as many tasks as times at work are given. */
export async function answers(
  { person, org, projectId }: Place,
  batchId: string,
  activeMs: readonly number[],
  yes = true,
): Promise<void> {
  const api = person.api(org);
  const payload: Annotation = {
    type: 'assay.annotation',
    version: 1,
    answers: { [QUESTION]: { kind: 'single', label: { labelId: yes ? YES : NO, attributes: {} } } },
    realism: null,
    artefact: false,
    artefactNote: '',
    comment: '',
    verdict: null,
  };
  for (const ms of activeMs) {
    const { tasks } = await api.task.claim.mutate({ projectId, batchId, want: 1 });
    const [task] = tasks;
    if (task === undefined) throw new Error('Nothing was served.');
    await api.task.submit.mutate({
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: randomUUID(),
      payload,
      activeMs: ms,
      toolVersion: 'e2e',
    });
  }
}
