import {
  type CommentSubject,
  commentSubject,
  commentSubjects,
  notFound,
  type Permission,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, can } from '@assay/domain';
import { requireOnItem } from '../frame/access.ts';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { asOrgRoles, asProjectRoles } from '../members/org-roles.ts';

export type SubjectOfComments = { subjectType: CommentSubject; subjectId: string };

/** Checks a permission on what is talked about, and that the actor may read the thing itself. */
export async function requireOnCommentSubject(
  deps: Deps,
  actor: Actor,
  permission: Permission,
  { subjectType, subjectId }: SubjectOfComments,
): Promise<{ projectId: string | null }> {
  const item = { kind: subjectType, id: subjectId };
  await requireOnItem(deps, actor, permission, item);
  return requireOnItem(deps, actor, commentSubjects[subjectType], item);
}

/** The same from a thread, or from a comment of one: what was said of a thing is not there for who may not read it. */
export async function requireOnTalk(
  deps: Deps,
  actor: Actor,
  permission: Permission,
  talk: { kind: 'commentThread' | 'comment'; id: string },
): Promise<{ projectId: string | null }> {
  await requireOnItem(deps, actor, permission, talk);
  const subject = await query(deps, actor, async (t) => {
    const thread =
      talk.kind === 'commentThread'
        ? await t.comments.thread(talk.id)
        : ((await t.comments.get(talk.id))?.thread ?? null);
    return thread && subjectOf(thread);
  });
  if (subject === null) throw notFound(talk.kind);
  return requireOnCommentSubject(deps, actor, permission, subject);
}

export function subjectOf(thread: { subjectType: string; subjectId: string }): SubjectOfComments {
  return { subjectType: commentSubject.parse(thread.subjectType), subjectId: thread.subjectId };
}

/** Where a thing is shown, and who made it: they are told of what is said of it. */
const about = {
  batch: async (t: Repositories, id: string) => {
    const row = await t.batches.get(id);
    return row && { projectId: row.projectId, by: row.createdBy, path: `/batches/${id}` };
  },
  datasetVersion: async (t: Repositories, id: string) => {
    const row = await t.versions.get(id);
    const path = `/projects/${row?.projectId}/versions/${id}`;
    return row && { projectId: row.projectId, by: row.createdBy, path };
  },
  release: async (t: Repositories, id: string) => {
    const row = await t.releases.get(id);
    return row && { projectId: row.projectId, by: row.requestedBy, path: `/releases/${id}` };
  },
  reviewItem: async (t: Repositories, id: string) => {
    const row = await t.reviews.get(id);
    const path = `/projects/${row?.projectId}/review/${id}`;
    return row && { projectId: row.projectId, by: row.decidedBy, path };
  },
  run: async (t: Repositories, id: string) => {
    const row = await t.runs.get(id);
    return row && { projectId: row.projectId, by: row.createdBy, path: `/runs/${id}` };
  },
} as const satisfies Record<
  CommentSubject,
  (t: Repositories, id: string) => Promise<{ projectId: string; by: string | null; path: string } | null>
>;

/** What is talked about, as it is now. */
export async function requireSubject(t: Repositories, { subjectType, subjectId }: SubjectOfComments) {
  const found = await about[subjectType](t, subjectId);
  if (found === null) throw notFound(subjectType);
  return found;
}

/** Everybody who may read what is said of a kind of thing in a project, by name. */
export async function readersOf(
  t: Repositories,
  projectId: string,
  subjectType: CommentSubject,
): Promise<{ userId: string; name: string; email: string }[]> {
  const people = await t.projects.people(projectId);
  return people.flatMap(({ userId, name, email, orgRoles, projectRoles }) => {
    const who: Actor = { kind: 'user', userId, orgId: '', orgRoles: asOrgRoles(orgRoles) };
    const roles = asProjectRoles(projectRoles);
    const reads = (permission: Permission) => can(who, permission, roles);
    return reads('comment.read') && reads(commentSubjects[subjectType]) ? [{ userId, name, email }] : [];
  });
}
