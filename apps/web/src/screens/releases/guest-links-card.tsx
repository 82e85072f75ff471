'use client';

import {
  Badge,
  Button,
  Card,
  ConfirmDialog,
  CopyButton,
  DataTable,
  DateInput,
  DateTime,
  Dialog,
  Field,
  Input,
  NumberText,
  type Tone,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { dayIn } from './day-in.ts';
import type { GuestLink, Release } from './use-release.ts';

const tones: Record<GuestLink['state'], Tone> = { open: 'good', expired: 'neutral', revoked: 'neutral' };

/** Links by which people without an account see this release, each until a day. */
export function GuestLinksCard({ release }: { release: Release }) {
  const t = useTranslations('releases.guests');
  const trpc = useTRPC();
  const query = useQuery(trpc.release.guestLinks.queryOptions({ releaseId: release.id }));
  return (
    <Card
      title={t('title')}
      description={t('about')}
      actions={release.standing === 'in-force' ? <NewLink release={release} /> : undefined}
      flush={query.data !== undefined && query.data.length > 0}
    >
      <QueryState query={query}>
        {(links) =>
          links.length === 0 ? (
            <p className="text-sm text-fg-muted">{t('none')}</p>
          ) : (
            <DataTable
              caption={t('title')}
              dense
              narrow="cards"
              rows={links}
              rowKey={(link) => link.id}
              columns={[
                { id: 'label', header: t('for'), rowHeader: true, cell: (link) => link.label },
                {
                  id: 'state',
                  header: t('state'),
                  cell: (link) => <Badge tone={tones[link.state]}>{t(`states.${link.state}`)}</Badge>,
                },
                {
                  id: 'until',
                  header: t('until'),
                  cell: (link) => <DateTime at={link.expiresAt} />,
                },
                {
                  id: 'visits',
                  header: t('visits'),
                  numeric: true,
                  cell: (link) => <NumberText value={link.visits} />,
                },
              ]}
              rowActionsLabel={t('revoke')}
              rowActions={(link) =>
                link.state === 'open' ? <Revoke releaseId={release.id} link={link} /> : null
              }
            />
          )
        }
      </QueryState>
    </Card>
  );
}

function Revoke({ releaseId, link }: { releaseId: string; link: GuestLink }) {
  const t = useTranslations('releases.guests');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const revoke = useMutation(trpc.release.revokeGuestLink.mutationOptions());
  return (
    <ConfirmDialog
      title={t('revokeTitle', { label: link.label })}
      description={t('revokeBody')}
      confirmLabel={t('revoke')}
      destructive
      trigger={
        <Button size="sm" aria-label={t('revokeOne', { label: link.label })}>
          {t('revoke')}
        </Button>
      }
      onConfirm={async () => {
        await revoke.mutateAsync({ releaseId, guestLinkId: link.id });
        await queryClient.invalidateQueries(trpc.release.guestLinks.pathFilter());
      }}
    />
  );
}

function NewLink({ release }: { release: Release }) {
  const t = useTranslations('releases.guests');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [open, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [endsOn, setEndsOn] = useState(() => dayIn(30));
  const [made, setMade] = useState<string | null>(null);
  const create = useMutation(trpc.release.createGuestLink.mutationOptions());
  const change = (next: boolean) => {
    setOpen(next);
    if (next) return;
    setMade(null);
    setLabel('');
    create.reset();
  };
  const go = async () => {
    const link = await create.mutateAsync({ releaseId: release.id, label, endsOn }).catch(() => null);
    if (link === null) return;
    setMade(`${location.origin}${link.path}`);
    await queryClient.invalidateQueries(trpc.release.guestLinks.pathFilter());
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="sm" icon={<Link2 aria-hidden />}>
          {t('open')}
        </Button>
      }
      title={t('newTitle')}
      description={made === null ? t('newBody') : t('madeBody')}
      footer={
        made === null ? (
          <>
            <Button onClick={() => change(false)}>{t('cancel')}</Button>
            <Button
              variant="primary"
              loading={create.isPending}
              disabled={label.trim() === '' || endsOn === ''}
              onClick={() => void go()}
            >
              {t('make')}
            </Button>
          </>
        ) : (
          <Button
            variant="primary"
            onClick={() => {
              change(false);
              toast({ tone: 'good', title: t('made') });
            }}
          >
            {t('done')}
          </Button>
        )
      }
    >
      {made === null ? (
        <div className="flex flex-col gap-4">
          <Field label={t('for')} hint={t('forHint')} required>
            <Input value={label} maxLength={120} onChange={(event) => setLabel(event.target.value)} />
          </Field>
          <Field label={t('endsOn')} hint={t('endsOnHint')} required>
            <DateInput
              value={endsOn}
              min={release.today}
              onChange={(event) => setEndsOn(event.currentTarget.value)}
            />
          </Field>
          <RefusalCallout error={create.error} />
        </div>
      ) : (
        <Field label={t('link')}>
          <span className="flex items-start gap-2">
            <Input value={made} readOnly onFocus={(event) => event.currentTarget.select()} />
            <CopyButton text={made} label={t('copy')} />
          </span>
        </Field>
      )}
    </Dialog>
  );
}
