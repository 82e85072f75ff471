'use client';

import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useSource } from '../use-source.ts';
import { UploadWizard } from './upload-wizard.tsx';

/** New data for a source that is there: the same way in, and a comparison with what there was. */
export function RefreshWizard({ sourceId }: { sourceId: string }) {
  const t = useTranslations('sources.titles');
  const { source } = useSource(sourceId);
  return (
    <QueryState query={source} title={t('refresh')}>
      {(data) => <UploadWizard projectId={data.projectId} source={{ id: data.id, name: data.name }} />}
    </QueryState>
  );
}
