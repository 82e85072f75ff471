'use client';

import type { EmptyQueueReason } from '@assay/contracts';
import { Button, Card, EmptyState, formatMoment, LinkButton, useUi } from '@assay/ui';
import { CircleCheckBig, Hourglass, RotateCw, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import type { Desk } from './desk/desk.ts';
import type { Last } from './desk/desk-types.ts';

const LOOK_AGAIN_MS = 20_000;

/** Why nothing is served, when to come back, and what one can do about it. */
export function EmptyQueue({
  projectId,
  reasons,
  last,
  desk,
}: {
  projectId: string;
  reasons: readonly EmptyQueueReason[];
  last: readonly Last[];
  desk: Desk;
}) {
  const t = useTranslations('work.empty');
  const work = useTranslations('work');
  const isDone = reasons.every((each) => each.why === 'all-done');
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') desk.lookQuietly();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [desk]);
  return (
    <Card>
      <EmptyState
        icon={isDone ? <CircleCheckBig aria-hidden /> : <Hourglass aria-hidden />}
        title={isDone ? t('done') : t('title')}
        description={
          <span className="flex flex-col items-center gap-3">
            {reasons.map((reason) => (
              <Reason
                key={`${reason.why} ${'batch' in reason ? reason.batch : ''}`}
                projectId={projectId}
                reason={reason}
              />
            ))}
            <span className="text-fg-muted">{t('soon')}</span>
          </span>
        }
        action={
          <span className="flex flex-wrap justify-center gap-2">
            <Button icon={<RotateCw aria-hidden />} onClick={desk.look}>
              {t('look')}
            </Button>
            {last.length === 0 ? null : (
              <Button variant="quiet" icon={<Undo2 aria-hidden />} onClick={() => void desk.takeBack()}>
                {work('actions.undo')}
              </Button>
            )}
          </span>
        }
      />
    </Card>
  );
}

function Reason({ projectId, reason }: { projectId: string; reason: EmptyQueueReason }) {
  const t = useTranslations('work.empty');
  const { locale, timeZone } = useUi();
  const { path } = useOrg();
  switch (reason.why) {
    case 'no-batches':
    case 'all-done':
      return <span>{t(reason.why)}</span>;
    case 'guideline':
      return (
        <span className="flex flex-col items-center gap-2">
          <span>{t('guideline', { batch: reason.batch })}</span>
          <span className="flex flex-wrap justify-center gap-2">
            <LinkButton size="sm" variant="primary" href={path(`/guidelines/${reason.guidelineId}`)}>
              {t('readGuideline', { guideline: reason.guideline })}
            </LinkButton>
            <LinkButton size="sm" href={path(`/projects/${projectId}/practice?batch=${reason.batchId}`)}>
              {t('practise')}
            </LinkButton>
          </span>
        </span>
      );
    case 'held-by-others': {
      const when =
        reason.earliest === null
          ? t('whenUnknown')
          : t('when', { time: formatMoment(Date.parse(reason.earliest), locale, timeZone, 'time') });
      return <span>{t('held-by-others', { batch: reason.batch, count: reason.tasks, when })}</span>;
    }
    case 'your-turns-are-over':
      return <span>{t('your-turns-are-over', { batch: reason.batch, count: reason.tasks })}</span>;
    default:
      return <span>{t(reason.why, { batch: reason.batch })}</span>;
  }
}
