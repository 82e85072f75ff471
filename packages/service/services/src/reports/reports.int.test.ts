import { type Policy, type Predicate, policy, recipe, scenarioInput } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGoal, listGoals } from '../goals/goals.ts';
import { latestMeasurements } from '../measurements/latest-measurements.ts';
import { createPolicy } from '../policies/policies.ts';
import { createRecipe } from '../recipes/save-recipe.ts';
import { importRun, remapRun } from '../runs/import-run.ts';
import { getRun } from '../runs/read-runs.ts';
import { readRunRows } from '../runs/run-rows.ts';
import { startRun } from '../runs/start-run.ts';
import { scenarioHistory } from '../scenarios/cover-dataset.ts';
import { addScenarios } from '../scenarios/scenario-list.ts';
import { listDependents } from '../sources/erase-source.ts';
import { decideFinding, listFindings } from '../sources/findings.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { prepareSource } from '../testing/prepare-source.ts';
import { runHere, runRun } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { rejudgeReport, tryPolicy } from './judge-report.ts';
import { startReport } from './order-report.ts';
import { compareReports, getReport, getReportDocument, listReports } from './read-reports.ts';

const people = (rows: number, shift = 0) =>
  Array.from({ length: rows }, (_, row) => {
    const sex = (row + shift) % 3 === 0 ? 'F' : 'M';
    const age = 20 + (((row + shift) * 7) % 50);
    return [sex, age, sex === 'F' ? 900 + age : 1500 + 2 * age];
  });
const csv = (header: string, rows: (string | number)[][]) =>
  `${header}\n${rows.map((row) => row.join(',')).join('\n')}\n`;

const isSex = (value: string): Predicate => ({ op: 'compare', column: 'sex', comparator: '=', value });

let test: TestDeps;
let owner: UserActor;
let projectId: string;
let sourceId: string;
let versionId: string;
beforeAll(async () => {
  test = await createTestDeps();
  owner = (await test.organisation()).owner;
  projectId = await test.project(owner);
  ({ sourceId, versionId } = await prepareSource(test, owner, {
    projectId,
    csv: csv('sex,age,wage', people(300)),
  }));
});
afterAll(() => test.close());

const loose = (plus: number): Policy =>
  policy.parse({
    type: 'assay.policy',
    version: 1,
    name: plus < 0 ? 'Never' : 'Always',
    gates: [{ id: 'shapes', metric: 'shapes.error', green: { plus } }],
  });

async function made(from = sourceId) {
  const { versionId: recipeVersionId } = await createRecipe(test.deps, owner, {
    projectId,
    name: 'Trees',
    description: '',
    document: recipe.parse({
      type: 'assay.recipe',
      version: 1,
      method: 'tree',
      sourceId: from,
      target: 'sex',
    }),
  });
  const { runId } = await startRun(test.deps, owner, { recipeVersionId, kind: 'pilot', rows: 120 });
  const ended = await runRun(test.deps, owner, runId);
  expect(ended.map(({ status, error }) => [status, error])).toEqual([
    ['SUCCEEDED', null],
    ['SUCCEEDED', null],
    ['SUCCEEDED', null],
  ]);
  return runId;
}

it('decides on its run, is measured figure by figure, and is judged by another policy without computing', async () => {
  const { deps } = test;
  await createGoal(deps, owner, {
    projectId,
    goal: {
      name: 'Columns look right',
      metric: 'shape-error',
      slice: {},
      comparator: '<=',
      target: 0.9,
      baseline: null,
      due: null,
      blocking: false,
    },
  });
  const { ids } = await addScenarios(deps, owner, {
    projectId,
    scenarios: [
      // A recipe draws two of three rows with M: surely one of 120.
      scenarioInput.parse({ name: 'Men', importance: 'must', where: isSex('M') }),
      scenarioInput.parse({
        name: 'Everybody a woman',
        importance: 'must',
        where: isSex('F'),
        minimum: { kind: 'share', numerator: 1, denominator: 1 },
      }),
      scenarioInput.parse({ name: 'Nobody', where: isSex('X') }),
      scenarioInput.parse({ name: 'Later' }),
    ],
  });
  const runId = await made();
  const run = await getRun(deps, owner, { runId });
  expect(run.status).toBe(run.verdict === 'passed' ? 'READY' : 'BLOCKED');
  const reportId = run.reportId ?? '';
  const report = await getReportDocument(deps, owner, { reportId });
  expect(report).toMatchObject({
    inputs: { synthetic: { rows: 120 }, real: { rows: 150 }, unseen: expect.anything() },
    question: { target: 'sex' },
    policy: { name: 'Balanced' },
  });
  const figures = await latestMeasurements(deps, owner, { subjectType: 'report', subjectId: reportId });
  expect(figures.find((each) => each.metric === 'shape-error' && each.sliceKey === '{}')).toMatchObject({
    value: report.fidelity.shapes.error,
    n: '120',
    inputs: { real: report.inputs.real.sha256, synthetic: report.inputs.synthetic.sha256 },
  });
  expect(figures.find((each) => each.metric === 'detection-auc' && each.sliceKey === '{}')?.low).toBe(
    report.detection.interval?.low,
  );
  // Counted over the rows themselves, page by page.
  const { rows } = await readRunRows(deps, owner, {
    runId,
    predicate: { op: 'true' },
    sort: [],
    columns: ['sex'],
    after: null,
    offset: 0,
    limit: 200,
  });
  const women = rows.filter((row) => row.cells[0] === 'F').length;
  expect(report.scenarios).toMatchObject({
    list: { number: 1 },
    rows: 120,
    items: [
      { state: 'covered', matching: 120 - women, needed: 1 },
      { state: 'short', matching: women, needed: 120 },
      { state: 'missing', matching: 0, needed: 1 },
      { state: 'not-expressed', matching: null },
    ],
  });
  const coverage = figures.filter((each) => each.metric.startsWith('scenario-'));
  expect(
    coverage.map(({ metric, slice, value, numerator, denominator }) => [
      metric,
      slice,
      value,
      numerator,
      denominator,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['scenario-coverage', {}, 1 / 3, '1', '3'],
      ['scenario-coverage', { importance: 'must' }, 0.5, '1', '2'],
      ['scenario-coverage', { importance: 'should' }, 0, '0', '1'],
      ['scenario-reached', { scenario: 'Everybody a woman' }, women / 120, String(women), '120'],
      ['scenario-reached', { scenario: 'Later' }, null, null, null],
    ]),
  );
  expect(coverage.find((each) => each.sliceKey === '{"scenario":"Nobody"}')?.inputs).toMatchObject({
    scenario: ids[2],
    scenarioList: report.scenarios?.list.sha256,
    synthetic: report.inputs.synthetic.sha256,
  });
  const { found } = await scenarioHistory(deps, owner, { projectId });
  expect(found.map((each) => [each.scenarioId, each.state, each.runId, each.matching])).toEqual([
    [ids[0], 'covered', runId, 120 - women],
    [ids[1], 'short', runId, women],
    [ids[2], 'missing', runId, 0],
    [ids[3], 'not-expressed', runId, null],
  ]);
  const gated = await createPolicy(deps, owner, {
    projectId,
    document: policy.parse({
      type: 'assay.policy',
      version: 1,
      name: 'What must be there',
      gates: [
        { id: 'all', metric: 'scenarios.coverage', green: { plus: 0.3 } },
        { id: 'must', metric: 'scenarios.must', green: { plus: 1 } },
      ],
    }),
  });
  expect(await tryPolicy(deps, owner, { reportId, policyRef: gated.id })).toMatchObject({
    verdict: 'failed',
    gates: [
      { id: 'all', status: 'green', value: 1 / 3 },
      { id: 'must', status: 'red', slice: { of: 'Everybody a woman' }, value: women / 120 },
    ],
  });
  const { goals } = await listGoals(deps, owner, { projectId, reportId });
  expect(goals).toMatchObject([
    { state: 'met', latest: { reportId, value: report.fidelity.shapes.error }, trend: [{ reportId }] },
  ]);
  const { others } = await listDependents(deps, owner, { sourceId });
  expect(others.map((each) => each.type).sort()).toEqual(['fittedModel', 'report', 'run']);

  const always = await createPolicy(deps, owner, { projectId, document: loose(1) });
  const never = await createPolicy(deps, owner, { projectId, document: loose(-1) });
  const looked = await tryPolicy(deps, owner, { reportId, policyRef: never.id });
  expect(looked.verdict).toBe('failed');
  expect((await getRun(deps, owner, { runId })).status).toBe(run.status);
  expect((await rejudgeReport(deps, owner, { reportId, policyRef: always.id })).verdict).toBe('passed');
  expect(await getRun(deps, owner, { runId })).toMatchObject({ status: 'READY', verdict: 'passed' });
  expect((await rejudgeReport(deps, owner, { reportId, policyRef: never.id })).verdict).toBe('failed');
  expect(await getRun(deps, owner, { runId })).toMatchObject({ status: 'BLOCKED', verdict: 'failed' });
  const now = await getReport(deps, owner, { reportId });
  expect(now.judgements.map((each) => each.verdict)).toEqual(['failed', 'passed', run.verdict]);
  expect(now.document).toMatchObject({
    fidelity: report.fidelity,
    policy: { name: 'Never' },
    gates: [{ id: 'shapes', status: 'red' }],
    verdict: 'failed',
  });
}, 120_000);

it('compares no column of personal data, and tells none of its values', async () => {
  const { deps } = test;
  const rows = people(300).map((row, at) => [...row, `somebody.${at % 30}@mail.example`]);
  const prepared = await prepareSource(test, owner, { projectId, csv: csv('sex,age,wage,contact', rows) });
  const [finding] = await listFindings(deps, owner, { versionId: prepared.versionId });
  expect(finding?.column).toBe('contact');
  await decideFinding(deps, owner, {
    findingId: finding?.id ?? '',
    revision: finding?.revision ?? 0,
    status: 'CONFIRMED',
    note: null,
  });
  const { reportId } = await getRun(deps, owner, { runId: await made(prepared.sourceId) });
  const report = await getReportDocument(deps, owner, { reportId: reportId ?? '' });
  const compared = report.fidelity.overlays.map((overlay) => overlay.column);
  expect(compared).toEqual(['sex', 'age', 'wage']);
  expect(JSON.stringify(report)).not.toContain('@mail.example');
}, 120_000);

it('stands between any two tables, and two reports stand side by side', async () => {
  const { deps } = test;
  const real = { kind: 'sourceVersion', versionId, split: 'fit' } as const;
  const reports = [];
  for (const split of ['tune', 'fit'] as const) {
    const { reportId, jobId } = await startReport(deps, owner, {
      projectId,
      subjects: { real, synthetic: { ...real, split }, unseen: null },
      policyRef: 'loose',
    });
    expect((await runHere(deps, owner, jobId)).error).toBeNull();
    reports.push(reportId);
  }
  const [tune = '', fit = ''] = reports;
  const compared = await compareReports(deps, owner, { reportId: tune, otherReportId: fit });
  const shapes = compared.figures.find(
    (each) => each.metric === 'shape-error' && Object.keys(each.slice).length === 0,
  );
  expect(shapes?.after?.value).toBe(0);
  expect(shapes?.difference).toBe(-(shapes?.before?.value ?? 0));
  const { reports: listed } = await listReports(deps, owner, { projectId, limit: 10, before: null });
  expect(listed.slice(0, 2).map((each) => [each.id, each.status, each.policyName])).toEqual([
    [fit, 'READY', 'Looser (retail, testing)'],
    [tune, 'READY', 'Looser (retail, testing)'],
  ]);
}, 120_000);

it('reads rows made elsewhere, refuses columns that do not meet, and takes the mapping that it offers', async () => {
  const { deps } = test;
  const rows = people(90, 1).map((row) => [...row, 'temperature 0.7']);
  const import_ = async (header: string, mapping: null | { from: string; to: string | null }[] = null) =>
    importRun(deps, owner, {
      projectId,
      sourceId,
      uploadId: await uploadBytes(test, owner, projectId, Buffer.from(csv(header, rows)), 'made.csv'),
      provenance: {
        generator: { value: 'Another generator' },
        version: null,
        seed: { value: '7' },
        prompt: null,
        parameters: { column: 'settings' },
      },
      mapping,
      policyRef: 'loose',
    });

  const good = await import_('sex,age,wage,settings');
  await runRun(deps, owner, good.runId);
  expect(await getRun(deps, owner, good)).toMatchObject({
    kind: 'imported',
    rows: 90,
    seed: '7',
    status: expect.stringMatching(/READY|BLOCKED/),
    imported: { provenance: { generator: { value: 'Another generator' } } },
  });

  const renamed = await import_('Sex,age,weekly_wage,settings');
  const [refused] = await runRun(deps, owner, renamed.runId);
  expect(refused).toMatchObject({ status: 'FAILED', error: { code: 'bad-input' } });
  const run = await getRun(deps, owner, renamed);
  expect(run).toMatchObject({
    status: 'FAILED',
    failure: { message: expect.stringContaining('lacks "sex", "wage"') },
    imported: { offer: { missing: ['sex', 'wage'], surplus: ['Sex', 'weekly_wage'], misfits: [] } },
  });
  const offered = run.imported?.offer?.offered ?? [];
  expect(offered).toContainEqual({ from: 'Sex', to: 'sex' });
  const mapping = offered.map((each) => (each.from === 'weekly_wage' ? { ...each, to: 'wage' } : each));
  await remapRun(deps, owner, { runId: renamed.runId, mapping });
  await runRun(deps, owner, renamed.runId);
  expect(await getRun(deps, owner, renamed)).toMatchObject({
    rows: 90,
    failure: null,
    status: expect.stringMatching(/READY|BLOCKED/),
  });

  const mistyped = await import_('age,sex,wage,settings');
  const [other] = await runRun(deps, owner, mistyped.runId);
  expect(other).toMatchObject({ status: 'FAILED' });
  expect((await getRun(deps, owner, mistyped)).imported?.offer?.misfits).toMatchObject([
    { column: 'age', expected: 'integer', cells: 90 },
  ]);
}, 120_000);
