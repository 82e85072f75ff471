'use client';

import { type RowsFormat, rowsFormat } from '@assay/contracts';
import { Button, Callout, Card, Checkbox, EmptyState, Field, Select } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { PackageOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ExportCard } from './export-card.tsx';
import { PictureLabelChoice, USUAL_PICTURE_LABELS } from './picture-label-choice.tsx';
import { isBeingMade, LOOK_MS, useVersion } from './use-version.ts';

/** A version as files: ordering them, how far they are, and taking them away. */
export function VersionExports({ versionId }: { versionId: string }) {
  const t = useTranslations('versions.exports');
  const trpc = useTRPC();
  const { version, may } = useVersion(versionId);
  const content = version.data?.content;
  const isDrawn = content?.hasPictures === true && content.counts.labelled > 0;
  const query = useQuery({
    ...trpc.export.list.queryOptions({ versionId, limit: 20 }),
    refetchInterval: ({ state }) => (state.data?.exports.some(isBeingMade) === true ? LOOK_MS : false),
  });
  return (
    <div className="flex flex-col gap-6">
      <Callout tone="info" title={t('markTitle')}>
        {t('markBody')}
      </Callout>
      {may('export.start') ? <StartExport versionId={versionId} hasPictures={isDrawn} /> : null}
      <QueryState query={query} loading={<LoadingCard />}>
        {({ exports }) =>
          exports.length === 0 ? (
            <Card>
              <EmptyState icon={<PackageOpen />} title={t('emptyTitle')} description={t('emptyBody')} />
            </Card>
          ) : (
            exports.map((each) => <ExportCard key={each.id} made={each} mayTake={may('export.download')} />)
          )
        }
      </QueryState>
    </div>
  );
}

function StartExport({ versionId, hasPictures }: { versionId: string; hasPictures: boolean }) {
  const t = useTranslations('versions.exports');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [format, setFormat] = useState<RowsFormat>('jsonl');
  const [leaveOutLost, setLeaveOutLost] = useState(false);
  const [pictureLabels, setPictureLabels] = useState([...USUAL_PICTURE_LABELS]);
  const start = useMutation(
    trpc.export.start.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.export.pathFilter()),
    }),
  );
  return (
    <Card title={t('startTitle')} description={t('startAbout')}>
      <div className="flex flex-col items-start gap-4">
        <Field label={t('format')} hint={t(`formats.${format}`)} className="w-full sm:max-w-md">
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
        <Checkbox
          label={t('leaveOut')}
          hint={t('leaveOutHint')}
          checked={leaveOutLost}
          onChange={setLeaveOutLost}
        />
        <RefusalCallout error={start.error} />
        <Button
          variant="primary"
          loading={start.isPending}
          onClick={() => start.mutate({ versionId, format, leaveOutLost, pictureLabels })}
        >
          {t('start')}
        </Button>
      </div>
    </Card>
  );
}
