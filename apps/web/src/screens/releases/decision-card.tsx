'use client';

import { Button, Callout, Card, DateTime, LinkButton, Progress, useToast } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { isValidating, type Release, useReleaseChanged } from './use-release.ts';

/** Where a release stands, in words, and what its reader may decide about it. */
export function DecisionCard({ release, mayDecide }: { release: Release; mayDecide: boolean }) {
  const t = useTranslations('releases.decision');
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-4">
        <div role="status">
          <Standing release={release} />
        </div>
        {mayDecide ? <Decisions release={release} /> : null}
      </div>
    </Card>
  );
}

function Standing({ release }: { release: Release }) {
  const t = useTranslations('releases.decision');
  const words = useTranslations('releases');
  const { path } = useOrg();
  const decidedBy = release.decidedBy?.name ?? words('someoneGone');
  if (isValidating(release)) {
    return (
      <div className="flex flex-col gap-2">
        <Progress
          label={t('validating')}
          done={release.job?.done ?? 0}
          {...(release.job?.total == null ? {} : { total: release.job.total })}
        />
        <p className="text-xs text-fg-muted">{t('leave')}</p>
      </div>
    );
  }
  const because = release.reason === null ? undefined : `“${release.reason}”`;
  switch (release.status) {
    case 'FAILED':
      return (
        <Callout
          tone="bad"
          title={release.failure?.message ?? t('failed')}
          actions={
            release.job === null ? undefined : (
              <LinkButton size="sm" href={path(`/jobs/${release.job.id}`)}>
                {t('toJob')}
              </LinkButton>
            )
          }
        >
          {[release.failure?.kept, release.failure?.next].filter((text) => text != null).join(' ')}
        </Callout>
      );
    case 'READY':
      return (
        <Callout tone="good" title={t('ready')}>
          {t('readyBody')}
        </Callout>
      );
    case 'BLOCKED':
      return (
        <Callout tone="bad" title={t('blocked', { count: release.openBlockers })}>
          {t('blockedBody')}
        </Callout>
      );
    case 'APPROVED':
      return (
        <Callout
          tone={release.standing === 'in-force' ? 'good' : 'warn'}
          title={release.standing === 'in-force' ? t('approved', { name: decidedBy }) : t('lapsed')}
        >
          {release.standing === 'in-force' ? because : t('lapsedBody')}
        </Callout>
      );
    case 'REJECTED':
      return (
        <Callout tone="warn" title={t('rejected', { name: decidedBy })}>
          {because}
        </Callout>
      );
    default:
      return (
        <Callout
          tone="bad"
          title={t('withdrawn', { name: release.withdrawnBy?.name ?? words('someoneGone') })}
        >
          {release.withdrawnAt === null ? null : (
            <>
              <DateTime at={release.withdrawnAt} />:{' '}
            </>
          )}
          {`“${release.withdrawReason ?? ''}”`}
        </Callout>
      );
  }
}

function Decisions({ release }: { release: Release }) {
  const t = useTranslations('releases.decision');
  const words = useTranslations('releases');
  const trpc = useTRPC();
  const changed = useReleaseChanged();
  const { toast } = useToast();
  const { person } = useOrg();
  const approve = useMutation(trpc.release.approve.mutationOptions());
  const reject = useMutation(trpc.release.reject.mutationOptions());
  const withdraw = useMutation(trpc.release.withdraw.mutationOptions());
  const decide =
    (act: typeof approve | typeof reject | typeof withdraw, said: string) => async (reason: string) => {
      try {
        await act.mutateAsync({ releaseId: release.id, revision: release.revision, reason });
      } finally {
        // What somebody else decided meanwhile is shown, too.
        await changed();
      }
      toast({ tone: 'good', title: said });
    };
  const { status } = release;
  if (status === 'REJECTED' || status === 'WITHDRAWN') return null;
  const isCommitter = release.committedBy?.userId === person.id;
  const name = words('numbered', { number: release.number });
  return (
    <div className="flex flex-col gap-3">
      {isCommitter && (status === 'READY' || status === 'BLOCKED') ? (
        <p className="text-sm text-fg-secondary">{t('committer')}</p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {status === 'READY' || status === 'BLOCKED' || status === 'FAILED' ? (
          <>
            {isCommitter || status === 'FAILED' ? null : status === 'BLOCKED' || release.terms.length > 0 ? (
              // What stands in the way is said above it.
              <Button variant="primary" disabled>
                {t('approve')}
              </Button>
            ) : (
              <ReasonDialog
                title={t('approveTitle', { name })}
                description={t('approveBody')}
                confirmLabel={t('approve')}
                reasonLabel={t('reason')}
                trigger={<Button variant="primary">{t('approve')}</Button>}
                onConfirm={decide(approve, t('approvedToast', { name }))}
              />
            )}
            <ReasonDialog
              title={t('rejectTitle', { name })}
              description={t('rejectBody')}
              confirmLabel={t('reject')}
              reasonLabel={t('reason')}
              destructive
              trigger={<Button>{t('reject')}</Button>}
              onConfirm={decide(reject, t('rejectedToast', { name }))}
            />
          </>
        ) : null}
        <ReasonDialog
          title={t('withdrawTitle', { name })}
          description={t(status === 'APPROVED' ? 'withdrawApprovedBody' : 'withdrawBody')}
          confirmLabel={t('withdraw')}
          reasonLabel={t('reason')}
          destructive
          trigger={<Button variant="quiet">{t('withdraw')}</Button>}
          onConfirm={decide(withdraw, t('withdrawnToast', { name }))}
        />
      </div>
    </div>
  );
}
