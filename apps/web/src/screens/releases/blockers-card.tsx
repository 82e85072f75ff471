'use client';

import { Badge, Button, Card, DateInput, DateTime, Field, TextLink, useToast } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { dayIn } from './day-in.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { type Release, useReleaseChanged } from './use-release.ts';

type Blocker = Release['blockers'][number];
type Waiver = Release['waivers'][number];

/** What stands in the way of a release, and the waivers of it: each with its two people, reason and last day. */
export function BlockersCard({ release, mayDecide }: { release: Release; mayDecide: boolean }) {
  const t = useTranslations('releases.blockers');
  if (release.blockers.length === 0) return null;
  return (
    <Card title={t('title')} description={t('about')} flush>
      <ul className="divide-y divide-line">
        {release.blockers.map((blocker) => (
          <BlockerItem key={blocker.key} release={release} blocker={blocker} mayDecide={mayDecide} />
        ))}
      </ul>
    </Card>
  );
}

function BlockerItem({
  release,
  blocker,
  mayDecide,
}: {
  release: Release;
  blocker: Blocker;
  mayDecide: boolean;
}) {
  const t = useTranslations('releases.blockers');
  const { path } = useOrg();
  const waivers = release.waivers.filter((waiver) => waiver.key === blocker.key);
  const isOver = release.status === 'REJECTED' || release.status === 'WITHDRAWN';
  const isProposed = waivers.some((waiver) => waiver.status === 'PROPOSED');
  return (
    <li className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-medium wrap-anywhere">{blocker.name}</span>
            <Badge>{t(`kinds.${blocker.kind}`)}</Badge>
            <Badge tone={blocker.open ? 'bad' : 'good'}>{t(blocker.open ? 'open' : 'waived')}</Badge>
          </span>
          <p className="text-sm text-fg-secondary wrap-anywhere">{blocker.because}</p>
          {blocker.reportId === null ? null : (
            <TextLink className="text-sm" href={path(`/reports/${blocker.reportId}`)}>
              {t('report')}
            </TextLink>
          )}
        </div>
        {mayDecide && !isOver && !isProposed ? <ProposeWaiver release={release} blocker={blocker} /> : null}
      </div>
      {waivers.length === 0 ? null : (
        <ul className="flex flex-col gap-2">
          {waivers.map((waiver) => (
            <WaiverItem
              key={waiver.id}
              release={release}
              waiver={waiver}
              name={blocker.name}
              mayDecide={mayDecide && !isOver}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function ProposeWaiver({ release, blocker }: { release: Release; blocker: Blocker }) {
  const t = useTranslations('releases.blockers');
  const trpc = useTRPC();
  const changed = useReleaseChanged();
  const { toast } = useToast();
  const [endsOn, setEndsOn] = useState(() => dayIn(30));
  const propose = useMutation(trpc.release.proposeWaiver.mutationOptions());
  return (
    <ReasonDialog
      title={t('proposeTitle', { name: blocker.name })}
      description={t('proposeBody')}
      confirmLabel={t('propose')}
      reasonLabel={t('reason')}
      trigger={<Button size="sm">{t('proposeOpen')}</Button>}
      onConfirm={async (reason) => {
        await propose.mutateAsync({
          releaseId: release.id,
          revision: release.revision,
          key: blocker.key,
          reason,
          endsOn,
        });
        await changed();
        toast({ tone: 'good', title: t('proposed') });
      }}
    >
      <Field label={t('endsOn')} hint={t('endsOnHint')} required>
        <DateInput
          value={endsOn}
          min={release.today}
          required
          onChange={(event) => setEndsOn(event.currentTarget.value)}
        />
      </Field>
    </ReasonDialog>
  );
}

function WaiverItem({
  release,
  waiver,
  name,
  mayDecide,
}: {
  release: Release;
  waiver: Waiver;
  name: string;
  mayDecide: boolean;
}) {
  const t = useTranslations('releases.blockers');
  const words = useTranslations('releases');
  const trpc = useTRPC();
  const changed = useReleaseChanged();
  const { toast } = useToast();
  const { person } = useOrg();
  const decide = useMutation(trpc.release.decideWaiver.mutationOptions());
  const said = (grant: boolean) => async (reason: string) => {
    await decide.mutateAsync({
      releaseId: release.id,
      revision: release.revision,
      waiverId: waiver.id,
      grant,
      reason,
    });
    await changed();
    toast({ tone: 'good', title: t(grant ? 'grantedToast' : 'refusedToast') });
  };
  const isOwn = waiver.proposedBy?.userId === person.id;
  const nameOf = (of: Waiver['proposedBy']) => of?.name ?? words('someoneGone');
  const state =
    waiver.status === 'GRANTED' && !waiver.holds
      ? ({ tone: 'warn', text: t('ended') } as const)
      : ({
          tone: { PROPOSED: 'accent', GRANTED: 'good', REFUSED: 'neutral' } as const,
          text: t(`states.${waiver.status}`),
        } as const);
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line bg-sunken p-3 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={typeof state.tone === 'string' ? state.tone : state.tone[waiver.status]}>
          {state.text}
        </Badge>
        <span className="text-fg-secondary">
          {t.rich('until', {
            day: () => <DateTime at={`${waiver.endsOn}T12:00:00Z`} format="date" timeZone="UTC" />,
          })}
        </span>
      </div>
      <p className="wrap-anywhere">{`“${waiver.reason}”`}</p>
      <p className="text-xs text-fg-muted">
        {waiver.decidedBy === null || waiver.status === 'PROPOSED'
          ? t('by', { name: nameOf(waiver.proposedBy) })
          : t('byBoth', { name: nameOf(waiver.proposedBy), second: nameOf(waiver.decidedBy) })}
      </p>
      {waiver.decisionReason === null ? null : (
        <p className="text-fg-secondary wrap-anywhere">{`“${waiver.decisionReason}”`}</p>
      )}
      {waiver.status === 'PROPOSED' && mayDecide ? (
        <div className="flex flex-wrap items-center gap-2">
          {isOwn || waiver.endsOn < release.today ? (
            <span className="text-xs text-fg-muted">{t(isOwn ? 'second' : 'dayPassed')}</span>
          ) : (
            <ReasonDialog
              title={t('grantTitle', { name })}
              description={t('grantBody')}
              confirmLabel={t('grant')}
              reasonLabel={t('reason')}
              trigger={
                <Button size="sm" variant="primary">
                  {t('grant')}
                </Button>
              }
              onConfirm={said(true)}
            />
          )}
          <ReasonDialog
            title={t(isOwn ? 'takeBackTitle' : 'refuseTitle', { name })}
            description={t('refuseBody')}
            confirmLabel={t(isOwn ? 'takeBack' : 'refuse')}
            reasonLabel={t('reason')}
            trigger={<Button size="sm">{t(isOwn ? 'takeBack' : 'refuse')}</Button>}
            onConfirm={said(false)}
          />
        </div>
      ) : null}
    </li>
  );
}
