import {
  AssayError,
  notFound,
  type Permission,
  type ProjectRole,
  permissionRule,
  projectRole,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, can } from '@assay/domain';
import { query } from './command.ts';
import type { Deps } from './deps.ts';

/** Where a thing belongs: to a project, or to one person (what the organisation's owner ordered for themselves). */
type Place = { projectId: string } | { ownerId: string | null };

function trashed(row: { projectId: string; deletedAt: Date | null } | null): Place | null {
  return row === null || row.deletedAt === null ? null : { projectId: row.projectId };
}

/** How each kind of thing is found. A new kind of thing is one entry here. */
const placeOf = {
  project: async (t: Repositories, id: string): Promise<Place | null> => {
    const project = await t.projects.get(id);
    return project && { projectId: project.id };
  },
  job: async (t: Repositories, id: string): Promise<Place | null> => {
    const job = await t.jobs.get(id);
    if (job === null) return null;
    return job.projectId === null ? { ownerId: job.createdBy } : { projectId: job.projectId };
  },
  source: async (t: Repositories, id: string): Promise<Place | null> => {
    const source = await t.sources.get(id);
    return source && { projectId: source.projectId };
  },
  sourceVersion: async (t: Repositories, id: string): Promise<Place | null> => {
    const version = await t.sources.version(id);
    return version && placeOf.source(t, version.sourceId);
  },
  finding: async (t: Repositories, id: string): Promise<Place | null> => {
    const finding = await t.sources.finding(id);
    return finding && placeOf.sourceVersion(t, finding.versionId);
  },
  upload: async (t: Repositories, id: string): Promise<Place | null> => {
    const upload = await t.uploads.get(id);
    return upload && { projectId: upload.projectId };
  },
  versionExport: async (t: Repositories, id: string): Promise<Place | null> => {
    const made = await t.versionExports.get(id);
    return made && { projectId: made.projectId };
  },
  datasetVersion: async (t: Repositories, id: string): Promise<Place | null> => {
    const version = await t.versions.get(id);
    return version && { projectId: version.projectId };
  },
  imageComparison: async (t: Repositories, id: string): Promise<Place | null> => {
    const comparison = await t.imageSets.comparison(id);
    return comparison && { projectId: comparison.projectId };
  },
  release: async (t: Repositories, id: string): Promise<Place | null> => {
    const release = await t.releases.get(id);
    return release && { projectId: release.projectId };
  },
  batch: async (t: Repositories, id: string): Promise<Place | null> => {
    const batch = await t.batches.get(id);
    return batch && { projectId: batch.projectId };
  },
  commentThread: async (t: Repositories, id: string): Promise<Place | null> => {
    const thread = await t.comments.thread(id);
    return thread && { projectId: thread.projectId };
  },
  comment: async (t: Repositories, id: string): Promise<Place | null> => {
    const comment = await t.comments.get(id);
    return comment && { projectId: comment.thread.projectId };
  },
  webhook: async (t: Repositories, id: string): Promise<Place | null> => {
    const webhook = await t.webhooks.get(id);
    return webhook && { projectId: webhook.projectId };
  },
  webhookDelivery: async (t: Repositories, id: string): Promise<Place | null> => {
    const delivery = await t.webhooks.delivery(id);
    return delivery && { projectId: delivery.webhook.projectId };
  },
  task: async (t: Repositories, id: string): Promise<Place | null> => {
    const task = await t.tasks.get(id);
    return task && placeOf.batch(t, task.batchId);
  },
  pattern: async (t: Repositories, id: string): Promise<Place | null> => {
    const pattern = await t.patterns.get(id);
    return pattern && { projectId: pattern.projectId };
  },
  reviewItem: async (t: Repositories, id: string): Promise<Place | null> => {
    const item = await t.reviews.get(id);
    return item && { projectId: item.projectId };
  },
  reviewReturn: async (t: Repositories, id: string): Promise<Place | null> => {
    const found = await t.reviewReturns.get(id);
    return found && { projectId: found.reviewItem.projectId };
  },
  recipe: async (t: Repositories, id: string): Promise<Place | null> => {
    const recipe = await t.recipes.get(id);
    return recipe && { projectId: recipe.projectId };
  },
  trashedRecipe: async (t: Repositories, id: string): Promise<Place | null> =>
    trashed(await t.recipes.getAny(id)),
  recipeVersion: async (t: Repositories, id: string): Promise<Place | null> => {
    const version = await t.recipes.version(id);
    return version && placeOf.recipe(t, version.recipeId);
  },
  run: async (t: Repositories, id: string): Promise<Place | null> => {
    const run = await t.runs.get(id);
    return run && { projectId: run.projectId };
  },
  trashedRun: async (t: Repositories, id: string): Promise<Place | null> => trashed(await t.runs.getAny(id)),
  trashedPolicy: async (t: Repositories, id: string): Promise<Place | null> =>
    trashed(await t.policies.getAny(id)),
  trashedGoal: async (t: Repositories, id: string): Promise<Place | null> =>
    trashed(await t.goals.getAny(id)),
  report: async (t: Repositories, id: string): Promise<Place | null> => {
    const report = await t.reports.get(id);
    return report && { projectId: report.projectId };
  },
  policy: async (t: Repositories, id: string): Promise<Place | null> => {
    const policy = await t.policies.get(id);
    return policy && { projectId: policy.projectId };
  },
  goal: async (t: Repositories, id: string): Promise<Place | null> => {
    const goal = await t.goals.get(id);
    return goal && { projectId: goal.projectId };
  },
  guideline: async (t: Repositories, id: string): Promise<Place | null> => {
    const guideline = await t.guidelines.get(id);
    return guideline && { projectId: guideline.projectId };
  },
  trashedGuideline: async (t: Repositories, id: string): Promise<Place | null> =>
    trashed(await t.guidelines.getAny(id)),
  guidelineVersion: async (t: Repositories, id: string): Promise<Place | null> => {
    const version = await t.guidelines.version(id);
    return version && placeOf.guideline(t, version.guidelineId);
  },
  guidelineQuestion: async (t: Repositories, id: string): Promise<Place | null> => {
    const question = await t.guidelineQuestions.get(id);
    return question && placeOf.guideline(t, question.guidelineId);
  },
  image: async (t: Repositories, id: string): Promise<Place | null> => {
    const found = await t.images.get(id);
    return found && { projectId: found.projectId };
  },
  imageImport: async (t: Repositories, id: string): Promise<Place | null> => {
    const found = await t.imageImports.get(id);
    return found && { projectId: found.projectId };
  },
  labelImport: async (t: Repositories, id: string): Promise<Place | null> => {
    const found = await t.labelImports.get(id);
    return found && { projectId: found.projectId };
  },
  labelSchema: async (t: Repositories, id: string): Promise<Place | null> => {
    const schema = await t.labelSchemas.get(id);
    return schema && { projectId: schema.projectId };
  },
  trashedLabelSchema: async (t: Repositories, id: string): Promise<Place | null> =>
    trashed(await t.labelSchemas.getAny(id)),
  labelSchemaVersion: async (t: Repositories, id: string): Promise<Place | null> => {
    const version = await t.labelSchemas.version(id);
    return version && placeOf.labelSchema(t, version.labelSchemaId);
  },
  measurement: async (t: Repositories, id: string): Promise<Place | null> => {
    const row = await t.measurements.get(id);
    if (row === null || !isItemKind(row.subjectType)) return null;
    return placeOf[row.subjectType](t, row.subjectId);
  },
} as const;

export type ItemKind = keyof typeof placeOf;

function isItemKind(name: string): name is ItemKind {
  return Object.hasOwn(placeOf, name);
}

function asProjectRoles(roles: readonly string[] | null): ProjectRole[] | null {
  return roles === null
    ? null
    : roles.filter((role): role is ProjectRole => projectRole.safeParse(role).success);
}

function refuse(permission: Permission): never {
  throw new AssayError('forbidden', `Your role does not allow this (${permission}).`, {
    next: 'Ask a manager of the project or an administrator of the organisation for the role that does.',
  });
}

/** Checks a permission of the organisation. */
export function requireInOrg(actor: Actor, permission: Permission): void {
  if (permissionRule(permission).scope === 'project' || !can(actor, permission)) refuse(permission);
}

/**
 * Checks a permission on one thing and finds its project. A thing in another organisation, in a project that the
 * actor may not see, or nowhere at all answers the same: not found.
 */
export async function requireOnItem(
  deps: Deps,
  actor: Actor,
  permission: Permission,
  item: { kind: ItemKind; id: string },
): Promise<{ projectId: string | null }> {
  return query(deps, actor, async (t) => {
    const place = await placeOf[item.kind](t, item.id);
    if (place === null) throw notFound(item.kind);
    if ('ownerId' in place) {
      if (place.ownerId === null || place.ownerId !== actor.userId) throw notFound(item.kind);
      // A key of theirs still does no more than its scopes.
      if (actor.kind === 'api-key' && !actor.scopes.includes(permission)) refuse(permission);
      return { projectId: null };
    }
    // A thing of a project in the trash is found by nobody until the project is restored.
    if ((await t.projects.get(place.projectId)) === null) throw notFound(item.kind);
    const roles = asProjectRoles(
      actor.userId === null ? null : await t.projects.rolesOf(place.projectId, actor.userId),
    );
    if (!can(asReader(actor), 'project.read', roles)) throw notFound(item.kind);
    if (!can(actor, permission, roles)) refuse(permission);
    return { projectId: place.projectId };
  });
}

/** The person behind a key: what a key may not do is `forbidden`, never `not found`. */
function asReader(actor: Actor): Actor {
  return actor.kind === 'api-key'
    ? { kind: 'user', userId: actor.userId, orgId: actor.orgId, orgRoles: actor.orgRoles }
    : actor;
}
