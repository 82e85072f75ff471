import { type Recipe, recipe, tableManifest } from '@assay/contracts';
import { parsePredicate } from '@assay/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { createRecipe } from '../recipes/save-recipe.ts';
import { validateRunAgain } from '../reports/order-report.ts';
import { getRun } from '../runs/read-runs.ts';
import { rampUp, startRun } from '../runs/start-run.ts';
import { cancelRun, retryRun } from '../runs/stop-run.ts';
import { orderErasure } from '../sources/erase-source.ts';
import { overrideTerms, trashSource } from '../sources/update-terms.ts';
import { withTable } from '../sources/version-table.ts';
import { OPEN_TERMS, prepareSource, setTerms } from '../testing/prepare-source.ts';
import { runHere, runRun } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';

const GENERATION = ['generation.run', 'generation.shard'] as const;

/** People whose wage depends on sex and age: 600 rows of a fixed pattern. */
const CSV = `person,sex,age,left,right,wage\n${Array.from({ length: 600 }, (_, row) => {
  const sex = row % 3 === 0 ? 'F' : 'M';
  const age = 20 + ((row * 7) % 50);
  const left = (row * 13) % 20;
  return `p${row},${sex},${age},${left},${left + 1 + (row % 5)},${sex === 'F' ? 900 + age : 1500 + 2 * age}`;
}).join('\n')}\n`;

let test: TestDeps;
let owner: UserActor;
let projectId: string;
let sourceId: string;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
  projectId = await test.project(owner);
  sourceId = (await prepareSource(test, owner, { projectId, csv: CSV })).sourceId;
});
afterAll(() => test.close());

const where = (text: string) => {
  const parsed = parsePredicate(text, ['person', 'sex', 'age', 'left', 'right', 'wage']);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.predicate;
};

async function make(more: Partial<Recipe> = {}, source: string | null = sourceId): Promise<string> {
  const document = recipe.parse({
    type: 'assay.recipe',
    version: 1,
    method: 'tree',
    sourceId: source,
    leaf: 20,
    target: 'sex',
    seed: { kind: 'fixed', seed: 'one' },
    ...more,
  });
  const made = await createRecipe(test.deps, owner, {
    projectId,
    name: 'A recipe',
    description: '',
    document,
  });
  return made.versionId;
}

/** All cells of a run, in order. */
async function rowsOf(runId: string): Promise<unknown[][]> {
  const row = await query(test.deps, owner, (t) => t.runs.get(runId));
  return withTable(test.deps, tableManifest.parse(row?.manifest), async (reader) => {
    const rows: unknown[][] = [];
    for (let offset = 0; ; offset += 1000) {
      const page = await reader.page({ predicate: { op: 'true' }, sort: [], offset, limit: 1000 });
      rows.push(...page.rows.map(({ row: at, cells }) => [at, ...cells]));
      if (page.rows.length < 1000) return rows;
    }
  });
}

async function generate(recipeVersionId: string, rows: number, shards?: number) {
  const { runId } = await startRun(test.deps, owner, { recipeVersionId, kind: 'full', rows, shards });
  const ended = await runRun(test.deps, owner, runId, GENERATION);
  return { runId, ended };
}

describe('a run', () => {
  it('makes the same rows with 1, 2 and 7 shards, the first of which are the pilot’s', async () => {
    const recipeVersionId = await make();
    const made = [];
    for (const shards of [1, 2, 7]) made.push((await generate(recipeVersionId, 9000, shards)).runId);
    const [one, two, seven] = await Promise.all(made.map(rowsOf));
    expect(one).toHaveLength(9000);
    expect(two).toEqual(one);
    expect(seven).toEqual(one);
    const run = await getRun(test.deps, owner, { runId: made[2] ?? '' });
    expect(run).toMatchObject({
      status: 'GENERATED',
      rows: 9000,
      seed: 'one',
      shards: 7,
      model: { method: 'tree', fitRows: 300 },
      stats: { rows: 9000, acceptance: null },
    });
    expect(run.jobs.map((job) => job.kind)).toEqual([
      'generation.run',
      ...Array.from({ length: 7 }, () => 'generation.shard'),
      'validation.run',
    ]);
    expect(run.columns.map((column) => column.name)).toEqual([
      'person',
      'sex',
      'age',
      'left',
      'right',
      'wage',
    ]);
    // What identifies somebody is never learnt.
    expect(one?.some((row) => /^p\d+$/.test(String(row[1])))).toBe(false);
  });

  it('is ramped up from its pilot in one action, by the same model and seed', async () => {
    const recipeVersionId = await make();
    const pilot = await startRun(test.deps, owner, { recipeVersionId, kind: 'pilot', rows: 200 });
    await expect(rampUp(test.deps, owner, { runId: pilot.runId, rows: 1000 })).rejects.toMatchObject({
      code: 'not-ready',
    });
    await runRun(test.deps, owner, pilot.runId, GENERATION);
    const full = await rampUp(test.deps, owner, { runId: pilot.runId, rows: 5000 });
    await runRun(test.deps, owner, full.runId, GENERATION);
    expect((await rowsOf(full.runId)).slice(0, 200)).toEqual(await rowsOf(pilot.runId));
    const [a, b] = [await getRun(test.deps, owner, pilot), await getRun(test.deps, owner, full)];
    expect(b).toMatchObject({ kind: 'full', pilotId: a.id, seed: a.seed });
    expect(b.model?.id).toBe(a.model?.id);
  });

  it.each(['tree', 'copula'] as const)(
    'keeps its conditions and constraints with 1, 2 and 7 shards (%s)',
    async (method) => {
      const text = 'sex = F and age > 60';
      const recipeVersionId = await make({
        method,
        conditions: [{ where: where(text), atLeast: 1200 }],
        constraints: [
          { kind: 'inequality', left: 'left', comparator: '<', right: 'right' },
          { kind: 'range', column: 'age', low: 25, high: 69 },
          { kind: 'formula', column: 'wage', formula: "if(sex = 'F', 900 + age, 1500 + 2 * age)" },
          { kind: 'rule', where: where('left != 3') },
          { kind: 'rule', where: where('right < 20 or age < 50') },
        ],
      });
      const made = [];
      for (const shards of [1, 2, 7]) made.push(await generate(recipeVersionId, 9000, shards));
      const [one = { runId: '' }, two = one, seven = one] = made;
      const rows = await rowsOf(one.runId);
      expect(rows).toHaveLength(9000);
      expect(await rowsOf(two.runId)).toEqual(rows);
      expect(await rowsOf(seven.runId)).toEqual(rows);
      const cells = rows.map(([, , sex, age, left, right, wage]) => ({ sex, age, left, right, wage })) as {
        sex: string;
        age: number;
        left: number;
        right: number;
        wage: number;
      }[];
      expect(cells.filter((row) => row.sex === 'F' && row.age > 60).length).toBeGreaterThanOrEqual(1200);
      for (const { sex, age, left, right, wage } of cells) {
        expect(left < right && left !== 3 && age >= 25 && age <= 69 && (right < 20 || age < 50)).toBe(true);
        expect(wage).toBe(sex === 'F' ? 900 + age : 1500 + 2 * age);
      }
      const { stats } = await getRun(test.deps, owner, one);
      const { kept = 0, drawn = 0 } = stats?.acceptance ?? {};
      expect(drawn).toBeGreaterThan(9000);
      expect(kept / drawn).toBeGreaterThan(0.3);
    },
    120_000,
  );

  it('draws only combinations of the fit rows, and tells how a model keeps its constraints', async () => {
    const recipeVersionId = await make({
      constraints: [
        { kind: 'combinations', columns: ['sex', 'wage'] },
        { kind: 'sum', total: 'right', parts: ['left', 'age'] },
      ],
      conditions: [{ where: where('wage > 1620 and sex = M'), atLeast: 700 }],
    });
    const { runId } = await generate(recipeVersionId, 1000);
    const real = new Set(
      CSV.split('\n')
        .slice(1)
        .map((line) => line.split(','))
        .map((row) => `${row[1]} ${row[5]}`),
    );
    const rows = await rowsOf(runId);
    expect(rows.every((row) => real.has(`${row[2]} ${row[6]}`))).toBe(true);
    expect(rows.every((row) => row[5] === Number(row[4]) + Number(row[3]))).toBe(true);
    expect(rows.filter((row) => Number(row[6]) > 1620).length).toBeGreaterThanOrEqual(700);
    const { model, stats } = await getRun(test.deps, owner, { runId });
    expect(model?.description).toMatchObject({
      columns: expect.arrayContaining([
        expect.objectContaining({ name: 'right', how: 'computed', detail: '`left` + `age`' }),
        expect.objectContaining({ name: 'wage', how: 'joint', given: ['sex'] }),
      ]),
    });
    // All of it holds by construction: no row had to be judged but those of the condition.
    expect(stats?.acceptance).toBeNull();
  });

  it('tells while rows are made how many of those drawn are kept', async () => {
    const { deps } = test;
    const recipeVersionId = await make({
      constraints: [{ kind: 'rule', where: where('age != 27 or left > 4') }],
    });
    const { runId } = await startRun(deps, owner, { recipeVersionId, kind: 'full', rows: 300, shards: 1 });
    const live: unknown[] = [];
    const watched = {
      ...deps,
      tables: {
        ...deps.tables,
        write: async (options: Parameters<typeof deps.tables.write>[0]) => {
          live.push((await getRun(deps, owner, { runId })).progress.acceptance);
          return deps.tables.write(options);
        },
      },
    };
    await runRun(watched, owner, runId, GENERATION);
    const { progress, stats } = await getRun(deps, owner, { runId });
    expect(live).toEqual([{ kept: expect.any(Number), drawn: expect.any(Number) }]);
    expect(live).toEqual([stats?.acceptance]);
    expect(progress.acceptance).toBeNull();
  });

  it('is refused before it starts where no row satisfies a condition, or conditions contradict', async () => {
    const start = async (more: Partial<Recipe>, rows = 500) =>
      startRun(test.deps, owner, { recipeVersionId: await make(more), kind: 'full', rows });
    await expect(start({ conditions: [{ where: where('sex = X'), atLeast: 1 }] })).rejects.toMatchObject({
      code: 'bad-input',
      field: 'document.conditions.0',
    });
    await expect(
      start({ conditions: [{ where: where('age > 60 and age < 50'), atLeast: 1 }] }),
    ).rejects.toMatchObject({ code: 'bad-input', field: 'document.conditions.0' });
    await expect(start({ conditions: [{ where: where('sex = F'), atLeast: 501 }] })).rejects.toMatchObject({
      code: 'bad-input',
    });
    for (const [constraints, field, message] of [
      [
        [
          { kind: 'formula', column: 'wage', formula: 'age * 10' },
          { kind: 'range', column: 'wage', low: null, high: 100 },
        ],
        'document.constraints.0',
        /age \* 10 lies between 200 and 690, and "wage" is to lie at 100 or below/,
      ],
      [
        [
          { kind: 'sum', total: 'wage', parts: ['left', 'right'] },
          { kind: 'range', column: 'left', low: 0, high: 5 },
          { kind: 'range', column: 'right', low: 0, high: 5 },
          { kind: 'range', column: 'wage', low: 11, high: null },
        ],
        'document.constraints.0',
        /left \+ right lies between 0 and 10/,
      ],
      [[{ kind: 'formula', column: 'wage', formula: 'age *' }], 'document.constraints.0', /cannot be read/],
      [
        [{ kind: 'formula', column: 'wage', formula: 'ages * 2' }],
        'document.constraints.0',
        /no column "ages"/,
      ],
      [
        [
          { kind: 'formula', column: 'wage', formula: 'left + 1' },
          { kind: 'formula', column: 'left', formula: 'wage - 1' },
        ],
        'document.constraints',
        /in a circle/,
      ],
    ] as const satisfies [Recipe['constraints'], string, RegExp][])
      await expect(start({ constraints: [...constraints] })).rejects.toMatchObject({
        code: 'bad-input',
        field,
        message: expect.stringMatching(message),
      });
    await expect(
      start({
        columns: [{ make: 'code', column: 'person', digits: 2, prefix: '' }],
        constraints: [{ kind: 'unique', column: 'person' }],
      }),
    ).rejects.toMatchObject({
      field: 'document.constraints.0',
      message: expect.stringMatching(/100 values, too few to be unique in 500 rows/),
    });
    await expect(start({ method: 'rules' })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(
      start({ method: 'rules', rules: { version: 1, columns: [{ name: 'a', rule: { make: 'magic' } }] } }),
    ).rejects.toMatchObject({ code: 'bad-input', field: 'document.rules.columns[0].rule.make' });
  });

  it('is made by rules from nothing, the same with any shards', async () => {
    const recipeVersionId = await make(
      {
        method: 'rules',
        target: null,
        rules: {
          version: 1,
          columns: [
            { name: 'id', rule: { make: 'sequence', start: 1 } },
            { name: 'sex', rule: { make: 'category', weights: { F: 1, M: 3 } } },
            { name: 'day', rule: { make: 'date', from: '2024-01-01', to: '2024-01-31' } },
          ],
        },
        conditions: [{ where: where('sex = F'), atLeast: 400 }],
        constraints: [{ kind: 'range', column: 'day', low: '2024-01-05', high: null }],
      },
      null,
    );
    const [one, three] = [await generate(recipeVersionId, 600, 1), await generate(recipeVersionId, 600, 3)];
    const rows = await rowsOf(one.runId);
    expect(await rowsOf(three.runId)).toEqual(rows);
    expect(rows.map((row) => row[1])).toEqual(rows.map((_, row) => row + 1));
    expect(rows.filter((row) => row[2] === 'F').length).toBeGreaterThanOrEqual(400);
    expect(rows.every((row) => /^2024-01-(?!0[1-4])\d\d$/.test(String(row[3])))).toBe(true);
    // Nothing real stands beside them, so there is nothing to report.
    expect(await getRun(test.deps, owner, one)).toMatchObject({
      status: 'GENERATED',
      finishedAt: expect.any(Date),
      reports: [],
    });
    await expect(cancelRun(test.deps, owner, one)).rejects.toMatchObject({ code: 'conflict' });
    await expect(validateRunAgain(test.deps, owner, one)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('is made from two rows, and from one column', async () => {
    const two = await prepareSource(test, owner, {
      projectId,
      csv: 'a,b\n1,x\n2,y\n',
      shares: { fit: 1, tune: 0, test: 0 },
    });
    const ofTwo = await generate(await make({ target: null }, two.sourceId), 50);
    expect(ofTwo.ended.map((each) => each.status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(await rowsOf(ofTwo.runId)).toHaveLength(50);
    const column = await prepareSource(test, owner, {
      projectId,
      csv: `a\n${Array.from({ length: 40 }, (_, row) => row % 4).join('\n')}\n`,
    });
    const ofOne = await generate(await make({ target: null, method: 'independent' }, column.sourceId), 50);
    expect(await rowsOf(ofOne.runId)).toHaveLength(50);
  });

  it('stops when it is cancelled, and goes on where it was', async () => {
    const recipeVersionId = await make();
    const { runId } = await startRun(test.deps, owner, {
      recipeVersionId,
      kind: 'full',
      rows: 300,
      shards: 3,
    });
    await runRun(test.deps, owner, runId, ['generation.run']);
    const jobs = await query(test.deps, owner, (t) => t.runs.jobs(runId));
    const shard = jobs.find((job) => job.kind === 'generation.shard');
    await runHere(test.deps, owner, shard?.id ?? '');
    expect((await getRun(test.deps, owner, { runId })).progress).toMatchObject({
      phase: 'generate',
      done: 100,
      total: 300,
      jobs: { open: 2, failed: 0 },
    });
    await cancelRun(test.deps, owner, { runId });
    expect(await getRun(test.deps, owner, { runId })).toMatchObject({ status: 'CANCELLED' });
    expect(await runRun(test.deps, owner, runId, GENERATION)).toEqual([]);
    await expect(cancelRun(test.deps, owner, { runId })).rejects.toMatchObject({ code: 'conflict' });
    await retryRun(test.deps, owner, { runId });
    const ended = await runRun(test.deps, owner, runId, GENERATION);
    expect(ended.map((each) => each.kind)).toEqual(['generation.shard', 'generation.shard']);
    expect(await getRun(test.deps, owner, { runId })).toMatchObject({ status: 'GENERATED', failure: null });
    const whole = await generate(recipeVersionId, 300, 1);
    expect(await rowsOf(runId)).toEqual(await rowsOf(whole.runId));
  });
});

describe('the terms of a source', () => {
  const noConsent = { ...OPEN_TERMS, consent: null };
  const expired = {
    ...OPEN_TERMS,
    consent: OPEN_TERMS.consent && { ...OPEN_TERMS.consent, expiresOn: '2020-01-01' },
  };
  const excluded = {
    ...OPEN_TERMS,
    consent: OPEN_TERMS.consent && { ...OPEN_TERMS.consent, scope: ['research' as const] },
  };

  it.each([
    ['missing', noConsent],
    ['expired', expired],
    ['excluding synthesis', excluded],
  ])('refuse a run, and its job, while consent is %s; an override is on record', async (_, terms) => {
    const { deps } = test;
    const own = await prepareSource(test, owner, { projectId, csv: CSV });
    const recipeVersionId = await make({}, own.sourceId);
    const waiting = await startRun(deps, owner, { recipeVersionId, kind: 'pilot' });
    // Ordered while they permitted it: taking them away ends it with the reason.
    await setTerms(test, owner, own.sourceId, terms);
    expect(await getRun(deps, owner, waiting)).toMatchObject({
      status: 'FAILED',
      failure: { code: 'not-ready', message: expect.stringContaining('do not permit') },
    });
    await expect(startRun(deps, owner, { recipeVersionId, kind: 'pilot' })).rejects.toMatchObject({
      code: 'not-ready',
      message: expect.stringContaining('may not be synthesised'),
    });
    // A job that is delivered all the same asks again before it reads.
    await retryRun(deps, owner, waiting);
    const [ended] = await runRun(deps, owner, waiting.runId, GENERATION);
    expect(ended).toMatchObject({ kind: 'generation.run', status: 'FAILED', error: { code: 'not-ready' } });
    expect(await getRun(deps, owner, waiting)).toMatchObject({ status: 'FAILED', model: null });

    const source = await query(deps, owner, (t) => t.sources.get(own.sourceId));
    const reason = 'The board decided so in its meeting';
    await overrideTerms(deps, owner, { sourceId: own.sourceId, revision: source?.revision ?? 0, reason });
    const { runId } = await startRun(deps, owner, { recipeVersionId, kind: 'pilot' });
    await runRun(deps, owner, runId, GENERATION);
    expect(await getRun(deps, owner, { runId })).toMatchObject({ status: 'GENERATED', rows: 500 });
    const events = await query(deps, owner, (t) =>
      t.events.list({ objectType: 'run', objectId: runId }, 50, null),
    );
    const started = events.find((event) => event.action === 'run.started');
    expect(JSON.parse(started?.payload ?? '{}')).toMatchObject({
      details: { override: { by: owner.userId, reason } },
    });
  });

  it('end a run whose source is put into the trash while it is read', async () => {
    const { deps } = test;
    const own = await prepareSource(test, owner, { projectId, csv: CSV });
    const { runId } = await startRun(deps, owner, {
      recipeVersionId: await make({}, own.sourceId),
      kind: 'full',
      rows: 200,
      shards: 2,
    });
    await runRun(deps, owner, runId, ['generation.run']);
    await trashSource(deps, owner, { sourceId: own.sourceId });
    expect(await getRun(deps, owner, { runId })).toMatchObject({
      status: 'FAILED',
      failure: { message: expect.stringContaining('into the trash') },
    });
    expect(await runRun(deps, owner, runId)).toEqual([]);
  });

  it('destroy what was learnt when the source is erased; the rows that were made stay', async () => {
    const { deps } = test;
    const own = await prepareSource(test, owner, { projectId, csv: CSV, name: 'To be erased' });
    const recipeVersionId = await make({}, own.sourceId);
    const { runId } = await startRun(deps, owner, { recipeVersionId, kind: 'pilot', rows: 100 });
    await runRun(deps, owner, runId, GENERATION);
    const model = await query(deps, owner, async (t) =>
      t.models.get((await t.runs.get(runId))?.modelId ?? ''),
    );
    expect(await deps.storage.head(model?.blobKey ?? '')).not.toBeNull();
    const { jobId } = await orderErasure(deps, owner, {
      sourceId: own.sourceId,
      confirmName: 'To be erased',
      reason: 'A person asked for it',
    });
    await runHere(deps, owner, jobId);
    expect(await deps.storage.head(model?.blobKey ?? '')).toBeNull();
    const run = await getRun(deps, owner, { runId });
    // Its report had not been made: without the real rows it never will be.
    expect(run).toMatchObject({ status: 'FAILED', failure: { message: expect.stringContaining('erased') } });
    expect(run.model?.destroyedAt).not.toBeNull();
    expect(await rowsOf(runId)).toHaveLength(100);
    await expect(rampUp(deps, owner, { runId, rows: 10 })).rejects.toMatchObject({ code: 'not-ready' });
  });
});
