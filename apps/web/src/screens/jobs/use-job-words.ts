'use client';

import type { JobStatus } from '@assay/contracts';
import type { Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { JobRow } from '~/shell/patch-jobs.ts';

const tones: Record<JobStatus, Tone> = {
  QUEUED: 'neutral',
  RUNNING: 'accent',
  SUCCEEDED: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
};

/** The words for what the catalogue of jobs calls by code. An unknown code is shown as it is. */
export function useJobWords() {
  const t = useTranslations('jobs');
  const kinds = useTranslations('jobKinds');
  return {
    kind: (kind: string): string =>
      kinds.has(kind as never) ? kinds(kind as never) : t('unknownKind', { kind }),
    status: (job: Pick<JobRow, 'status' | 'cancelRequested'>) => ({
      text:
        job.cancelRequested && (job.status === 'RUNNING' || job.status === 'QUEUED')
          ? t('statuses.stopping')
          : t(`statuses.${job.status}`),
      tone: tones[job.status],
      pulse: job.status === 'RUNNING',
    }),
    stage: (stage: string): string =>
      t.has(`stages.${stage}` as never) ? t(`stages.${stage}` as never) : stage,
    result: (name: string): string =>
      t.has(`results.${name}` as never) ? t(`results.${name}` as never) : name,
    subject: (type: string): string =>
      t.has(`subjects.${type}` as never) ? t(`subjects.${type}` as never) : t('subjects.other', { type }),
  };
}

/** Where the thing that a job or an event is about can be seen; null where it has no page. */
export function subjectPath(subject: { type: string; id: string }): string | null {
  switch (subject.type) {
    case 'sourceVersion':
      return `/versions/${subject.id}`;
    case 'source':
      return `/sources/${subject.id}`;
    case 'project':
      return `/projects/${subject.id}`;
    case 'imageImport':
      return `/image-imports/${subject.id}`;
    case 'imageComparison':
      return `/image-comparisons/${subject.id}`;
    case 'labelImport':
      return `/label-imports/${subject.id}`;
    case 'batch':
      return `/batches/${subject.id}`;
    case 'release':
      return `/releases/${subject.id}`;
    case 'report':
      return `/reports/${subject.id}`;
    case 'run':
      return `/runs/${subject.id}`;
    case 'job':
      return `/jobs/${subject.id}`;
    case 'organisation':
      return '/settings';
    case 'member':
    case 'user':
    case 'invitation':
      return '/members';
    case 'apiKey':
    case 'api-key':
      return '/api-keys';
    default:
      return null;
  }
}
