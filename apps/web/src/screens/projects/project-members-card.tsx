'use client';

import {
  Avatar,
  Badge,
  Card,
  ConfirmDialog,
  DataTable,
  DropdownMenu,
  EmptyState,
  SkeletonRows,
  TimeAgo,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck, UserMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Project, ProjectMember } from './project-types.ts';

type Props = { project: Project; onEdit: (member: ProjectMember) => void };

export function ProjectMembersCard({ project, onEdit }: Props) {
  const t = useTranslations('projects');
  const common = useTranslations('common');
  const roles = useTranslations('roles');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [leaving, setLeaving] = useState<ProjectMember | null>(null);
  const people = useQuery(trpc.project.members.queryOptions({ projectId: project.id }));
  const reload = () => queryClient.invalidateQueries(trpc.project.pathFilter());
  const setMember = useMutation(trpc.project.setMember.mutationOptions({ onSuccess: reload }));
  const remove = useMutation(trpc.project.removeMember.mutationOptions({ onSuccess: reload }));
  const mayManage = project.permissions.includes('project.members');
  const removeNow = async (member: ProjectMember) => {
    await remove.mutateAsync({ projectId: project.id, userId: member.userId });
    toast({
      title: t('personRemoved', { name: member.name }),
      onUndo: () =>
        setMember.mutate({ projectId: project.id, userId: member.userId, roles: [...member.roles] }),
    });
  };
  return (
    <Card flush>
      <QueryState query={people} loading={<SkeletonRows />}>
        {(rows) => (
          <DataTable
            caption={t('peopleCaption')}
            narrow="cards"
            rows={rows}
            rowKey={(row) => row.userId}
            empty={<EmptyState title={t('noPeople')} description={t('noPeopleBody')} />}
            columns={[
              {
                id: 'person',
                header: t('person'),
                rowHeader: true,
                cell: (row) => (
                  <span className="flex min-w-0 items-center gap-3 max-sm:flex-row-reverse">
                    <Avatar name={row.name} decorative />
                    <span className="min-w-0 max-sm:text-right">
                      <span className="block wrap-anywhere">
                        {row.name}
                        {row.isMe ? (
                          <span className="font-normal text-fg-muted"> ({common('you')})</span>
                        ) : null}
                      </span>
                      <span className="block text-xs font-normal text-fg-muted wrap-anywhere">
                        {row.email}
                      </span>
                    </span>
                  </span>
                ),
              },
              {
                id: 'roles',
                header: t('rolesHere'),
                cell: (row) => (
                  <span className="flex flex-wrap gap-1 max-sm:justify-end">
                    {row.roles.map((role) => (
                      <Badge key={role}>{roles(`project.${role}.name`)}</Badge>
                    ))}
                  </span>
                ),
              },
              {
                id: 'since',
                header: t('since'),
                cell: (row) => <TimeAgo at={row.since} className="text-fg-secondary" />,
              },
            ]}
            {...(mayManage
              ? {
                  rowActionsLabel: common('actions'),
                  rowActions: (row: ProjectMember) => (
                    <DropdownMenu
                      label={row.name}
                      groups={[
                        {
                          id: 'person',
                          items: [
                            {
                              id: 'roles',
                              label: t('changeRoles'),
                              icon: <ShieldCheck aria-hidden />,
                              onSelect: () => onEdit(row),
                            },
                            {
                              id: 'remove',
                              label: t('removePerson'),
                              icon: <UserMinus aria-hidden />,
                              destructive: true,
                              onSelect: () => setLeaving(row),
                            },
                          ],
                        },
                      ]}
                    />
                  ),
                }
              : {})}
          />
        )}
      </QueryState>
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => {
          if (!open) setLeaving(null);
        }}
        title={t('removePersonTitle', { name: leaving?.name ?? '' })}
        description={leaving?.isMe ? t('removeMeBody') : t('removePersonBody')}
        confirmLabel={t('removePerson')}
        destructive
        onConfirm={() => (leaving === null ? undefined : removeNow(leaving))}
      />
    </Card>
  );
}
