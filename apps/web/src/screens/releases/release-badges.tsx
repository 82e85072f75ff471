'use client';

import { Badge, TextLink, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { type ReleaseMark, releasePath } from './use-release.ts';

const tones: Record<ReleaseMark['status'], Tone> = {
  REQUESTED: 'neutral',
  VALIDATING: 'info',
  READY: 'accent',
  BLOCKED: 'bad',
  APPROVED: 'good',
  REJECTED: 'neutral',
  WITHDRAWN: 'bad',
  FAILED: 'bad',
};

/** Where a release stands: one that was approved says so only while it is in force. */
export function ReleaseStatus({ release }: { release: Pick<ReleaseMark, 'status' | 'standing'> }) {
  const t = useTranslations('releases.status');
  if (release.standing === 'lapsed') return <Badge tone="warn">{t('lapsed')}</Badge>;
  return <Badge tone={tones[release.status]}>{t(release.status)}</Badge>;
}

/** The releases of a version, each with where it stands: wherever the version appears, so do they. */
export function ReleaseMarks({ releases }: { releases: readonly ReleaseMark[] }) {
  const t = useTranslations('releases');
  const { path } = useOrg();
  return releases.map((release) => (
    <span key={release.id} className="inline-flex items-center gap-1.5 text-sm font-normal">
      <TextLink href={path(releasePath(release.id))}>{t('numbered', { number: release.number })}</TextLink>
      <ReleaseStatus release={release} />
    </span>
  ));
}
