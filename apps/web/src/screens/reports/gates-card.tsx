'use client';

import type { GateResult } from '@assay/contracts';
import { Badge, Card, DataTable, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { GateName } from './gate-name.tsx';
import { useNumbers } from './report-figures.tsx';
import { GateStatus } from './states.tsx';

const ORDER: Record<GateResult['status'], number> = {
  failed: 0,
  red: 1,
  amber: 2,
  'not-assessed': 3,
  green: 4,
};

/** Every gate of the policy, what is wrong first. */
export function GatesCard({ gates }: { gates: readonly GateResult[] }) {
  const t = useTranslations('reports.gates');
  return (
    <Card id="gates" title={t('title')} description={t('about')} flush>
      <GateTable gates={gates} />
    </Card>
  );
}

export function GateTable({ gates }: { gates: readonly GateResult[] }) {
  const t = useTranslations('reports.gates');
  const { decimal } = useNumbers();
  const limit = (gate: GateResult, value: number | null) =>
    value === null ? '–' : `${gate.comparator === '<=' ? '≤' : '≥'} ${decimal(value, 4)}`;
  const columns: TableColumn<GateResult>[] = [
    {
      id: 'name',
      header: t('gate'),
      rowHeader: true,
      cell: (gate) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <GateName name={gate.name} metric={gate.metric} />
          {gate.blocking ? null : <Badge>{t('notBlocking')}</Badge>}
        </span>
      ),
    },
    { id: 'status', header: t('result'), cell: (gate) => <GateStatus status={gate.status} /> },
    { id: 'value', header: t('value'), numeric: true, cell: (gate) => decimal(gate.value, 4) },
    {
      id: 'green',
      header: t('green'),
      numeric: true,
      className: 'whitespace-nowrap',
      cell: (gate) => limit(gate, gate.green),
    },
    {
      id: 'amber',
      header: t('amber'),
      numeric: true,
      className: 'whitespace-nowrap',
      cell: (gate) => limit(gate, gate.amber),
    },
    {
      id: 'because',
      header: t('because'),
      cell: (gate) => <span className="block min-w-56 max-w-prose text-fg-secondary">{gate.because}</span>,
    },
  ];
  return (
    <DataTable
      caption={t('table')}
      columns={columns}
      rows={[...gates].sort((a, b) => ORDER[a.status] - ORDER[b.status])}
      rowKey={(gate) => gate.id}
      dense
    />
  );
}
