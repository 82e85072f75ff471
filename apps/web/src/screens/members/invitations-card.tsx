'use client';

import {
  Button,
  Card,
  ConfirmDialog,
  DataTable,
  DateTime,
  EmptyState,
  SkeletonRows,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { MemberRoles } from './member-cells.tsx';

/** Invitations that can still be accepted. Their links are not kept, so a lost one is replaced by inviting again. */
export function InvitationsCard() {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const list = useQuery(trpc.member.invitations.queryOptions());
  const revoke = useMutation(trpc.member.revokeInvitation.mutationOptions());
  const revokeNow = async (invitationId: string, email: string) => {
    await revoke.mutateAsync({ invitationId });
    void queryClient.invalidateQueries(trpc.member.invitations.pathFilter());
    toast({ title: t('revoked', { email }) });
  };
  return (
    <Card title={t('invitations')} description={t('invitationsBody')} flush>
      <QueryState query={list} loading={<SkeletonRows rows={2} />}>
        {(rows) => (
          <DataTable
            caption={t('invitations')}
            narrow="cards"
            rows={rows}
            rowKey={(row) => row.id}
            empty={<EmptyState compact icon={<Mail aria-hidden />} title={t('noInvitations')} />}
            rowActionsLabel={common('actions')}
            rowActions={(row) => (
              <ConfirmDialog
                title={t('revokeTitle', { email: row.email })}
                description={t('revokeBody')}
                confirmLabel={t('revoke')}
                destructive
                onConfirm={() => revokeNow(row.id, row.email)}
                trigger={
                  <Button size="sm" variant="danger-quiet">
                    {t('revoke')}
                  </Button>
                }
              />
            )}
            columns={[
              {
                id: 'email',
                header: t('email'),
                rowHeader: true,
                cell: (row) => <span className="wrap-anywhere">{row.email}</span>,
              },
              { id: 'roles', header: t('roles'), cell: (row) => <MemberRoles roles={row.roles} /> },
              {
                id: 'by',
                header: t('invitedBy'),
                className: 'sm:min-w-36',
                cell: (row) => row.invitedBy.name ?? common('unknownPerson'),
              },
              {
                id: 'until',
                header: t('openUntil'),
                className: 'whitespace-nowrap',
                cell: (row) => <DateTime at={row.expiresAt} className="text-fg-secondary" />,
              },
            ]}
          />
        )}
      </QueryState>
    </Card>
  );
}
