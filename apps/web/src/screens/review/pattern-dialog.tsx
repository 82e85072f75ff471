'use client';

import type { ColumnSpec, ReviewFault } from '@assay/contracts';
import { ConfirmDialog, Field, Input, useToast } from '@assay/ui';
import { keepPreviousData, skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useSettled } from '../batches/new/use-settled.ts';
import { PredicateInput } from '../data/predicate-input.tsx';
import { readFilter } from '../data/use-table-state.ts';
import { FaultChoice } from './fault-choice.tsx';

/** Rejects all rows of the run that a predicate matches; how many that is stands there while one types. */
export function PatternDialog({
  batchId,
  itemId,
  columns,
  onOpenChange,
  onDone,
}: {
  batchId: string;
  itemId: string;
  columns: readonly ColumnSpec[];
  onOpenChange: (open: boolean) => void;
  onDone: () => void;
}) {
  const t = useTranslations('review.pattern');
  const faultsLegend = useTranslations('review.item')('faults');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<ReviewFault[]>([]);
  const read = readFilter(
    text,
    columns.map((column) => ({ ...column, maskedReason: null })),
  );
  const where = text.trim() === '' ? null : read.predicate;
  const key = JSON.stringify(where);
  const settled = useSettled(key) === key;
  const count = useQuery({
    ...trpc.pattern.count.queryOptions(where === null || !settled ? skipToken : { batchId, where }),
    placeholderData: keepPreviousData,
  });
  const reject = useMutation(trpc.pattern.reject.mutationOptions());
  const isCounted = where !== null && settled && !count.isFetching;
  const rows = isCounted ? (count.data?.rows ?? 0) : 0;
  return (
    <ConfirmDialog
      destructive
      title={t('title')}
      description={t('about')}
      confirmLabel={rows === 0 ? t('confirmNone') : t('confirm', { rows })}
      open
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        if (name.trim() === '') throw new Error(t('needName'));
        if (where === null) throw new Error(read.problem?.message ?? t('needWhere'));
        if (faults.length === 0) throw new Error(t('needFault'));
        const { number } = await reject
          .mutateAsync({ batchId, reviewItemId: itemId, pattern: { name, where, reasons: faults } })
          .catch((error: unknown) => {
            throw new Error(refusalOf(error).message);
          });
        toast({ title: t('done', { number }) });
        await queryClient.invalidateQueries(trpc.pattern.pathFilter());
        onDone();
      }}
    >
      <div className="flex flex-col gap-4">
        <Field label={t('name')} required>
          <Input
            value={name}
            maxLength={120}
            placeholder={t('namePlaceholder')}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div className="flex flex-col gap-1">
          <p aria-hidden className="text-sm font-medium">
            {t('where')}
          </p>
          <PredicateInput
            columns={columns}
            text={text}
            onText={setText}
            problem={text.trim() === '' ? null : read.problem}
            label={t('where')}
            placeholder={t('wherePlaceholder')}
          />
          <p role="status" className="min-h-5 text-sm text-fg-secondary">
            {where === null
              ? null
              : !isCounted
                ? t('counting')
                : count.error === null
                  ? t('count', count.data ?? { rows: 0, of: 0, open: 0 })
                  : refusalOf(count.error).message}
          </p>
        </div>
        <FaultChoice legend={faultsLegend} faults={faults} onChange={setFaults} />
      </div>
    </ConfirmDialog>
  );
}
