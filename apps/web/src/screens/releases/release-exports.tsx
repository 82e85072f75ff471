'use client';

import { type RowsFormat, rowsFormat } from '@assay/contracts';
import { Button, Card, EmptyState, Field, Select } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PackageOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ExportCard } from '../versions/export-card.tsx';
import { PictureLabelChoice, USUAL_PICTURE_LABELS } from '../versions/picture-label-choice.tsx';
import { isBeingMade, LOOK_MS } from '../versions/use-version.ts';
import type { Release } from './use-release.ts';

/** A release as files, which say who approved it and on what grounds. */
export function ReleaseExports({
  release,
  mayStart,
  mayTake,
}: {
  release: Release;
  mayStart: boolean;
  mayTake: boolean;
}) {
  const t = useTranslations('releases.exports');
  const formats = useTranslations('versions.exports');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [format, setFormat] = useState<RowsFormat>('jsonl');
  const [pictureLabels, setPictureLabels] = useState([...USUAL_PICTURE_LABELS]);
  const query = useQuery({
    ...trpc.release.exports.queryOptions({ releaseId: release.id, limit: 20 }),
    refetchInterval: ({ state }) => (state.data?.exports.some(isBeingMade) === true ? LOOK_MS : false),
  });
  const start = useMutation(
    trpc.release.export.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.release.exports.pathFilter()),
    }),
  );
  const inForce = release.standing === 'in-force';
  const hasPictures = release.pictures !== null;
  return (
    <div className="flex flex-col gap-4">
      {mayStart && inForce ? (
        <Card title={t('title')} description={t('about')}>
          <div className="flex flex-col items-start gap-4">
            <Field
              label={formats('format')}
              hint={formats(`formats.${format}`)}
              className="w-full sm:max-w-md"
            >
              <Select
                value={format}
                onChange={(event) => setFormat(rowsFormat.parse(event.target.value))}
                options={[
                  { value: 'jsonl', label: 'JSON Lines' },
                  { value: 'parquet', label: 'Parquet' },
                  { value: 'csv', label: 'CSV' },
                ]}
              />
            </Field>
            {hasPictures ? <PictureLabelChoice chosen={pictureLabels} onChange={setPictureLabels} /> : null}
            <RefusalCallout error={start.error} />
            <Button
              variant="primary"
              loading={start.isPending}
              onClick={() => start.mutate({ releaseId: release.id, format, pictureLabels })}
            >
              {t('start')}
            </Button>
          </div>
        </Card>
      ) : null}
      <QueryState query={query} loading={<LoadingCard />}>
        {({ exports }) =>
          exports.length === 0 ? (
            inForce ? (
              <Card>
                <EmptyState icon={<PackageOpen />} title={t('emptyTitle')} description={t('emptyBody')} />
              </Card>
            ) : null
          ) : (
            exports.map((each) => <ExportCard key={each.id} made={each} mayTake={mayTake} />)
          )
        }
      </QueryState>
    </div>
  );
}
