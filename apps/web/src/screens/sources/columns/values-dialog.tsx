'use client';

import { Button, Chip, Dialog, Field, Textarea } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useEffect, useId, useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Column } from './use-edit-columns.ts';

const perLine = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** Which values a column may have and, of a target, which count as the favourable outcome. One value on a line. */
export function ValuesDialog({
  versionId,
  column,
  onClose,
  onSave,
}: {
  versionId: string;
  column: Column | null;
  onClose: () => void;
  onSave: (change: { allowedValues: string[] | null; favourable?: string[] }) => void;
}) {
  const t = useTranslations('sources.columns');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const form = useId();
  const [allowed, setAllowed] = useState('');
  const [favourable, setFavourable] = useState('');
  useEffect(() => {
    setAllowed((column?.allowedValues ?? []).join('\n'));
    setFavourable((column?.favourable ?? []).join('\n'));
  }, [column]);
  const stats = useQuery(
    trpc.sourceVersion.columnStats.queryOptions(
      column === null ? skipToken : { versionId, column: column.name, predicate: { op: 'true' } },
    ),
  );
  const seen = stats.data?.top.map((each) => each.value) ?? [];
  const isTarget = column?.role === 'target';
  const add = (text: string, value: string) => perLine(`${text}\n${value}`).join('\n');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const values = perLine(allowed);
    onSave({
      allowedValues: values.length === 0 ? null : values,
      ...(isTarget ? { favourable: perLine(favourable) } : {}),
    });
  };
  const tooMany = perLine(allowed).length > 1000 || perLine(favourable).length > 50;
  return (
    <Dialog
      title={t('valuesTitle', { column: column?.name ?? '' })}
      description={t('valuesBody')}
      open={column !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" disabled={tooMany}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={t('allowed')}
          optional
          hint={t('onePerLine')}
          error={tooMany ? t('tooManyValues') : undefined}
          aside={
            seen.length === 0 ? undefined : (
              <Button
                size="sm"
                variant="quiet"
                onClick={() => setAllowed(perLine(`${allowed}\n${seen.join('\n')}`).join('\n'))}
              >
                {t('addSeen', { count: seen.length })}
              </Button>
            )
          }
        >
          <Textarea
            rows={6}
            className="font-mono"
            value={allowed}
            onChange={(event) => setAllowed(event.currentTarget.value)}
          />
        </Field>
        {isTarget ? (
          <>
            <Field label={t('favourable')} optional hint={t('favourableHint')}>
              <Textarea
                rows={2}
                className="font-mono"
                value={favourable}
                onChange={(event) => setFavourable(event.currentTarget.value)}
              />
            </Field>
            {seen.length === 0 ? null : (
              <fieldset className="flex min-w-0 flex-wrap gap-1.5">
                <legend className="mb-1 text-xs text-fg-muted">{t('seen')}</legend>
                {seen.slice(0, 8).map((value) => (
                  <Chip
                    key={value}
                    label={value}
                    selected={perLine(favourable).includes(value)}
                    onPress={() =>
                      setFavourable(
                        perLine(favourable).includes(value)
                          ? perLine(favourable)
                              .filter((each) => each !== value)
                              .join('\n')
                          : add(favourable, value),
                      )
                    }
                  />
                ))}
              </fieldset>
            )}
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
