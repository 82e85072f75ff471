import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSource } from '../testing/add-source.ts';
import { createTestDeps, type TestDeps } from '../testing/test-deps.ts';
import { getMeasurement } from './get-measurement.ts';
import { latestMeasurements } from './latest-measurements.ts';

let test: TestDeps;
beforeAll(async () => {
  test = await createTestDeps();
});
afterAll(() => test.close());

describe('a measurement', () => {
  it('comes with its definition and its history over the versions of the source', async () => {
    const { deps } = test;
    const { owner, orgId } = await test.organisation();
    const projectId = await test.project(owner);
    const sourceId = await addSource(test, { projectId, actor: owner, name: 'table' });
    const scope = { orgId, userId: null };
    const [first] = await deps.db.transaction(scope, (t) => t.sources.versions(sourceId));
    const second = await deps.db.transaction(scope, (t) =>
      t.sources.createVersion({
        id: deps.ids.next(),
        sourceId,
        uploadId: deps.ids.next(),
        fileName: 'newer.csv',
        fileBytes: 0n,
        createdBy: owner.userId,
      }),
    );
    if (first === undefined) throw new Error('The source has no version.');
    const add = async (subjectId: string, metric: string, sliceKey: string, value: number | null) => {
      const id = deps.ids.next();
      await deps.db.transaction(scope, (t) =>
        t.measurements.addMany([
          {
            id,
            metric,
            method: 'by count',
            methodVersion: 1,
            subjectType: 'sourceVersion',
            subjectId,
            slice: { column: sliceKey },
            sliceKey,
            value,
            reason: value === null ? 'no rows' : null,
            numerator: 9_007_199_254_740_993n,
            denominator: null,
            low: null,
            high: null,
            confidence: null,
            n: 10n,
            inputs: {},
            jobId: null,
          },
        ]),
      );
      return id;
    };
    await add(first.id, 'missing-share', 'a', 0.1);
    await add(first.id, 'missing-share', 'b', 0.5);
    await add(second.id, 'missing-share', 'a', 0.2);
    const again = await add(second.id, 'missing-share', 'a', 0.3);
    await add(second.id, 'rows', '', null);

    const one = await getMeasurement(deps, owner, { measurementId: again });
    expect(one).toMatchObject({
      metric: 'missing-share',
      definition: { name: 'Missing', unit: 'share' },
      value: 0.3,
      numerator: '9007199254740993',
    });
    expect(one.history.map((each) => [each.versionNumber, each.value])).toEqual([
      [1, 0.1],
      [2, 0.2],
      [2, 0.3],
    ]);
    const subject = { subjectType: 'sourceVersion', subjectId: second.id };
    expect((await latestMeasurements(deps, owner, subject)).map((each) => [each.metric, each.value])).toEqual(
      [
        ['missing-share', 0.3],
        ['rows', null],
      ],
    );
    expect(await latestMeasurements(deps, owner, { ...subject, metrics: ['rows'] })).toMatchObject([
      { metric: 'rows', value: null, reason: 'no rows', n: '10' },
    ]);
  });
});
