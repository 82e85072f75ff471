import {
  AssayError,
  allNotificationKinds,
  NO_CHOICES,
  type NotificationKind,
  notificationKinds,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, chooseNotification, wantsNotification } from '@assay/domain';
import { requireOnItem } from '../frame/access.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { asJson } from '../sources/source-record.ts';
import { readChoices } from './who-wants.ts';

/** What the actor is told of, kind by kind, in the organisation or in one project of it, and why. */
export async function listNotificationChoices(deps: Deps, actor: Actor, input: { projectId: string | null }) {
  const userId = requirePerson(actor);
  const { projectId } = input;
  await requireScope(deps, actor, projectId);
  return query(deps, actor, async (t) => {
    const { inOrg, inProject } = await choicesOf(t, userId, projectId);
    const own = projectId === null ? inOrg : inProject;
    return {
      kinds: allNotificationKinds
        .filter((kind) => projectId === null || notificationKinds[kind].inProject)
        .map((kind) => ({
          kind,
          group: notificationKinds[kind].group,
          /** What the actor chose here; null where they did not. */
          chosen: own?.wants[kind] ?? null,
          /** What holds without a choice here. */
          otherwise: wantsNotification(kind, { inOrg: projectId === null ? null : inOrg, inProject: null }),
        })),
      /** Projects for which the actor chose something else than for the organisation. */
      projects: await t.notificationChoices.projects(userId),
    };
  });
}

/** Chooses for one kind: to be told, not to be told, or (null) as it would be otherwise. */
export async function chooseNotifications(
  deps: Deps,
  actor: Actor,
  input: { projectId: string | null; kind: NotificationKind; wants: boolean | null },
): Promise<void> {
  const userId = requirePerson(actor);
  const { projectId, kind, wants } = input;
  await requireScope(deps, actor, projectId);
  if (projectId !== null && !notificationKinds[kind].inProject) {
    throw new AssayError('bad-input', 'This is told of the organisation, not of a project.', {
      field: 'kind',
      next: 'Choose it for the organisation.',
    });
  }
  await command(deps, actor, async ({ t, record }) => {
    const before = readChoices(await t.notificationChoices.lock(userId, projectId)) ?? NO_CHOICES;
    await t.notificationChoices.save(userId, projectId, asJson(chooseNotification(before, kind, wants)));
    await record({
      action: 'notification.chosen',
      object: { type: 'user', id: userId },
      projectId,
      details: { kind, wants },
    });
  });
}

/** Goes back to what is told by default, or for a project to what is chosen for the organisation. */
export async function resetNotificationChoices(
  deps: Deps,
  actor: Actor,
  input: { projectId: string | null },
): Promise<void> {
  const userId = requirePerson(actor);
  const { projectId } = input;
  await requireScope(deps, actor, projectId);
  await command(deps, actor, async ({ t, record }) => {
    await t.notificationChoices.lock(userId, projectId);
    await t.notificationChoices.remove(userId, projectId);
    await record({ action: 'notification.reset', object: { type: 'user', id: userId }, projectId });
  });
}

async function requireScope(deps: Deps, actor: Actor, projectId: string | null): Promise<void> {
  if (projectId !== null) {
    await requireOnItem(deps, actor, 'project.read', { kind: 'project', id: projectId });
  }
}

async function choicesOf(t: Repositories, userId: string, projectId: string | null) {
  const rows = await t.notificationChoices.of([userId], projectId);
  const of = (scope: string | null) => readChoices(rows.find((row) => row.projectId === scope)?.document);
  return { inOrg: of(null), inProject: projectId === null ? null : of(projectId) };
}
