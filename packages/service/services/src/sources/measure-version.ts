import {
  type BiasReport,
  type ColumnSpec,
  type MetricId,
  metricCatalog,
  type TableDrift,
  type TableProfile,
  tableDrift,
  tableManifest,
} from '@assay/contracts';
import type { NewMeasurement } from '@assay/db';
import { canonicalJson } from '@assay/ledger';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { biasOfTable, canGroup } from './bias-of-table.ts';
import { readJsonBlob } from './json-blob.ts';
import { columnsOf, requireVersion } from './source-record.ts';
import { withTable } from './version-table.ts';

type Figure = {
  metric: MetricId;
  slice?: Record<string, string | null>;
  value: number | null;
  reason?: string | null;
  numerator?: number;
  denominator?: number;
  interval?: { low: number; high: number };
  n: number;
};

/** Columns whose groups are looked at without being asked: sensitive ones first, then quasi-identifiers. */
export function groupColumns(columns: readonly ColumnSpec[], most: number): ColumnSpec[] {
  const rank = (column: ColumnSpec) => (column.role === 'sensitive' ? 0 : 1);
  return columns
    .filter(
      (column) => canGroup(column) && (column.role === 'sensitive' || column.role === 'quasi-identifier'),
    )
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index)
    .slice(0, most);
}

function profileFigures(profile: TableProfile, rejected: number): Figure[] {
  const { rows } = profile;
  return [
    { metric: 'rows', value: rows, n: rows },
    { metric: 'rejected-rows', value: rejected, n: rows + rejected },
    { metric: 'duplicate-rows', value: profile.duplicateRows, n: rows },
    ...profile.columns.flatMap((column): Figure[] => {
      const slice = { column: column.name };
      const outliers = column.numeric?.outliers ?? null;
      const finite = column.numeric?.finite ?? 0;
      return [
        {
          metric: 'missing-share',
          slice,
          value: rows === 0 ? null : column.missing / rows,
          reason: rows === 0 ? 'empty' : null,
          numerator: column.missing,
          denominator: rows,
          n: rows,
        },
        ...(outliers === null
          ? []
          : [
              {
                metric: 'outlier-share' as const,
                slice,
                value: (outliers.below + outliers.above) / finite,
                numerator: outliers.below + outliers.above,
                denominator: finite,
                n: finite,
              },
            ]),
      ];
    }),
  ];
}

function driftFigures(drift: TableDrift): Figure[] {
  return drift.columns.flatMap((column): Figure[] => [
    ...(column.ks === null
      ? []
      : [
          {
            metric: 'ks-statistic' as const,
            slice: { column: column.name },
            value: column.ks.statistic,
            n: drift.rowsAfter,
          },
        ]),
    ...(column.psi === null
      ? []
      : [{ metric: 'psi' as const, slice: { column: column.name }, value: column.psi, n: drift.rowsAfter }]),
  ]);
}

function biasFigures(report: BiasReport): Figure[] {
  const sliceOf = (group: readonly (string | null)[]) =>
    Object.fromEntries(report.question.groups.map((name, place) => [name, group[place] ?? null]));
  const figures: Figure[] = [];
  for (const group of report.groups) {
    const slice = sliceOf(group.group);
    figures.push({
      metric: 'group-share',
      slice,
      value: group.share.estimate,
      numerator: group.count,
      denominator: report.rows,
      interval: group.share,
      n: report.rows,
    });
    if (group.population !== null) {
      figures.push({
        metric: 'population-difference',
        slice,
        value: group.population.difference.estimate,
        interval: group.population.difference,
        n: report.rows,
      });
    }
    if (group.outcome !== null) {
      const { outcome } = group;
      figures.push(
        {
          metric: 'selection-rate',
          slice,
          value: outcome.rate?.estimate ?? null,
          reason: outcome.reason,
          numerator: outcome.favourable,
          denominator: outcome.n,
          ...(outcome.rate === null ? {} : { interval: outcome.rate }),
          n: outcome.n,
        },
        {
          metric: 'four-fifths-ratio',
          slice,
          value: outcome.impactRatio,
          reason: outcome.impactRatio === null ? (outcome.reason ?? 'too-few') : null,
          n: outcome.n,
        },
      );
    }
  }
  if (report.parity !== null) {
    figures.push({
      metric: 'demographic-parity-difference',
      slice: { by: report.question.groups.join(', ') },
      value: report.parity.difference,
      n: report.rows,
    });
  }
  return figures;
}

/** Questions that every version is asked: each group column, each pair of the first three, with the known outcome. */
async function standardBias(
  deps: Deps,
  orgActor: JobRun<'source.commit'>['actor'],
  versionId: string,
  columns: readonly ColumnSpec[],
): Promise<BiasReport[]> {
  const groups = groupColumns(columns, 6);
  if (groups.length === 0) return [];
  const target = columns.find((column) => column.role === 'target' && canGroup(column));
  const { manifest, populations } = await query(deps, orgActor, async (t) => {
    const version = await requireVersion(t, versionId);
    return {
      manifest: tableManifest.parse(version.manifest),
      populations: await t.sources.populations(version.sourceId),
    };
  });
  const single = groups.map((column) => [column.name]);
  const leading = groups.slice(0, 3);
  const pairs = leading.flatMap((a, i) => leading.slice(i + 1).map((b) => [a.name, b.name]));
  return withTable(deps, manifest, async (reader) => {
    const reports: BiasReport[] = [];
    for (const names of [...single, ...pairs]) {
      const table = populations.find((each) => each.columns.join('\n') === names.join('\n'));
      reports.push(
        await biasOfTable(
          reader,
          {
            groups: names,
            target: target?.name ?? null,
            favourable: target?.favourable ?? [],
          },
          table === undefined
            ? null
            : {
                name: table.name,
                citation: table.citation,
                columns: table.columns,
                rows: table.rows as { group: string[]; size: number }[],
              },
        ),
      );
    }
    return reports;
  });
}

/** Writes the measurements of a version: its profile's, its drift's, and the bias of its groups. */
export async function measureVersion(
  deps: Deps,
  run: Pick<JobRun<'source.commit' | 'source.measure'>, 'actor' | 'job' | 'progress'>,
  versionId: string,
  profile: TableProfile,
) {
  await run.progress({ stage: 'measure', done: 0, total: null });
  const { version, columns } = await query(deps, run.actor, async (t) => ({
    version: await requireVersion(t, versionId),
    columns: await columnsOf(t, versionId),
  }));
  const drift =
    version.driftKey === null ? null : tableDrift.parse(await readJsonBlob(deps, version.driftKey));
  const bias = await standardBias(deps, run.actor, versionId, columns);
  const manifest = tableManifest.parse(version.manifest);
  const inputs = {
    version: versionId,
    chunks: manifest.chunks.map((chunk) => chunk.sha256),
    ...(version.profileKey === null ? {} : { profile: version.profileKey }),
  };
  const figures = [
    ...profileFigures(profile, Number(version.rejected ?? 0n)),
    ...(drift === null ? [] : driftFigures(drift)),
    ...bias.flatMap(biasFigures),
  ];
  const rows = figures.map(
    (figure): NewMeasurement => ({
      id: deps.ids.next(),
      metric: figure.metric,
      method: metricCatalog[figure.metric].method,
      methodVersion: metricCatalog[figure.metric].version,
      subjectType: 'sourceVersion',
      subjectId: versionId,
      slice: figure.slice ?? {},
      sliceKey: canonicalJson(figure.slice ?? {}),
      value: figure.value,
      reason: figure.value === null ? (figure.reason ?? 'undefined') : null,
      numerator: figure.numerator === undefined ? null : BigInt(figure.numerator),
      denominator: figure.denominator === undefined ? null : BigInt(figure.denominator),
      low: figure.interval?.low ?? null,
      high: figure.interval?.high ?? null,
      confidence: figure.interval === undefined ? null : 0.95,
      n: BigInt(figure.n),
      inputs,
      jobId: run.job.id,
    }),
  );
  await command(deps, run.actor, async ({ t, record }) => {
    for (let start = 0; start < rows.length; start += 1000) {
      await t.measurements.addMany(rows.slice(start, start + 1000));
    }
    await record({
      action: 'source-version.measured',
      object: { type: 'sourceVersion', id: versionId },
      projectId: run.job.projectId,
      details: { measurements: rows.length },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
  return { measurements: rows.length };
}
