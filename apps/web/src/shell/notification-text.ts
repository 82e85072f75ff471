'use client';

import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';

export type Notification = inferRouterOutputs<AppRouter>['notification']['list']['notifications'][number];

function part(subject: Notification['subject'], name: string): string | null {
  if (typeof subject !== 'object' || subject === null || Array.isArray(subject)) return null;
  const value: unknown = Reflect.get(subject, name);
  return typeof value === 'string' ? value : null;
}

function figure(subject: Notification['subject'], name: string): number | null {
  if (typeof subject !== 'object' || subject === null || Array.isArray(subject)) return null;
  const value: unknown = Reflect.get(subject, name);
  return typeof value === 'number' ? value : null;
}

/** What a notification says: a line, and for failures why. */
export function useNotificationText(): (notification: Notification) => {
  title: string;
  detail: string | null;
} {
  const t = useTranslations('notifications');
  const jobs = useTranslations('jobKinds');
  return ({ kind, subject, projectName, personName }) => {
    const jobKind = part(subject, 'jobKind');
    const words = {
      person: personName ?? t('somebody'),
      project: projectName ?? t('aProject'),
      number: String(figure(subject, 'number') ?? ''),
      count: figure(subject, 'count') ?? 0,
      about: part(subject, 'about') ?? '',
      job: jobKind !== null && jobs.has(jobKind as never) ? jobs(jobKind as never) : t('aJob'),
    };
    switch (kind) {
      case 'member.joined':
        return { title: t('memberJoined', words), detail: null };
      case 'project.member-added':
        return { title: t('projectMemberAdded', words), detail: null };
      case 'project.member-changed':
        return { title: t('projectMemberChanged', words), detail: null };
      case 'job.succeeded':
        return { title: t('jobSucceeded', words), detail: projectName };
      case 'job.failed':
        return { title: t('jobFailed', words), detail: part(subject, 'message') ?? projectName };
      case 'job.cancelled':
        return { title: t('jobCancelled', words), detail: projectName };
      case 'batch.asked-again':
        return { title: t('batchAskedAgain', words), detail: part(subject, 'name') ?? projectName };
      case 'batch.assigned':
        return { title: t('batchAssigned', words), detail: part(subject, 'name') ?? projectName };
      case 'batch.stopped':
        return { title: t('batchStopped', words), detail: part(subject, 'name') ?? projectName };
      case 'comment.mentioned':
        return { title: t('commentMentioned', words), detail: projectName };
      case 'comment.replied':
        return { title: t('commentReplied', words), detail: projectName };
      case 'comment.added':
        return { title: t('commentAdded', words), detail: projectName };
      case 'guideline.question-asked':
        return { title: t('guidelineAsked', words), detail: part(subject, 'name') };
      case 'guideline.question-answered':
        return { title: t('guidelineAnswered', words), detail: part(subject, 'name') };
      case 'guideline.question-resolved':
        return { title: t('guidelineResolved'), detail: part(subject, 'name') };
      case 'review.sent-back':
        return { title: t('reviewSentBack'), detail: part(subject, 'batch') ?? projectName };
      case 'review.answered':
        return { title: t('reviewAnswered'), detail: projectName };
      case 'pattern.constraint-proposed':
        return { title: t('patternProposed'), detail: part(subject, 'name') ?? projectName };
      case 'release.ready':
        return { title: t('releaseReady', words), detail: projectName };
      case 'release.blocked':
        return { title: t('releaseBlocked', words), detail: projectName };
      case 'release.waiver-proposed':
        return { title: t('releaseWaiverProposed', words), detail: projectName };
      case 'release.waiver-granted':
        return { title: t('releaseWaiverGranted', words), detail: projectName };
      case 'release.waiver-refused':
        return { title: t('releaseWaiverRefused', words), detail: projectName };
      case 'release.approved':
        return { title: t('releaseApproved', words), detail: projectName };
      case 'release.rejected':
        return { title: t('releaseRejected', words), detail: projectName };
      case 'release.withdrawn':
        return { title: t('releaseWithdrawn', words), detail: projectName };
      case 'release.terms-broken':
        return { title: t('releaseTermsBroken', words), detail: part(subject, 'name') ?? projectName };
      case 'webhook.failed':
        return { title: t('webhookFailed'), detail: part(subject, 'name') ?? projectName };
      case 'organisation.exported':
        return { title: t('organisationExported'), detail: t('organisationExportedBody') };
      default:
        return { title: t('other', { kind }), detail: projectName };
    }
  };
}
