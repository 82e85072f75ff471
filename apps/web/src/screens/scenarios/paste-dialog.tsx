'use client';

import { readPastedScenarios } from '@assay/domain';
import { Button, DataTable, Dialog, Field, Textarea } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';

/** Lines that one request takes. */
const MOST_AT_ONCE = 200;

/** Takes many scenarios at once: one a line, or cells of a table, with what will become of each line. */
export function PasteDialog({
  projectId,
  taken,
  onClose,
}: {
  projectId: string;
  taken: readonly string[];
  onClose: () => void;
}) {
  const t = useTranslations('scenarios.paste');
  const words = useTranslations('scenarios');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const lines = useMemo(() => readPastedScenarios(text, taken), [text, taken]);
  const good = lines.filter((line) => line.problem === null);
  const add = useMutation(
    trpc.scenario.add.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.scenario.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      size="lg"
      title={t('title')}
      description={t('about')}
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={good.length === 0 || good.length > MOST_AT_ONCE}
            loading={add.isPending}
            onClick={() => add.mutate({ projectId, scenarios: good.map((line) => line.scenario) })}
          >
            {t('add', { count: good.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RefusalCallout error={add.error} />
        <Field
          label={t('lines')}
          hint={t('hint')}
          {...(good.length > MOST_AT_ONCE ? { error: t('tooMany', { most: MOST_AT_ONCE }) } : {})}
        >
          <Textarea
            rows={8}
            value={text}
            spellCheck={false}
            placeholder={t('placeholder')}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Field>
        {lines.length === 0 ? null : (
          <DataTable
            caption={t('preview')}
            dense
            narrow="cards"
            rows={lines.slice(0, MOST_AT_ONCE)}
            rowKey={(line) => String(line.line)}
            columns={[
              {
                id: 'name',
                header: words('name'),
                rowHeader: true,
                cell: ({ scenario }) => (
                  <span className="flex flex-col">
                    <span className="wrap-anywhere">{scenario.name}</span>
                    {scenario.why === '' ? null : (
                      <span className="text-xs font-normal text-fg-muted wrap-anywhere">{scenario.why}</span>
                    )}
                  </span>
                ),
              },
              { id: 'kind', header: words('kind'), cell: ({ scenario }) => words(`kinds.${scenario.kind}`) },
              {
                id: 'importance',
                header: words('importance'),
                cell: ({ scenario }) => words(`importances.${scenario.importance}`),
              },
              {
                id: 'problem',
                header: t('becomes'),
                cell: ({ problem }) =>
                  problem === null ? (
                    t('becomesAdded')
                  ) : (
                    <span className="text-warn-text">{t(`problems.${problem}`)}</span>
                  ),
              },
            ]}
          />
        )}
      </div>
    </Dialog>
  );
}
