'use client';

import type { ProjectRole } from '@assay/contracts';
import { Button, Combobox, Dialog, Field, TextLink, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProjectRolePicker } from '~/screens/members/role-picker.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { ProjectMember } from './project-types.ts';

type Props = {
  projectId: string;
  /** Null: somebody of the organisation is added. */
  member: ProjectMember | null;
  onClose: () => void;
};

/** Adds a member of the organisation to the project, or changes their roles in it. */
export function ProjectMemberDialog({ projectId, member, onClose }: Props) {
  const t = useTranslations('projects');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const { path } = useOrg();
  const [search, setSearch] = useState('');
  const [userId, setUserId] = useState(member?.userId);
  const [roles, setRoles] = useState<readonly ProjectRole[]>(member?.roles ?? []);
  const people = useQuery(trpc.member.list.queryOptions({ search, limit: 50 }, { enabled: member === null }));
  const save = useMutation(
    trpc.project.setMember.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries(trpc.project.pathFilter());
        toast({ title: member === null ? t('personAdded') : t('rolesChanged') });
        onClose();
      },
    }),
  );
  const send = () => {
    if (userId !== undefined && !save.isPending) save.mutate({ projectId, userId, roles: [...roles] });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={member === null ? t('addPerson') : t('rolesOf', { name: member.name })}
      description={t('rolesBody')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={userId === undefined || roles.length === 0}
            onClick={send}
          >
            {member === null ? t('addPerson') : common('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <RefusalCallout error={save.error} />
        {member === null ? (
          <Field label={t('person')} hint={t('personHint')}>
            <Combobox
              value={userId}
              onChange={setUserId}
              onSearch={setSearch}
              loading={people.isFetching}
              options={(people.data?.members ?? []).map((each) => ({
                value: each.userId,
                label: each.name,
                hint: each.email,
              }))}
            />
          </Field>
        ) : null}
        <ProjectRolePicker legend={t('rolesHere')} value={roles} onChange={setRoles} />
        {member === null ? (
          <p className="text-sm text-fg-secondary">
            {t('notThere')} <TextLink href={path('/members?invite=1')}>{t('inviteThem')}</TextLink>
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
