'use client';

import type { Annotation, ColumnReference, ColumnSpec, WorkContext } from '@assay/contracts';
import { type BrokenCheck, type CellPlace, placeInReference } from '@assay/domain';
import { Badge, cn, Tooltip } from '@assay/ui';
import { Flag, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { WorkBatch, WorkTask } from './desk/desk-types.ts';
import { cellOf } from './desk/row-of.ts';
import { PlaceBar } from './place-bar.tsx';

const UNKNOWN: ColumnReference = { kind: 'none', reason: 'no-source' };

/** How many flags each cell has. */
function flagsOf(answers: Annotation['answers']): Map<string, number> {
  const counts = new Map<string, number>();
  for (const answer of Object.values(answers)) {
    if (answer.kind !== 'cells') continue;
    for (const { column } of answer.flags) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return counts;
}

/** A row as one reads it: each column with its words, its value, and where that lies among the real ones. */
export function RowTable({
  held,
  context,
  answers,
  broken,
  column,
  onColumn,
}: {
  held: {
    task: Pick<WorkTask, 'cells'>;
    batch: Pick<WorkBatch, 'schema' | 'columns' | 'kind' | 'prelabels'>;
  };
  context: WorkContext | null;
  answers: Annotation['answers'];
  broken: readonly BrokenCheck[];
  column: string | null;
  onColumn: (column: string) => void;
}) {
  const t = useTranslations('work.table');
  const { task, batch } = held;
  const flags = flagsOf(answers);
  // Where a real value lies among the real ones would tell it.
  const places = context !== null && batch.kind !== 'blind';
  const hasCells = batch.schema.questions.some((question) => question.kind === 'cells');
  const proposing = new Set(
    batch.kind === 'verify' && !batch.prelabels
      ? batch.schema.questions.flatMap((question) =>
          'corrects' in question ? (question.corrects ?? []) : [],
        )
      : [],
  );
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">{t(batch.kind === 'blind' ? 'captionBlind' : 'caption')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('column')}</th>
          <th scope="col">{t('value')}</th>
          {batch.kind === 'blind' ? null : <th scope="col">{t('place')}</th>}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {batch.columns.map((spec, at) => {
          const cell = cellOf(task.cells[at]);
          const reference = context?.references[spec.name] ?? UNKNOWN;
          return (
            <RowLine
              key={spec.name}
              spec={spec}
              cell={cell}
              reference={reference}
              place={placeInReference(reference, cell)}
              isKnown={places}
              isBlind={batch.kind === 'blind'}
              isBroken={broken.some((each) => each.columns.includes(spec.name))}
              proposes={proposing.has(spec.name)}
              flags={flags.get(spec.name) ?? 0}
              isChosen={column === spec.name}
              onChoose={hasCells ? () => onColumn(spec.name) : null}
            />
          );
        })}
      </tbody>
    </table>
  );
}

function RowLine({
  spec,
  cell,
  reference,
  place,
  isKnown,
  isBlind,
  isBroken,
  proposes,
  flags,
  isChosen,
  onChoose,
}: {
  spec: ColumnSpec;
  cell: string | number | boolean | null;
  reference: ColumnReference;
  place: CellPlace;
  /** Is it known where real values lie? */
  isKnown: boolean;
  isBlind: boolean;
  isBroken: boolean;
  proposes: boolean;
  flags: number;
  isChosen: boolean;
  onChoose: (() => void) | null;
}) {
  const t = useTranslations('work.table');
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const words = spec.label === '' || spec.label === spec.name ? null : spec.label;
  const name = (
    <span className="flex min-w-0 flex-col text-left">
      <span className="font-medium wrap-anywhere">{words ?? spec.name}</span>
      {words === null ? null : <span className="text-xs text-fg-muted wrap-anywhere">{spec.name}</span>}
    </span>
  );
  const named =
    onChoose === null ? (
      name
    ) : (
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={t('choose', { column: spec.name })}
        className="w-full rounded-sm pointer-coarse:min-h-11"
        onClick={onChoose}
      >
        {name}
      </button>
    );
  return (
    <tr
      ref={line}
      className={cn(
        'scroll-mb-24 scroll-mt-20 align-top',
        isChosen && 'bg-selected',
        isBroken && 'bg-bad-soft',
      )}
    >
      <th scope="row" className="w-[38%] px-4 py-2 text-left font-normal sm:w-[30%]">
        {spec.meaning === null || spec.meaning === '' || onChoose !== null ? (
          named
        ) : (
          <Tooltip content={spec.meaning}>
            <button type="button" className="w-full cursor-help rounded-sm">
              {name}
            </button>
          </Tooltip>
        )}
      </th>
      <td className="px-2 py-2 wrap-anywhere">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {cell === null ? (
            <span className="text-fg-muted italic">{t('missing')}</span>
          ) : (
            <span className="text-base tabular-nums">
              {String(cell)}
              {spec.unit === null ? null : <span className="text-sm text-fg-muted"> {spec.unit}</span>}
            </span>
          )}
          {proposes ? <Badge tone="accent">{t('proposes')}</Badge> : null}
          {isBroken ? <TriangleAlert aria-hidden className="size-4 text-bad-text" /> : null}
          {flags === 0 ? null : (
            <Badge tone="warn" icon={<Flag aria-hidden />}>
              {t('flags', { count: flags })}
            </Badge>
          )}
        </span>
        <span className="mt-1 block sm:hidden">
          {isKnown ? <PlaceBar reference={reference} place={place} /> : null}
        </span>
      </td>
      {isBlind ? null : (
        <td className="hidden w-[34%] px-4 py-2 text-right sm:table-cell">
          {isKnown ? <PlaceBar reference={reference} place={place} /> : null}
        </td>
      )}
    </tr>
  );
}
