import { NO_TERMS, type SourceTerms } from '@assay/contracts';
import { StorageFullError } from '@assay/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { retryJob } from '../jobs/retry-job.ts';
import { latestMeasurements } from '../measurements/latest-measurements.ts';
import { importCsv, uploadBytes } from '../testing/import-csv.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { listColumns, updateColumns } from './columns.ts';
import { commitVersion } from './commit-version.ts';
import { createSource } from './create-source.ts';
import { discardVersion } from './discard-version.ts';
import { actOnRetention, listDependents, orderErasure } from './erase-source.ts';
import { decideFinding, listFindings } from './findings.ts';
import { getBias } from './get-bias.ts';
import { getDrift, getProfile } from './get-profile.ts';
import { getSource, getSourceVersion } from './get-source.ts';
import { getReadiness } from './readiness.ts';
import { exportRows, readColumnStats, readRows } from './rows.ts';
import { listSplits, orderSplit } from './split-version.ts';
import { overrideTerms, setPrivacyUnit, updateTerms } from './update-terms.ts';

let test: TestDeps;
let owner: UserActor;
let projectId: string;

const ALL = { predicate: { op: 'true' as const }, sort: [], columns: null, after: null, offset: 0 };

/** 400 people who do not exist, with an e-mail address each, two groups and an outcome that favours one of them. */
function people(rows = 400, favourB = 3): string {
  const lines = ['id,email,group,age,approved'];
  for (let row = 0; row < rows; row += 1) {
    const group = row % 4 === 0 ? 'B' : 'A';
    const approved = row % (group === 'A' ? 2 : favourB) === 0 ? 'yes' : 'no';
    lines.push(`${row + 1},person${row}@mail-${row % 7}.example,${group},${20 + (row % 50)},${approved}`);
  }
  return `${lines.join('\n')}\n`;
}

const TERMS: Omit<SourceTerms, 'override'> = {
  ...NO_TERMS,
  licence: {
    name: { kind: 'spdx', id: 'CC-BY-4.0' },
    url: null,
    expiresOn: null,
    permitsSynthesis: true,
    attribution: null,
  },
  consent: {
    basis: 'consent',
    scope: ['synthesis'],
    expiresOn: null,
    withdrawnOn: null,
    evidence: 'Form 1',
  },
};

beforeAll(async () => {
  test = await createTestDeps();
  ({ owner } = await test.organisation());
  projectId = await test.project(owner);
});
afterAll(() => test.close());

describe('a source', () => {
  it('is imported, scanned and profiled before a row is shown', async () => {
    const { deps } = test;
    const uploadId = await uploadBytes(test, owner, projectId, Buffer.from(people()));
    const made = await createSource(deps, owner, { projectId, name: 'People', description: '', uploadId });
    await expect(
      readRows(deps, owner, { versionId: made.versionId, ...ALL, limit: 1, unmask: null }),
    ).rejects.toMatchObject({
      code: 'not-ready',
    });
    await runHere(deps, owner, made.jobId);
    const staged = await getSourceVersion(deps, owner, made);
    expect(staged.status).toBe('REVIEW');
    expect(staged.detected?.columns.map((column) => column.type)).toEqual([
      'identifier',
      expect.any(String),
      'category',
      'integer',
      'boolean',
    ]);
    // The preview is masked before anything was scanned.
    expect(JSON.stringify(staged.detected)).not.toContain('person0@');
    expect(staged.detected?.maskedColumns).toContain(1);

    const { jobId } = await commitVersion(deps, owner, {
      versionId: made.versionId,
      revision: staged.revision,
      columns: [{ index: 4, role: 'target', label: 'Loan approved' }],
    });
    expect((await runHere(deps, owner, jobId)).status).toBe('SUCCEEDED');
    const page = await readRows(deps, owner, { versionId: made.versionId, ...ALL, limit: 2, unmask: null });
    expect(page.total).toBe(400);
    expect(page.maskedColumns).toEqual(['email']);
    expect(JSON.stringify(page)).not.toContain('person0@');
    const { columns } = await listColumns(deps, owner, {
      versionId: made.versionId,
      search: '',
      offset: 0,
      limit: 50,
    });
    expect(columns[4]).toMatchObject({ role: 'target', label: 'Loan approved' });
  });

  it('refuses a stale review, two targets and a name twice', async () => {
    const { deps } = test;
    const uploadId = await uploadBytes(test, owner, projectId, Buffer.from(people(40)));
    const made = await createSource(deps, owner, { projectId, name: 'Small', description: '', uploadId });
    await runHere(deps, owner, made.jobId);
    const { revision } = await getSourceVersion(deps, owner, made);
    const commit = (columns: Parameters<typeof commitVersion>[2]['columns'], seen = revision) =>
      commitVersion(deps, owner, { versionId: made.versionId, revision: seen, columns });
    await expect(commit([], revision - 1)).rejects.toMatchObject({ code: 'stale' });
    await expect(
      commit([
        { index: 0, role: 'target' },
        { index: 1, role: 'target' },
      ]),
    ).rejects.toThrow('one target');
    await expect(
      commit([
        { index: 0, name: 'EMAIL' },
        { index: 1, name: 'email' },
      ]),
    ).rejects.toThrow('Two columns');
    await discardVersion(deps, owner, { versionId: made.versionId });
    await expect(getSource(deps, owner, { sourceId: made.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('fails with the file’s own reason and keeps nothing half', async () => {
    const { deps } = test;
    const zip = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(200)]);
    const uploadId = await uploadBytes(test, owner, projectId, zip, 'table.csv');
    const made = await createSource(deps, owner, { projectId, name: 'Zip', description: '', uploadId });
    expect((await runHere(deps, owner, made.jobId)).status).toBe('FAILED');
    const version = await getSourceVersion(deps, owner, made);
    expect(version.status).toBe('FAILED');
    expect(version.notices[0]?.message).toMatch(/zip/i);
  });
});

describe('an import whose storage fails', () => {
  it('says so, keeps nothing half, and goes on after a retry', async () => {
    const { deps } = test;
    const uploadId = await uploadBytes(test, owner, projectId, Buffer.from(people(80)));
    const made = await createSource(deps, owner, { projectId, name: 'Unlucky', description: '', uploadId });
    await runHere(deps, owner, made.jobId);
    const { revision } = await getSourceVersion(deps, owner, made);
    const { jobId } = await commitVersion(deps, owner, { versionId: made.versionId, revision, columns: [] });
    const full = {
      ...deps,
      storage: { ...deps.storage, put: () => Promise.reject(new StorageFullError('no room')) },
    };
    expect((await runHere(full, owner, jobId)).status).toBe('FAILED');
    const failed = await getSourceVersion(deps, owner, made);
    expect(failed.status).toBe('FAILED');
    expect(failed.notices[0]?.message).toMatch(/room/);
    await retryJob(deps, owner, jobId);
    expect((await runHere(deps, owner, jobId)).status).toBe('SUCCEEDED');
    expect((await getSourceVersion(deps, owner, made)).status).toBe('READY');
  });
});

describe('personal data', () => {
  it('stays masked until somebody with the right shows it with a reason, on record', async () => {
    const { deps } = test;
    const { versionId } = await importCsv(test, owner, { projectId, csv: people() });
    const ask = (predicate: Parameters<typeof readRows>[2]['predicate']) =>
      readRows(deps, owner, { ...ALL, versionId, predicate, limit: 5, unmask: null });
    await expect(
      ask({ op: 'contains', column: 'email', text: 'person7@', matchCase: false }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const stats = await readColumnStats(deps, owner, {
      versionId,
      column: 'email',
      predicate: { op: 'true' },
    });
    expect(stats.top).toEqual([]);
    const exported: string[] = [];
    for await (const chunk of exportRows(deps, owner, { versionId, predicate: { op: 'true' } })) {
      exported.push(Buffer.from(chunk).toString());
    }
    expect(exported.join('')).not.toContain('@');
    const shown = await readRows(deps, owner, {
      ...ALL,
      versionId,
      limit: 1,
      unmask: { reason: 'A person asked what is held about them' },
    });
    expect(JSON.stringify(shown.rows)).toContain('person0@');
    const events = await query(deps, owner, (t) =>
      t.events.list({ objectId: versionId, action: 'source-version.rows-read-unmasked' }, 10, null),
    );
    expect(events[0]?.payload).toContain('A person asked what is held about them');
  });

  it('is shown once its finding is dismissed, and the decision carries over to the next version', async () => {
    const { deps } = test;
    const first = await importCsv(test, owner, { projectId, csv: people() });
    const finding = (await listFindings(deps, owner, first)).find((each) => each.kind === 'email');
    expect(finding).toMatchObject({ status: 'OPEN', column: 'email' });
    const decide = (revision: number) =>
      decideFinding(deps, owner, {
        findingId: finding?.id ?? '',
        revision,
        status: 'DISMISSED',
        note: 'Made up for a test',
      });
    await decide(1);
    await expect(decide(1)).rejects.toMatchObject({ code: 'stale' });
    const page = await readRows(deps, owner, { ...ALL, versionId: first.versionId, limit: 1, unmask: null });
    expect(JSON.stringify(page.rows)).toContain('person0@');
    const second = await importCsv(test, owner, { projectId, csv: people(500), sourceId: first.sourceId });
    const again = (await listFindings(deps, owner, second)).find((each) => each.kind === 'email');
    expect(again).toMatchObject({ status: 'DISMISSED', note: 'Made up for a test' });
  });
});

describe('what may be done with a source', () => {
  it('is decided by terms, findings and split, with an override on record', async () => {
    const { deps } = test;
    const { sourceId, versionId } = await importCsv(test, owner, { projectId, csv: people() });
    const codes = async () =>
      (await getReadiness(deps, owner, { sourceId })).missing
        .filter((item) => item.severity === 'blocker' && !item.overridden)
        .map((item) => item.code);
    expect(await codes()).toEqual([
      'licence-missing',
      'consent-missing',
      'findings-undecided',
      'split-missing',
    ]);
    const { revision } = await getSource(deps, owner, { sourceId });
    await updateTerms(deps, owner, { sourceId, revision, terms: TERMS });
    await expect(updateTerms(deps, owner, { sourceId, revision, terms: TERMS })).rejects.toMatchObject({
      code: 'stale',
    });
    for (const finding of await listFindings(deps, owner, { versionId })) {
      await decideFinding(deps, owner, {
        findingId: finding.id,
        revision: finding.revision,
        status: 'CONFIRMED',
        note: null,
      });
    }
    const { jobId } = await orderSplit(deps, owner, {
      versionId,
      plan: { method: 'stratified', column: 'group', seed: '7', shares: { fit: 70, tune: 15, test: 15 } },
    });
    expect((await runHere(deps, owner, jobId)).status).toBe('SUCCEEDED');
    expect((await listSplits(deps, owner, { versionId }))[0]?.counts).toMatchObject({
      fit: 280,
      tune: 60,
      test: 60,
    });
    expect((await getReadiness(deps, owner, { sourceId })).ready).toBe(true);

    const expired = { ...TERMS, consent: { ...TERMS.consent!, expiresOn: '2020-01-01' } };
    await updateTerms(deps, owner, { sourceId, revision: revision + 1, terms: expired });
    expect(await codes()).toEqual(['consent-expired']);
    await overrideTerms(deps, owner, {
      sourceId,
      revision: revision + 2,
      reason: 'Renewal is signed and in the post',
    });
    expect((await getReadiness(deps, owner, { sourceId })).ready).toBe(true);
    // An override does not reach a reason that came later.
    const withdrawn = {
      ...TERMS,
      consent: { ...TERMS.consent!, expiresOn: '2020-01-01', withdrawnOn: '2020-02-01' },
    };
    await updateTerms(deps, owner, { sourceId, revision: revision + 3, terms: withdrawn });
    expect(await codes()).toEqual(['consent-withdrawn']);
  });

  it('takes a privacy unit that is there', async () => {
    const { deps } = test;
    const { sourceId } = await importCsv(test, owner, { projectId, csv: people(60) });
    const { revision } = await getSource(deps, owner, { sourceId });
    const set = (column: string) =>
      setPrivacyUnit(deps, owner, { sourceId, revision, unit: { kind: 'entity', column } });
    await expect(set('nobody')).rejects.toMatchObject({ code: 'bad-input' });
    await set('id');
    expect((await getSource(deps, owner, { sourceId })).privacyUnit).toEqual({
      kind: 'entity',
      column: 'id',
    });
  });
});

describe('the dictionary', () => {
  it('is not overwritten by who has not seen the last change, nor given two targets', async () => {
    const { deps } = test;
    const { versionId } = await importCsv(test, owner, { projectId, csv: people() });
    const edit = (index: number, revision: number, change: { role?: 'target' | 'feature'; label?: string }) =>
      updateColumns(deps, owner, { versionId, edits: [{ index, revision, ...change }] });
    const column = async (index: number) =>
      (await listColumns(deps, owner, { versionId, search: '', offset: index, limit: 1 })).columns[0];
    const before = await column(3);
    expect(before?.revision).toBe(1);
    const both = await Promise.allSettled([edit(3, 1, { label: 'First' }), edit(3, 1, { label: 'Second' })]);
    const refused = both.find((each) => each.status === 'rejected');
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(refused?.reason).toMatchObject({ code: 'stale', message: expect.stringContaining('"age"') });
    expect(await column(3)).toMatchObject({ revision: 2, label: refused === both[0] ? 'Second' : 'First' });
    await edit(3, 2, { label: 'Third' });
    // Another column is another matter.
    await edit(2, 1, { label: 'Group' });
    const targets = await Promise.allSettled([
      edit(3, 3, { role: 'target' }),
      edit(4, 1, { role: 'target' }),
    ]);
    expect(targets.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('the figures of a source', () => {
  it('are the same from the profile, the bias page and the measurements', async () => {
    const { deps } = test;
    const { versionId } = await importCsv(test, owner, { projectId, csv: people() });
    await updateColumns(deps, owner, {
      versionId,
      edits: [
        { index: 2, revision: 1, role: 'sensitive' },
        { index: 4, revision: 1, role: 'target', favourable: ['true'] },
      ],
    }).then(({ jobId }) => runHere(deps, owner, jobId ?? ''));
    const bias = await getBias(deps, owner, {
      versionId,
      question: { groups: ['group'], target: 'approved', favourable: ['true'] },
      populationId: null,
    });
    // By construction: 300 of A with 100 approved by the rule, 100 of B with 34.
    const [a, b] = bias.groups;
    expect([a?.count, b?.count]).toEqual([300, 100]);
    const measured = await latestMeasurements(deps, owner, {
      subjectType: 'sourceVersion',
      subjectId: versionId,
    });
    const rateOfB = measured.find(
      (row) =>
        row.metric === 'selection-rate' && JSON.stringify(row.slice) === JSON.stringify({ group: 'B' }),
    );
    expect(rateOfB?.value).toBeCloseTo(b?.outcome?.rate?.estimate ?? -1, 12);
    const profile = await getProfile(deps, owner, { versionId });
    expect(profile.rows).toBe(400);
    expect(profile.columns.find((column) => column.name === 'email')?.top).toEqual([]);
    expect(measured.find((row) => row.metric === 'rows')?.value).toBe(400);
  });

  it('say what drifted when the source is refreshed, and what is stale', async () => {
    const { deps } = test;
    const first = await importCsv(test, owner, { projectId, csv: people() });
    await updateColumns(deps, owner, {
      versionId: first.versionId,
      edits: [{ index: 3, revision: 1, role: 'sensitive', unit: 'years', label: 'Age at application' }],
    });
    expect(await getDrift(deps, owner, first)).toBeNull();
    const changed = people().replace(/,A,/g, (_, offset: number) => (offset % 3 === 0 ? ',C,' : ',A,'));
    const second = await importCsv(test, owner, { projectId, csv: changed, sourceId: first.sourceId });
    // What a person said of a column holds for the column of the same name in the next version.
    const { columns } = await listColumns(deps, owner, { ...second, search: 'age', offset: 0, limit: 5 });
    expect(columns[0]).toMatchObject({ role: 'sensitive', unit: 'years', label: 'Age at application' });
    const drift = await getDrift(deps, owner, second);
    expect(drift?.comparedWith).toBe(first.versionId);
    expect(drift?.columns.find((column) => column.name === 'group')?.newCategories).toEqual([
      { value: 'C', count: expect.any(Number) },
    ]);
    const dependents = await listDependents(deps, owner, { sourceId: first.sourceId });
    expect(dependents.versions.find((each) => each.id === first.versionId)).toMatchObject({ stale: true });
  });
});

describe('erasure', () => {
  it('takes rows, files and figures, and leaves a tombstone and the log', async () => {
    const { deps } = test;
    const { sourceId, versionId } = await importCsv(test, owner, {
      projectId,
      csv: people(),
      name: 'To erase',
    });
    const keys = await query(deps, owner, (t) => t.blobs.ofOwner({ type: 'source-version', id: versionId }));
    const order = (confirmName: string) =>
      orderErasure(deps, owner, { sourceId, confirmName, reason: 'Asked by the owner of the data' });
    await expect(order('to erase')).rejects.toMatchObject({ field: 'confirmName' });
    const { jobId } = await order('To erase');
    expect((await runHere(deps, owner, jobId)).status).toBe('SUCCEEDED');
    for (const { blobKey } of keys) expect(await deps.storage.head(blobKey)).toBeNull();
    await expect(readRows(deps, owner, { ...ALL, versionId, limit: 1, unmask: null })).rejects.toMatchObject({
      code: 'not-found',
    });
    const events = await query(deps, owner, (t) => t.events.list({ objectId: sourceId }, 100, null));
    expect(events.map((event) => event.action)).toContain('source.erased');
  });

  it('is beaten by a legal hold and done when retention runs out', async () => {
    const { deps } = test;
    const { sourceId } = await importCsv(test, owner, { projectId, csv: people(60), name: 'Kept' });
    const retention = {
      deleteOn: '2020-01-01',
      keepForDays: null,
      legalHold: { reason: 'A case', since: '2020-01-01' },
    };
    await updateTerms(deps, owner, {
      sourceId,
      revision: (await getSource(deps, owner, { sourceId })).revision,
      terms: { ...TERMS, retention },
    });
    await expect(
      orderErasure(deps, owner, { sourceId, confirmName: 'Kept', reason: 'Clean up' }),
    ).rejects.toMatchObject({ code: 'not-ready' });
    expect(await actOnRetention(deps)).toBe(0);
    await updateTerms(deps, owner, {
      sourceId,
      revision: (await getSource(deps, owner, { sourceId })).revision,
      terms: { ...TERMS, retention: { ...retention, legalHold: null } },
    });
    expect(await actOnRetention(deps)).toBe(1);
    // Ordered once: the next hour finds it under way.
    expect(await actOnRetention(deps)).toBe(0);
  });
});
