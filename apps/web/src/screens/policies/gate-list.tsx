'use client';

import { type Bound, type Gate, gateMetrics } from '@assay/contracts';
import { DataTable, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { GateName } from '../reports/gate-name.tsx';
import { useNumbers } from '../reports/report-figures.tsx';

/** The gates of a policy, to read. */
export function GateList({ gates }: { gates: readonly Gate[] }) {
  const t = useTranslations('policies');
  const { decimal } = useNumbers();
  const limit = (gate: Gate, bound: Bound | undefined) => {
    if (bound === undefined) return '–';
    const sign = gateMetrics[gate.metric].better === 'higher' ? '≥' : '≤';
    const plus = decimal(bound.plus, 4);
    return `${sign} ${bound.times === 0 ? plus : t('limit', { plus, times: decimal(bound.times, 2) })}`;
  };
  const columns: TableColumn<Gate>[] = [
    {
      id: 'metric',
      header: t('gate'),
      rowHeader: true,
      cell: (gate) => (
        <>
          <GateName name={gateMetrics[gate.metric].name} metric={gate.metric} />
          {gate.slice === undefined ? null : `: ${gate.slice}`}
        </>
      ),
    },
    { id: 'green', header: t('green'), numeric: true, cell: (gate) => limit(gate, gate.green) },
    { id: 'amber', header: t('amber'), numeric: true, cell: (gate) => limit(gate, gate.amber) },
    { id: 'blocking', header: t('blocking'), cell: (gate) => t(gate.blocking ? 'yes' : 'no') },
    {
      id: 'needs',
      header: t('needs'),
      cell: (gate) =>
        gateMetrics[gate.metric].needs.map((need) => t(`editor.inputs.${need}`)).join(', ') || '–',
    },
  ];
  return <DataTable caption={t('gates')} columns={columns} rows={gates} rowKey={(gate) => gate.id} dense />;
}
