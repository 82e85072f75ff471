'use client';

import type { GateResult } from '@assay/contracts';
import { Card, DataTable, type TableColumn } from '@assay/ui';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { GateName } from './gate-name.tsx';
import { useNumbers } from './report-figures.tsx';
import type { Comparison } from './report-types.ts';
import { GateStatus } from './states.tsx';

type Pair = Comparison['gates'][number];

/** Every gate in both reports, those that changed colour first. */
export function ComparedGates({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('reports.compare');
  const { decimal } = useNumbers();
  const side = (gate: GateResult | null) =>
    gate === null ? (
      <span className="text-fg-muted">{t('notThere')}</span>
    ) : (
      <span className="inline-flex flex-wrap items-baseline gap-x-3" title={gate.because}>
        <GateStatus status={gate.status} />
        <span className="text-xs tabular-nums text-fg-muted">{decimal(gate.value, 4)}</span>
      </span>
    );
  const columns: TableColumn<Pair>[] = [
    {
      id: 'gate',
      header: t('gate'),
      rowHeader: true,
      cell: (pair) => (
        <span className="inline-flex items-center gap-2">
          {pair.changed ? <ArrowRight aria-hidden className="size-4 text-accent-text" /> : null}
          <span className={pair.changed ? 'font-semibold' : undefined}>
            <GateName name={pair.name} metric={(pair.after ?? pair.before)?.metric ?? ''} />
          </span>
        </span>
      ),
    },
    { id: 'before', header: t('before'), cell: (pair) => side(pair.before) },
    { id: 'after', header: t('after'), cell: (pair) => side(pair.after) },
  ];
  const changed = comparison.gates.filter((pair) => pair.changed).length;
  return (
    <Card title={t('changedGates', { count: changed })} description={t('gatesAbout')} flush>
      <DataTable
        caption={t('gates')}
        columns={columns}
        rows={[...comparison.gates].sort((a, b) => Number(b.changed) - Number(a.changed))}
        rowKey={(pair) => pair.id}
        dense
      />
    </Card>
  );
}
