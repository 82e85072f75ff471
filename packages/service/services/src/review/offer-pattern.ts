import { AssayError, notFound, predicate, recipe as recipeSchema } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, doesNotMatch } from '@assay/domain';
import { requireOnItem } from '../frame/access.ts';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { amendGuideline } from '../guidelines/amend-guideline.ts';
import { notify } from '../notifications/notify.ts';
import { requireRecipe } from '../recipes/recipe-record.ts';
import { asJson } from '../sources/source-record.ts';

async function lockActive(t: Repositories, patternId: string) {
  const pattern = await t.patterns.lock(patternId);
  if (pattern === null) throw notFound('pattern');
  if (pattern.status === 'UNDONE') {
    throw new AssayError('conflict', `Pattern ${pattern.number} was taken back.`, {
      kept: 'Nothing was changed.',
    });
  }
  return pattern;
}

/** Says a pattern as a rule of a guideline, in a new version of it: the rule is broken by what the pattern matches. */
export async function addPatternRule(
  deps: Deps,
  actor: Actor,
  input: {
    patternId: string;
    guidelineId: string;
    revision: number;
    text: string;
    severity: 'error' | 'warning';
  },
): Promise<{ versionId: string; number: number }> {
  const createdBy = requirePerson(actor);
  await requireOnItem(deps, actor, 'guideline.write', { kind: 'guideline', id: input.guidelineId });
  const versionId = deps.ids.next();
  return command(deps, actor, async (context) => {
    const { t } = context;
    const pattern = await lockActive(t, input.patternId);
    if (pattern.guidelineVersionId !== null) {
      throw new AssayError('conflict', `Pattern ${pattern.number} is a rule of a guideline already.`);
    }
    const rule = {
      id: deps.ids.next(),
      text: input.text,
      severity: input.severity,
      holds: { op: 'not' as const, arg: predicate.parse(pattern.where) },
    };
    const { number } = await amendGuideline(context, {
      versionId,
      guidelineId: input.guidelineId,
      projectId: pattern.projectId,
      revision: input.revision,
      by: createdBy,
      note: `Pattern ${pattern.number}: ${pattern.name}`,
      change: (before) => ({ ...before, rules: [...before.rules, rule] }),
      details: { pattern: pattern.id },
      alsoTouched: [{ type: 'pattern', id: pattern.id }],
    });
    await t.patterns.change(pattern.id, { guidelineVersionId: versionId });
    return { versionId, number };
  });
}

/** Proposes a pattern as a constraint on the recipe that made the rows; who may change recipes are told. */
export function proposeConstraint(deps: Deps, actor: Actor, input: { patternId: string }): Promise<void> {
  const personId = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const pattern = await lockActive(t, input.patternId);
    if (pattern.recipeId === null) {
      throw new AssayError('conflict', 'No recipe made these rows: they were imported.', {
        next: 'Add the constraint to the recipe that you make rows by.',
      });
    }
    if (pattern.constraintState === 'PROPOSED' || pattern.constraintState === 'ADOPTED') {
      throw new AssayError('conflict', `Pattern ${pattern.number} is proposed already.`);
    }
    await t.patterns.change(pattern.id, { constraintState: 'PROPOSED' });
    await record({
      action: 'pattern.constraint-proposed',
      object: { type: 'pattern', id: pattern.id },
      projectId: pattern.projectId,
      alsoTouched: [{ type: 'recipe', id: pattern.recipeId }],
    });
    const members = await t.projects.members(pattern.projectId);
    const writers = members.filter(({ roles }) => roles.includes('engineer') || roles.includes('manager'));
    await notify(deps, t, {
      userIds: writers.map((member) => member.userId),
      except: personId,
      kind: 'pattern.constraint-proposed',
      subject: { projectId: pattern.projectId, name: pattern.name },
      link: `/projects/${pattern.projectId}/review/patterns`,
    });
  });
}

/**
 * Answers a proposal: with a new version of the recipe whose rows do not match the pattern, or with no. The recipe's
 * versions before it, and whatever runs by them, stay as they are.
 */
export async function answerConstraint(
  deps: Deps,
  actor: Actor,
  input: { patternId: string; adopt: boolean },
): Promise<{ recipeVersionId: string | null; number: number | null }> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const pattern = await lockActive(t, input.patternId);
    if (pattern.constraintState !== 'PROPOSED' || pattern.recipeId === null) {
      throw new AssayError('conflict', `Pattern ${pattern.number} is not proposed.`, {
        next: 'Load the page again to see how it stands.',
      });
    }
    const { recipeId } = pattern;
    const object = { type: 'pattern', id: pattern.id };
    const place = { object, projectId: pattern.projectId };
    if (!input.adopt) {
      await t.patterns.change(pattern.id, { constraintState: 'DECLINED' });
      await record({
        ...place,
        action: 'pattern.constraint-declined',
        alsoTouched: [{ type: 'recipe', id: recipeId }],
      });
      return { recipeVersionId: null, number: null };
    }
    const parent = await requireRecipe(t, recipeId);
    if (!(await t.recipes.update(parent.id, parent.revision, {}))) throw stale('recipe');
    const newest = await t.recipes.newest(parent.id);
    if (newest === null) throw notFound('recipe version');
    const before = recipeSchema.parse(newest.document);
    const constraint = { kind: 'rule', where: doesNotMatch(predicate.parse(pattern.where)) };
    const document = recipeSchema.safeParse({ ...before, constraints: [...before.constraints, constraint] });
    if (!document.success) {
      throw new AssayError('too-large', 'The recipe takes no more constraints.', {
        kept: 'Nothing was changed.',
      });
    }
    const recipeVersionId = deps.ids.next();
    const { number } = await t.recipes.addVersion({
      id: recipeVersionId,
      recipeId,
      document: asJson(document.data),
      sourceId: before.sourceId,
      note: `Pattern ${pattern.number}: ${pattern.name}`,
      createdBy,
    });
    await t.patterns.change(pattern.id, { constraintState: 'ADOPTED', recipeVersionId });
    await record({
      ...place,
      action: 'pattern.constraint-adopted',
      details: { number },
      alsoTouched: [
        { type: 'recipe', id: recipeId },
        { type: 'recipeVersion', id: recipeVersionId },
      ],
    });
    return { recipeVersionId, number };
  });
}
