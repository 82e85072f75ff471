'use client';

import { Badge, type Tone } from '@assay/ui';
import { GitBranch, Tag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ListedVersion } from './use-version.ts';

const tones: Record<ListedVersion['status'], Tone> = {
  QUEUED: 'neutral',
  RUNNING: 'info',
  READY: 'good',
  CANCELLED: 'warn',
  FAILED: 'bad',
};

/** Where a version, or an export of one, stands. */
export function VersionStatus({ status }: { status: ListedVersion['status'] }) {
  const t = useTranslations('versions.status');
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}

/** The branches and tags that point at a version. */
export function RefBadges({ refs }: { refs: ListedVersion['refs'] }) {
  const t = useTranslations('versions.refs');
  return refs.map((ref) => (
    <Badge
      key={ref.name}
      tone="accent"
      icon={ref.kind === 'branch' ? <GitBranch aria-hidden /> : <Tag aria-hidden />}
    >
      <span className="sr-only">{t(ref.kind)} </span>
      {ref.name}
    </Badge>
  ));
}

/** The first letters of a root, enough to tell two apart by eye; the whole is on the version's page. */
export function ShortRoot({ root }: { root: string }) {
  return (
    <code className="font-mono text-xs text-fg-secondary" title={root}>
      {root.slice(0, 12)}
    </code>
  );
}
