'use client';

import type { Scenario } from '@assay/contracts';
import { formatPredicate } from '@assay/domain';
import { Badge, DataTable, DropdownMenu, type MenuItem, type TableColumn, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CoverageCell } from './coverage-cell.tsx';
import type { Coverage } from './use-coverage.ts';
import { useScenarioWords } from './use-scenario-words.ts';

const TONES: Record<Scenario['importance'], Tone> = { must: 'accent', should: 'info', could: 'neutral' };

/** Scenarios in the order of the list: what each is, why it matters, and which rows it is. */
export function ScenariosTable({
  projectId,
  scenarios,
  coverage,
  mayWrite,
  empty,
  onEdit,
  onRetire,
  onRestore,
  onMove,
}: {
  projectId: string;
  scenarios: readonly Scenario[];
  coverage: Coverage;
  mayWrite: boolean;
  empty: ReactNode;
  onEdit: (scenario: Scenario) => void;
  onRetire: (scenario: Scenario) => void;
  onRestore: (scenario: Scenario) => void;
  /** Before another one of those that are shown; null is the end. */
  onMove: (scenario: Scenario, before: string | null) => void;
}) {
  const t = useTranslations('scenarios');
  const words = useScenarioWords();
  const columns: TableColumn<Scenario>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (each) => (
        <span className="flex min-w-44 flex-col gap-0.5">
          <span className="wrap-anywhere">{each.name}</span>
          {each.why === '' ? null : (
            <span className="line-clamp-3 text-xs font-normal text-fg-muted wrap-anywhere">{each.why}</span>
          )}
        </span>
      ),
    },
    {
      id: 'kind',
      header: t('kind'),
      className: 'whitespace-nowrap',
      cell: (each) => t(`kinds.${each.kind}`),
    },
    {
      id: 'importance',
      header: t('importance'),
      cell: (each) => <Badge tone={TONES[each.importance]}>{t(`importances.${each.importance}`)}</Badge>,
    },
    {
      id: 'where',
      header: t('where'),
      cell: (each) => (
        <span className="flex min-w-40 flex-col gap-0.5">
          {each.where === null ? (
            <span className="text-fg-muted">{t('notExpressed')}</span>
          ) : (
            <code className="font-mono text-xs wrap-anywhere">{formatPredicate(each.where)}</code>
          )}
          <span className="text-xs text-fg-muted">{words.minimum(each.minimum)}</span>
        </span>
      ),
    },
    ...(coverage.scenarios === null
      ? []
      : [
          {
            id: 'coverage',
            header: t('coverage.column'),
            cell: (each: Scenario) => {
              const item = coverage.item(each.id);
              return item === null ? null : (
                <CoverageCell projectId={projectId} item={item} coverage={coverage} />
              );
            },
          },
        ]),
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={scenarios}
      rowKey={(each) => each.id}
      narrow="cards"
      empty={empty}
      {...(mayWrite
        ? {
            rowActionsLabel: t('actions'),
            rowActions: (each: Scenario) => (
              <DropdownMenu
                label={t('actionsOf', { name: each.name })}
                groups={
                  each.retired
                    ? [
                        {
                          id: 'retired',
                          items: [{ id: 'restore', label: t('restore'), onSelect: () => onRestore(each) }],
                        },
                      ]
                    : [
                        {
                          id: 'scenario',
                          items: [{ id: 'edit', label: t('edit'), onSelect: () => onEdit(each) }],
                        },
                        { id: 'order', items: moves(each) },
                        {
                          id: 'end',
                          items: [
                            {
                              id: 'retire',
                              label: t('retire'),
                              destructive: true,
                              onSelect: () => onRetire(each),
                            },
                          ],
                        },
                      ]
                }
              />
            ),
          }
        : {})}
    />
  );

  function moves(each: Scenario): MenuItem[] {
    const at = scenarios.findIndex((one) => one.id === each.id);
    const [first, previous, behindNext] = [scenarios[0], scenarios[at - 1], scenarios[at + 2]];
    const to = (id: string, before: string | null, possible: boolean): MenuItem => ({
      id,
      label: t(`moves.${id}` as 'moves.up'),
      disabled: !possible,
      onSelect: () => onMove(each, before),
    });
    return [
      to('top', first?.id ?? null, at > 0),
      to('up', previous?.id ?? null, at > 0),
      to('down', behindNext?.id ?? null, at < scenarios.length - 1),
      to('bottom', null, at < scenarios.length - 1),
    ];
  }
}
