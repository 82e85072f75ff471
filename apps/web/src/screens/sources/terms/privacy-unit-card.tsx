'use client';

import type { PrivacyUnit } from '@assay/contracts';
import { Button, Card, Combobox, Field, RadioGroup, useToast } from '@assay/ui';
import { skipToken, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { TERM_IDS } from '../overview/readiness-links.ts';
import { type Source, useSourceSaved } from '../use-source.ts';

/** What one person's data is in this source: a row, or all rows with the same value of a column. */
export function PrivacyUnitCard({ source, mayEdit }: { source: Source; mayEdit: boolean }) {
  const t = useTranslations('sources.terms');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [kind, setKind] = useState<'row' | 'entity' | null>(source.privacyUnit?.kind ?? null);
  const [column, setColumn] = useState(
    source.privacyUnit?.kind === 'entity' ? source.privacyUnit.column : undefined,
  );
  const [search, setSearch] = useState('');
  const versionId = source.currentVersionId;
  const columns = useQuery(
    trpc.sourceVersion.columns.queryOptions(
      versionId === null ? skipToken : { versionId, search, offset: 0, limit: 100 },
    ),
  );
  const reload = () => queryClient.invalidateQueries(trpc.source.pathFilter());
  const saved = useSourceSaved(source.id);
  const save = useMutation(
    trpc.source.privacyUnit.mutationOptions({
      onSuccess: async (_, sent) => {
        const reading = saved(sent.revision, () => ({ privacyUnit: sent.unit }));
        toast({ title: t('unitSaved') });
        await reading;
      },
    }),
  );
  const unit: PrivacyUnit | null =
    kind === 'row'
      ? { kind: 'row' }
      : kind === 'entity' && column !== undefined
        ? { kind: 'entity', column }
        : null;
  const changed = unit !== null && JSON.stringify(unit) !== JSON.stringify(source.privacyUnit);
  const found = columns.data?.columns ?? [];
  return (
    <Card title={t('privacyUnit')} description={t('privacyUnitBody')}>
      <fieldset disabled={!mayEdit} className="flex min-w-0 flex-col gap-4">
        <Field id={TERM_IDS.privacyUnit} label={t('unitQuestion')}>
          <RadioGroup
            {...(kind === null ? {} : { value: kind })}
            disabled={!mayEdit}
            onChange={(value) => setKind(value === 'entity' ? 'entity' : 'row')}
            options={[
              { value: 'row', label: t('unitRow'), hint: t('unitRowHint') },
              {
                value: 'entity',
                label: t('unitEntity'),
                hint: t('unitEntityHint'),
                disabled: versionId === null,
              },
            ]}
          />
        </Field>
        {kind === 'entity' ? (
          <Field label={t('unitColumn')} required className="max-w-sm">
            <Combobox
              value={column}
              disabled={!mayEdit}
              onSearch={setSearch}
              loading={columns.isFetching}
              options={[
                ...found.map((each) => ({ value: each.name, label: each.name, hint: each.label })),
                ...(column === undefined || found.some((each) => each.name === column)
                  ? []
                  : [{ value: column, label: column }]),
              ]}
              onChange={setColumn}
            />
          </Field>
        ) : null}
        <RefusalCallout error={save.error} onReload={reload} />
        {mayEdit ? (
          <div>
            <Button
              loading={save.isPending}
              disabled={!changed}
              onClick={() => {
                if (unit !== null) save.mutate({ sourceId: source.id, revision: source.revision, unit });
              }}
            >
              {common('save')}
            </Button>
          </div>
        ) : null}
      </fieldset>
    </Card>
  );
}
