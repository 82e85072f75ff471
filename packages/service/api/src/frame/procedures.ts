import { AssayError, commentSubject, id, type Permission } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import {
  actorFor,
  authenticateApiKey,
  type ItemKind,
  requireInOrg,
  requireOnCommentSubject,
  requireOnItem,
  requireOnTalk,
} from '@assay/services';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { base } from './trpc.ts';

function unauthenticated(): AssayError {
  return new AssayError('unauthenticated', 'You are not signed in, or your session has ended.', {
    kept: 'What you typed is still on this page.',
    next: 'Sign in again and repeat the last step.',
  });
}

/** The actor of a request in the organisation that it names. */
export async function resolveActor(ctx: ApiContext): Promise<Actor> {
  if (ctx.knownActor !== undefined) return ctx.knownActor;
  if (ctx.presentedKey !== null) {
    const actor = await authenticateApiKey(ctx.deps, ctx.presentedKey);
    if (actor === null) throw unauthenticated();
    return actor;
  }
  if (ctx.identity === null) throw unauthenticated();
  const actor = ctx.orgSlug === null ? null : await actorFor(ctx.deps, ctx.identity.userId, ctx.orgSlug);
  if (actor === null) {
    throw new AssayError('not-found', 'There is no such organisation, or you are not a member of it.', {
      next: 'Choose one of your organisations, or ask for an invitation.',
    });
  }
  return actor;
}

/** The actor of a request, if they hold a permission of the organisation. */
export async function actorWith(ctx: ApiContext, permission: Permission): Promise<Actor> {
  const actor = await resolveActor(ctx);
  requireInOrg(actor, permission);
  return actor;
}

/** For everybody, signed in or not. Rare: sign-in itself is the sign-in library's. */
export const publicProcedure = base.meta({ permission: 'public' });

/** For the person who is signed in, about themselves. */
export const selfProcedure = base.meta({ permission: 'self.use' }).use(({ ctx, next }) => {
  if (ctx.identity === null) throw unauthenticated();
  return next({ ctx: { ...ctx, userId: ctx.identity.userId } });
});

/** For a permission of the organisation. */
export const orgProcedure = (permission: Permission) =>
  base
    .meta({ permission })
    .use(async ({ ctx, next }) => next({ ctx: { ...ctx, actor: await actorWith(ctx, permission) } }));

/** For a permission on one thing: the actor, then the thing by id, then its project and the roles in it. */
const onItem = <Field extends string>(kind: ItemKind, field: Field, permission: Permission) =>
  base
    .meta({ permission, on: kind })
    .use(async ({ ctx, next }) => next({ ctx: { ...ctx, actor: await resolveActor(ctx) } }))
    .input(z.object({ [field]: id } as { [K in Field]: typeof id }))
    .use(async ({ ctx, input, next }) => {
      const itemId = (input as { [K in Field]: string })[field];
      const place = await requireOnItem(ctx.deps, ctx.actor, permission, { kind, id: itemId });
      return next({ ctx: { ...ctx, ...place } });
    });

export const projectProcedure = (permission: Permission) => onItem('project', 'projectId', permission);
export const jobProcedure = (permission: Permission) => onItem('job', 'jobId', permission);
export const measurementProcedure = (permission: Permission) =>
  onItem('measurement', 'measurementId', permission);
/** For a permission on whatever a measurement can be of. */
export const subjectProcedure = (permission: Permission) =>
  base
    .meta({ permission, on: 'subject' })
    .use(async ({ ctx, next }) => next({ ctx: { ...ctx, actor: await resolveActor(ctx) } }))
    .input(
      z.object({
        subjectType: z.enum(['project', 'source', 'sourceVersion', 'run', 'report']),
        subjectId: id,
      }),
    )
    .use(async ({ ctx, input, next }) => {
      const item = { kind: input.subjectType, id: input.subjectId };
      const place = await requireOnItem(ctx.deps, ctx.actor, permission, item);
      return next({ ctx: { ...ctx, ...place } });
    });
export const sourceProcedure = (permission: Permission) => onItem('source', 'sourceId', permission);
export const versionProcedure = (permission: Permission) => onItem('sourceVersion', 'versionId', permission);
export const findingProcedure = (permission: Permission) => onItem('finding', 'findingId', permission);
export const uploadProcedure = (permission: Permission) => onItem('upload', 'uploadId', permission);
/** A version of the dataset; `versionProcedure` is for versions of sources. */
export const datasetVersionProcedure = (permission: Permission) =>
  onItem('datasetVersion', 'versionId', permission);
export const versionExportProcedure = (permission: Permission) =>
  onItem('versionExport', 'exportId', permission);
export const releaseProcedure = (permission: Permission) => onItem('release', 'releaseId', permission);
export const batchProcedure = (permission: Permission) => onItem('batch', 'batchId', permission);
export const webhookProcedure = (permission: Permission) => onItem('webhook', 'webhookId', permission);
export const webhookDeliveryProcedure = (permission: Permission) =>
  onItem('webhookDelivery', 'deliveryId', permission);
export const taskProcedure = (permission: Permission) => onItem('task', 'taskId', permission);
export const patternProcedure = (permission: Permission) => onItem('pattern', 'patternId', permission);
export const reviewItemProcedure = (permission: Permission) =>
  onItem('reviewItem', 'reviewItemId', permission);
export const reviewReturnProcedure = (permission: Permission) =>
  onItem('reviewReturn', 'returnId', permission);
export const recipeProcedure = (permission: Permission) => onItem('recipe', 'recipeId', permission);
export const trashedRecipeProcedure = (permission: Permission) =>
  onItem('trashedRecipe', 'recipeId', permission);
export const recipeVersionProcedure = (permission: Permission) =>
  onItem('recipeVersion', 'recipeVersionId', permission);
export const imageProcedure = (permission: Permission) => onItem('image', 'imageId', permission);
export const imageComparisonProcedure = (permission: Permission) =>
  onItem('imageComparison', 'comparisonId', permission);
export const imageImportProcedure = (permission: Permission) => onItem('imageImport', 'importId', permission);
export const labelImportProcedure = (permission: Permission) => onItem('labelImport', 'importId', permission);
export const labelSchemaProcedure = (permission: Permission) =>
  onItem('labelSchema', 'labelSchemaId', permission);
export const trashedLabelSchemaProcedure = (permission: Permission) =>
  onItem('trashedLabelSchema', 'labelSchemaId', permission);
export const labelSchemaVersionProcedure = (permission: Permission) =>
  onItem('labelSchemaVersion', 'labelSchemaVersionId', permission);
export const runProcedure = (permission: Permission) => onItem('run', 'runId', permission);
export const trashedRunProcedure = (permission: Permission) => onItem('trashedRun', 'runId', permission);
export const trashedPolicyProcedure = (permission: Permission) =>
  onItem('trashedPolicy', 'policyId', permission);
export const trashedGoalProcedure = (permission: Permission) => onItem('trashedGoal', 'goalId', permission);
export const reportProcedure = (permission: Permission) => onItem('report', 'reportId', permission);
export const policyProcedure = (permission: Permission) => onItem('policy', 'policyId', permission);
export const guidelineProcedure = (permission: Permission) => onItem('guideline', 'guidelineId', permission);
export const trashedGuidelineProcedure = (permission: Permission) =>
  onItem('trashedGuideline', 'guidelineId', permission);
export const guidelineVersionProcedure = (permission: Permission) =>
  onItem('guidelineVersion', 'guidelineVersionId', permission);
export const guidelineQuestionProcedure = (permission: Permission) =>
  onItem('guidelineQuestion', 'questionId', permission);
export const goalProcedure = (permission: Permission) => onItem('goal', 'goalId', permission);

/** For a permission on what is talked about, beside that of reading it. */
export const commentSubjectProcedure = (permission: Permission) =>
  base
    .meta({ permission, on: 'subject' })
    .use(async ({ ctx, next }) => next({ ctx: { ...ctx, actor: await resolveActor(ctx) } }))
    .input(z.object({ subjectType: commentSubject, subjectId: id }))
    .use(async ({ ctx, input, next }) => {
      const place = await requireOnCommentSubject(ctx.deps, ctx.actor, permission, input);
      return next({ ctx: { ...ctx, ...place } });
    });

const onTalk = <Field extends string>(
  kind: 'commentThread' | 'comment',
  field: Field,
  permission: Permission,
) =>
  base
    .meta({ permission, on: kind })
    .use(async ({ ctx, next }) => next({ ctx: { ...ctx, actor: await resolveActor(ctx) } }))
    .input(z.object({ [field]: id } as { [K in Field]: typeof id }))
    .use(async ({ ctx, input, next }) => {
      const itemId = (input as { [K in Field]: string })[field];
      const place = await requireOnTalk(ctx.deps, ctx.actor, permission, { kind, id: itemId });
      return next({ ctx: { ...ctx, ...place } });
    });

export const commentThreadProcedure = (permission: Permission) =>
  onTalk('commentThread', 'threadId', permission);
export const commentProcedure = (permission: Permission) => onTalk('comment', 'commentId', permission);
