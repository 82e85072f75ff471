import { DEFAULT_ROUTING, guideline, type Predicate, recipe } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { createGuideline } from '../guidelines/save-guideline.ts';
import { createRecipe } from '../recipes/save-recipe.ts';
import { addBatch, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { submitTask } from '../work/answer-task.ts';
import { claimTasks } from '../work/claim-tasks.ts';
import { openReview } from './claim-review.ts';
import { decideItem } from './decide-review.ts';
import { addPatternRule, answerConstraint, proposeConstraint } from './offer-pattern.ts';
import { listReview } from './read-inbox.ts';
import { getReview } from './read-item.ts';
import { listPatterns } from './read-patterns.ts';
import { countPattern, rejectPattern } from './reject-pattern.ts';
import { saveRouting } from './review-routing.ts';
import { undoPattern } from './undo-pattern.ts';

const ROWS = 40;
/** Every fourth row has no colour. */
const csv = `id,colour,size\n${Array.from(
  { length: ROWS },
  (_, i) => `${i},${['red', 'green', 'blue', ''][i % 4]},${i}`,
).join('\n')}\n`;
const RED: Predicate = {
  op: 'and',
  args: [
    { op: 'compare', column: 'colour', comparator: '=', value: 'red' },
    { op: 'compare', column: 'size', comparator: '<', value: 20 },
  ],
};
const pattern = { name: 'Small and red', where: RED, reasons: ['implausible' as const], comment: 'Never.' };
let test: TestDeps;
let manager: UserActor;
let expert: UserActor;
let ann: UserActor;
let projectId: string;
let runId: string;
let recipeId: string;
let batchId: string;

beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  const member = () => test.member(organisation.orgId, ['member']);
  [ann, expert] = await Promise.all([member(), member()]);
  await test.inProject(projectId, ann, ['annotator']);
  await test.inProject(projectId, expert, ['expert']);
  runId = await addRowsRun(test, manager, { projectId, csv });
  const made = await createRecipe(test.deps, manager, {
    projectId,
    name: 'Colours',
    description: '',
    document: recipe.parse({ type: 'assay.recipe', version: 1, method: 'rules', sourceId: null }),
  });
  recipeId = made.id;
  await query(test.deps, manager, (t) => t.runs.move(runId, ['READY'], { status: 'READY', recipeId }));
  await saveRouting(test.deps, manager, {
    projectId,
    batchId: null,
    known: 0,
    document: { ...DEFAULT_ROUTING, random: { share: 0, seed: 'test' } },
  });
  batchId = await addBatch(test, manager, {
    projectId,
    runId,
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: { op: 'compare', column: 'id', comparator: '<', value: 12 },
      size: null,
      quota: null,
      order: 'row',
      seed: 'test',
    },
  });
  for (;;) {
    const [task] = await claimTasks(test.deps, ann, { projectId, batchId, want: 1 });
    if (task === undefined || task.leaseId === null) break;
    await submitTask(test.deps, ann, {
      taskId: task.id,
      leaseId: task.leaseId,
      annotationId: test.deps.ids.next(),
      payload: { ...answerOf(true), realism: { verdict: 'implausible', reasons: [] } },
      activeMs: 1,
      toolVersion: 'test',
    });
  }
}, 240_000);
afterAll(() => test.close());

const open = async () =>
  (await listReview(test.deps, expert, { projectId, status: 'OPEN', after: null, limit: 50 })).items.map(
    (item) => item.row,
  );
const apply = async (jobId: string) => (await runHere(test.deps, expert, jobId)).result;
const patterns = async () =>
  (await listPatterns(test.deps, manager, { projectId, before: null, limit: 10 })).patterns;

it('counts what it matches, flags all of it, decides what waits, and is taken back as a whole', async () => {
  const all = Array.from({ length: 12 }, (_, row) => row);
  expect(await open()).toEqual(all);
  // Rows 0, 4, 8, 12 and 16 are red and below 20; of these 0, 4 and 8 wait for an expert.
  expect(await countPattern(test.deps, expert, { batchId, where: RED })).toEqual({
    rows: 5,
    of: ROWS,
    open: 3,
  });
  const unknown: Predicate = { op: 'missing', column: 'color' };
  await expect(countPattern(test.deps, expert, { batchId, where: unknown })).rejects.toMatchObject({
    field: 'pattern.where',
    next: expect.stringContaining('colour'),
  });
  const nothing: Predicate = { op: 'compare', column: 'size', comparator: '>', value: 99 };
  await expect(
    rejectPattern(test.deps, expert, {
      batchId,
      reviewItemId: null,
      pattern: { ...pattern, where: nothing },
    }),
  ).rejects.toMatchObject({ field: 'pattern.where' });

  const items = await listReview(test.deps, expert, { projectId, status: 'OPEN', after: null, limit: 50 });
  // Another expert has row 8 in hand: it stays theirs.
  const eight = items.items.find((item) => item.row === 8)?.id ?? '';
  const { leaseId } = await openReview(test.deps, manager, { reviewItemId: eight });
  const { patternId, jobId } = await rejectPattern(test.deps, expert, {
    batchId,
    reviewItemId: items.items[0]?.id ?? null,
    pattern,
  });
  expect(await apply(jobId)).toEqual({ rows: 5, decided: 2 });
  expect(await open()).toEqual(all.filter((row) => row !== 0 && row !== 4));
  const flagged = await query(test.deps, manager, (t) => t.patterns.flagged(runId));
  expect(flagged.size).toBe(5);
  const first = await getReview(test.deps, expert, { reviewItemId: items.items[0]?.id ?? '' });
  expect(first).toMatchObject({
    status: 'DECIDED',
    decision: { outcome: 'rejected', faults: ['implausible'] },
    pattern: { id: patternId },
  });
  expect(flagged.has(first.sampleKey)).toBe(true);
  expect(await patterns()).toMatchObject([
    { id: patternId, status: 'ACTIVE', matches: 5, decided: 2, recipe: { name: 'Colours' } },
  ]);

  expect(await undoPattern(test.deps, manager, { patternId })).toEqual({ reopened: 2 });
  expect(await open()).toEqual(all);
  expect(await query(test.deps, manager, (t) => t.patterns.flagged(runId))).toEqual(new Set());
  expect(await query(test.deps, manager, (t) => t.decisions.current(batchId, -1, 50))).toEqual([]);
  await expect(undoPattern(test.deps, manager, { patternId })).rejects.toMatchObject({ code: 'conflict' });
  // The job of a pattern that was taken back before it ran does nothing.
  const late = await rejectPattern(test.deps, expert, { batchId, reviewItemId: null, pattern });
  await undoPattern(test.deps, expert, { patternId: late.patternId });
  await apply(late.jobId).catch(() => undefined);
  expect(await open()).toEqual(all);
  expect((await query(test.deps, manager, (t) => t.patterns.flagged(runId))).size).toBe(0);
  await decideItem(test.deps, manager, {
    reviewItemId: eight,
    leaseId,
    verdict: { kind: 'reject', faults: ['implausible'], comment: '' },
  });
}, 120_000);

it('becomes a rule of a guideline and a constraint on the recipe, each as a new version', async () => {
  const { patternId, jobId } = await rejectPattern(test.deps, expert, {
    batchId,
    reviewItemId: null,
    pattern,
  });
  await apply(jobId);
  const { id: guidelineId } = await createGuideline(test.deps, manager, {
    projectId,
    name: 'Colours',
    description: '',
    document: guideline.parse({ type: 'assay.guideline', version: 1, sections: [] }),
  });
  const rule = {
    patternId,
    guidelineId,
    revision: 1,
    text: 'Nothing small is red.',
    severity: 'error',
  } as const;
  const added = await addPatternRule(test.deps, expert, rule);
  expect(added.number).toBe(2);
  await expect(addPatternRule(test.deps, expert, { ...rule, revision: 2 })).rejects.toMatchObject({
    code: 'conflict',
  });
  const saved = await query(test.deps, manager, (t) => t.guidelines.version(added.versionId));
  expect(guideline.parse(saved?.document).rules).toMatchObject([
    { text: rule.text, holds: { op: 'not', arg: RED } },
  ]);

  const answer = (adopt: boolean) => answerConstraint(test.deps, manager, { patternId, adopt });
  await expect(answer(true)).rejects.toMatchObject({ code: 'conflict' });
  await proposeConstraint(test.deps, expert, { patternId });
  await expect(proposeConstraint(test.deps, expert, { patternId })).rejects.toMatchObject({
    code: 'conflict',
  });
  // Nothing of the recipe changes before somebody who may change it says so.
  expect((await query(test.deps, manager, (t) => t.recipes.newest(recipeId)))?.number).toBe(1);
  expect(await answer(true)).toMatchObject({ number: 2 });
  const newest = await query(test.deps, manager, (t) => t.recipes.newest(recipeId));
  const [constraint] = recipe.parse(newest?.document).constraints;
  if (constraint?.kind !== 'rule') throw new Error('There is a rule.');
  // What the constraint lets through is what the pattern does not match, rows without a colour too.
  const { rows } = await countPattern(test.deps, expert, { batchId, where: constraint.where });
  expect(rows).toBe(ROWS - 5);
  expect(await patterns()).toMatchObject([
    { constraint: 'ADOPTED', recipe: { adoptedNumber: 2 }, rule: { guidelineId, number: 2 } },
    { status: 'UNDONE' },
    { status: 'UNDONE' },
  ]);
}, 120_000);
