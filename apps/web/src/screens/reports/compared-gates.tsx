'use client';

import type { GateResult } from '@assay/contracts';
import { Card, cn, DataTable, type TableColumn } from '@assay/ui';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { GateName } from './gate-name.tsx';
import { useNumbers } from './report-figures.tsx';
import type { Comparison } from './report-types.ts';
import { GateStatus } from './states.tsx';

type Pair = Comparison['gates'][number];

/** From the best to the worst; a gate that was not assessed is neither. */
const RANKS: Partial<Record<GateResult['status'], number>> = { green: 0, amber: 1, red: 2, failed: 3 };

/** Which way a gate turned; null where one side says nothing of it. */
function turnOf({ before, after }: Pair): 'better' | 'worse' | null {
  const [was, is] = [before, after].map((gate) => (gate === null ? undefined : RANKS[gate.status]));
  if (was === undefined || is === undefined || was === is) return null;
  return is < was ? 'better' : 'worse';
}

function Turn({ pair }: { pair: Pair }) {
  const t = useTranslations('reports.compare');
  const turn = pair.changed ? turnOf(pair) : null;
  if (turn === null) return null;
  return (
    <span className={cn('text-xs font-medium', turn === 'better' ? 'text-good-text' : 'text-bad-text')}>
      {t(turn)}
    </span>
  );
}

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
          {pair.changed ? <ArrowRight aria-hidden className="size-4 shrink-0 text-accent-text" /> : null}
          <span className={pair.changed ? 'font-semibold' : undefined}>
            <GateName name={pair.name} metric={(pair.after ?? pair.before)?.metric ?? ''} />
          </span>
        </span>
      ),
    },
    { id: 'before', header: t('before'), cell: (pair) => side(pair.before) },
    {
      id: 'after',
      header: t('after'),
      cell: (pair) => (
        <span className="inline-flex flex-wrap items-baseline gap-x-3">
          {side(pair.after)}
          <Turn pair={pair} />
        </span>
      ),
    },
  ];
  const changed = comparison.gates.filter((pair) => pair.changed);
  const turns = changed.map(turnOf);
  return (
    <Card
      title={t('changedGates', { count: changed.length })}
      description={t('turns', {
        better: turns.filter((turn) => turn === 'better').length,
        worse: turns.filter((turn) => turn === 'worse').length,
      })}
      flush
    >
      <DataTable
        caption={t('gates')}
        columns={columns}
        rows={[...comparison.gates].sort((a, b) => Number(b.changed) - Number(a.changed))}
        rowKey={(pair) => pair.id}
        narrow="cards"
        dense
      />
    </Card>
  );
}
