import { test } from '@playwright/test';
import { agreementOf, seeAgreement } from './support/thread/agreement.ts';
import { makeBatch, seeAnswers, writeLabelSchema } from './support/thread/batch.ts';
import { assemble } from './support/thread/cast.ts';
import { acknowledge, answerByVersion2, ask, writeGuideline } from './support/thread/guideline.ts';
import {
  labelRows,
  openDesk,
  opposite,
  planDisagreement,
  type Said,
  type Verdict,
} from './support/thread/label.ts';
import { expect, PATIENCE } from './support/thread/patient.ts';
import { checkLog, findByHash } from './support/thread/proof.ts';
import { adaptPolicy, changeRecipe, nextRunLacks, writeBlockedRecipe } from './support/thread/recipe.ts';
import { release, shareWithGuest } from './support/thread/release.ts';
import { adoptConstraint, rejectPattern, seeInbox, settle, tooFast } from './support/thread/review.ts';
import { bringInTable, makeReady } from './support/thread/source.ts';
import { checkRoots, commit, type ExportedFiles, exportAs, frozenRows } from './support/thread/version.ts';

test.use({ actionTimeout: PATIENCE });

const PROJECT = 'Strikes of the thread';
const SAMPLES = 10;
/** So many rows Ann labels before she asks, under version 1 of the guideline. */
const BEFORE = 4;
const QUESTION = 'Is a strike sound at a speed that no aircraft of its kind flies?';

test('from a real table to a release that anybody can check, by seven people in sessions of their own', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(900_000);
  const cast = await test.step('everybody is there', () => assemble(browser, baseURL, PROJECT));
  const { manager, engineer, ann, ben } = cast;

  await test.step('a real table of 10,000 rows becomes a source that may be synthesised', async () => {
    await makeReady(cast, await bringInTable(cast));
  });

  let recipe = '';
  await test.step('a recipe whose pilot has a red gate, and its change that is green', async () => {
    await adaptPolicy(cast);
    recipe = await writeBlockedRecipe(cast);
    await changeRecipe(cast, recipe);
  });

  await test.step('the guideline is written and acknowledged', async () => {
    await writeGuideline(cast);
    await acknowledge(cast, ann, 1);
  });

  await test.step('a batch gives each row to two people', async () => {
    await writeLabelSchema(cast);
    await makeBatch(cast, SAMPLES);
  });

  const hers: Said[] = [];
  const inTurn = (_row: number, at: number): Verdict => (at % 2 === 0 ? 'Sound' : 'Unsound');
  await test.step('Ann labels some rows and asks; the answer becomes version 2 of the guideline', async () => {
    await openDesk(cast, ann);
    hers.push(...(await labelRows(ann.page, BEFORE, inTurn)));
    await seeAnswers(cast, ann.name, BEFORE);
    await ask(cast, ann, QUESTION);
    await answerByVersion2(cast, QUESTION);
  });

  await test.step('Ann reads version 2 and labels the rest', async () => {
    await acknowledge(cast, ann, 2);
    await openDesk(cast, ann);
    hers.push(...(await labelRows(ann.page, SAMPLES - BEFORE, inTurn)));
    await seeAnswers(cast, ann.name, SAMPLES);
  });
  const plan = planDisagreement(hers);
  const differing = [plan.fast, ...plan.settled];
  const first = new Map(hers.map(({ row, verdict }) => [row, verdict]));
  let his: Said[] = [];
  await test.step('Ben reads version 2, labels the same rows, and disagrees on three of them', async () => {
    await acknowledge(cast, ben, 2);
    await openDesk(cast, ben);
    his = await labelRows(ben.page, SAMPLES, (row) => {
      const verdict = first.get(row) ?? 'Sound';
      return differing.includes(row) ? opposite(verdict) : verdict;
    });
    await seeAnswers(cast, ben.name, SAMPLES);
    expect(his.map(({ row }) => row).sort()).toEqual(hers.map(({ row }) => row).sort());
  });

  await test.step('agreement on screen is what the answers say', async () => {
    await seeAgreement(cast, agreementOf(hers, his));
  });

  let settled = new Map<number, Verdict>();
  await test.step('the expert rejects a pattern and settles the rest; the pattern becomes a constraint', async () => {
    await seeInbox(cast, differing.length);
    await rejectPattern(cast, plan);
    settled = await settle(cast, plan.settled);
    await adoptConstraint(cast);
  });

  const kept = hers.filter(({ row }) => !plan.matched.has(row));
  let version = '';
  await test.step('what was accepted is committed', async () => {
    version = await commit(cast, {
      samples: kept.length,
      leftOut: 'Left out: rejected by an expert or a pattern',
    });
  });

  await test.step('the next run keeps to the constraint', async () => {
    await nextRunLacks(cast, recipe, tooFast(plan.limit));
  });

  let released = '';
  await test.step('a release is refused for a goal that blocks and is missed, waived by two, then approved', async () => {
    released = await release(cast, version);
  });

  let jsonLines: ExportedFiles | undefined;
  let csv: ExportedFiles | undefined;
  await test.step('exports prove themselves, and the adjudicated label stands in them', async () => {
    await engineer.page.goto(released);
    jsonLines = await exportAs(engineer.page, 'JSON Lines');
    csv = await exportAs(engineer.page, 'CSV');
    const records = await checkRoots(cast, version, { jsonLines, csv });
    const expected = kept.map(({ row, verdict }) => {
      const own = settled.get(row);
      const early = hers.findIndex((each) => each.row === row) < BEFORE;
      return [
        row,
        {
          verdict: own ?? verdict,
          method: own === undefined ? 'majority' : 'expert',
          guidelines: early ? [1, 2] : [2, 2],
        },
      ];
    });
    expect(Object.fromEntries(frozenRows(records, jsonLines))).toEqual(Object.fromEntries(expected));
    for (const { name } of [ann, ben, manager]) expect(jsonLines.annotations).not.toContain(name);
  });

  await test.step('a guest without an account opens a link to it', async () => {
    const root = jsonLines?.manifest.root ?? '';
    const data = jsonLines?.data ?? '';
    await shareWithGuest({ browser, baseURL }, cast, { release: released, root, data });
  });

  await test.step('the auditor finds the version of a file by its hash, and verifies the log offline', async () => {
    await findByHash(cast, csv?.data ?? '', `${PROJECT}, Version 1`);
    await checkLog(browser, cast);
  });

  expect(cast.faults).toEqual([]);
  await cast.leave();
});
