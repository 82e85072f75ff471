'use client';

import { Card, DateTime, EmptyState, UiLink } from '@assay/ui';
import {
  Bell,
  CalendarClock,
  CheckCheck,
  CircleAlert,
  ClipboardList,
  FileSearch,
  Gavel,
  Mail,
  MessageCircleQuestionMark,
  NotebookText,
  OctagonAlert,
  Scale,
  ShieldAlert,
  Stamp,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useJobWords } from '../jobs/use-job-words.ts';
import type { Home } from './home-types.ts';

/** Tasks of a batch and samples of a project are counted up to here. */
const MOST_COUNTED = 1000;

type Item = { key: string; icon: ReactNode; text: ReactNode; link: string };

/** Work that waits for this person: nothing that waits for somebody else. */
export function WaitingCard({ waits }: { waits: Home['waits'] }) {
  const t = useTranslations('home');
  const { path } = useOrg();
  const words = useJobWords();
  const items: Item[] = [
    ...waits.failedRuns.slice(0, 3).map((run) => ({
      key: run.runId,
      icon: <CircleAlert aria-hidden className="text-bad-text" />,
      text: t('waits.failedRun', { number: run.number, name: run.name }),
      link: run.link,
    })),
    ...waits.failedJobs.slice(0, 3).map((job) => ({
      key: job.jobId,
      icon: <CircleAlert aria-hidden className="text-bad-text" />,
      text: t('waits.failedJob', { kind: words.kind(job.kind) }),
      link: job.link,
    })),
    ...waits.blockedRuns.slice(0, 5).map((run) => ({
      key: run.runId,
      icon: <OctagonAlert aria-hidden className="text-bad-text" />,
      text: t('waits.blockedRun', { number: run.number, name: run.name, count: run.redGates }),
      link: run.link,
    })),
    ...waits.overdueGoals.map((goal) => ({
      key: goal.goalId,
      icon: <CalendarClock aria-hidden />,
      text: t.rich('waits.overdueGoal', {
        name: goal.name,
        day: () => <DateTime at={`${goal.due}T12:00:00Z`} format="date" timeZone="UTC" />,
      }),
      link: goal.link,
    })),
    ...waits.overdueBatches.map((batch) => ({
      key: `${batch.batchId}-overdue`,
      icon: <CalendarClock aria-hidden />,
      text: t.rich('waits.overdueBatch', {
        name: batch.name,
        day: () => (batch.dueAt === null ? null : <DateTime at={batch.dueAt} format="date" />),
      }),
      link: batch.link,
    })),
    ...waits.releases.map((release) => ({
      key: release.releaseId,
      icon: <Stamp aria-hidden />,
      text: t(release.status === 'READY' ? 'waits.release' : 'waits.releaseBlocked', {
        number: release.number,
        title: release.title,
      }),
      link: release.link,
    })),
    ...waits.guidelines.map((guideline) => ({
      key: guideline.guidelineId,
      icon: <NotebookText aria-hidden />,
      text: t(guideline.again ? 'waits.guidelineAgain' : 'waits.guideline', {
        name: guideline.name,
        number: guideline.number,
      }),
      link: guideline.link,
    })),
    ...waits.guidelineQuestions.map((guideline) => ({
      key: `${guideline.guidelineId}-questions`,
      icon: <MessageCircleQuestionMark aria-hidden />,
      text: t('waits.guidelineQuestions', { count: guideline.count, name: guideline.name }),
      link: guideline.link,
    })),
    ...waits.batches.map((batch) => ({
      key: batch.batchId,
      icon: <ClipboardList aria-hidden />,
      text:
        batch.tasks >= MOST_COUNTED
          ? t('waits.batchMany', { most: MOST_COUNTED, name: batch.name })
          : t('waits.batch', { count: batch.tasks, name: batch.name }),
      link: batch.link,
    })),
    ...waits.reviews.map((review) => ({
      key: `${review.projectId}-reviews`,
      icon: <Gavel aria-hidden />,
      text:
        review.samples >= MOST_COUNTED
          ? t('waits.reviewsMany', { most: MOST_COUNTED, name: review.name })
          : t('waits.reviews', { count: review.samples, name: review.name }),
      link: review.link,
    })),
    ...waits.versionsToReview.map((version) => ({
      key: version.versionId,
      icon: <FileSearch aria-hidden />,
      text: t('waits.review', { name: version.name }),
      link: version.link,
    })),
    ...waits.findings.map((finding) => ({
      key: finding.versionId,
      icon: <ShieldAlert aria-hidden />,
      text: t('waits.findings', { count: finding.count, name: finding.name }),
      link: finding.link,
    })),
    ...waits.terms.map((source) => ({
      key: source.sourceId,
      icon: <Scale aria-hidden />,
      text: t('waits.terms', { name: source.name }),
      link: source.link,
    })),
    ...(waits.openInvitations === 0
      ? []
      : [
          {
            key: 'invitations',
            icon: <Mail aria-hidden />,
            text: t('waits.invitations', { count: waits.openInvitations }),
            link: '/members',
          },
        ]),
    ...(waits.unread === 0
      ? []
      : [
          {
            key: 'unread',
            icon: <Bell aria-hidden />,
            text: t('waits.unread', { count: waits.unread }),
            link: '/notifications',
          },
        ]),
  ];
  return (
    <Card title={t('waitsTitle')} flush>
      {items.length === 0 ? (
        <EmptyState compact icon={<CheckCheck aria-hidden />} title={t('waitsNone')} />
      ) : (
        <ul className="py-1">
          {items.map((item) => (
            <li key={item.key}>
              <UiLink
                href={path(item.link)}
                className="ring-inside flex items-start gap-3 px-4 py-2 text-sm hover:bg-hover sm:px-5 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0"
              >
                <span className="text-fg-muted">{item.icon}</span>
                <span className="min-w-0 wrap-anywhere">{item.text}</span>
              </UiLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
