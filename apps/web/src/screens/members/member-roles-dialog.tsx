'use client';

import type { OrgRole } from '@assay/contracts';
import { Button, Dialog, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import type { Member } from './member-types.ts';
import { OrgRolePicker } from './role-picker.tsx';

type Props = { member: Member; onClose: () => void };

export function MemberRolesDialog({ member, onClose }: Props) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const { organisation } = useOrg();
  const [roles, setRoles] = useState<readonly OrgRole[]>(member.roles);
  const reload = () => queryClient.invalidateQueries(trpc.member.pathFilter());
  const undo = useMutation(
    trpc.member.setRoles.mutationOptions({
      onSuccess: reload,
      onError: (error) => toast({ title: refusalOf(error).message, tone: 'bad' }),
    }),
  );
  const save = useMutation(
    trpc.member.setRoles.mutationOptions({
      onSuccess: ({ revision }) => {
        void reload();
        toast({
          title: t('rolesChanged', { name: member.name }),
          onUndo: () => undo.mutate({ memberId: member.id, roles: [...member.roles], revision }),
        });
        onClose();
      },
    }),
  );
  const same = roles.length === member.roles.length && roles.every((role) => member.roles.includes(role));
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('rolesOf', { name: member.name })}
      description={t('rolesBody')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={same || roles.length === 0}
            onClick={() => save.mutate({ memberId: member.id, roles: [...roles], revision: member.revision })}
          >
            {common('save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RefusalCallout
          error={save.error}
          onReload={() => {
            void reload();
            onClose();
          }}
        />
        <OrgRolePicker
          legend={t('roles')}
          value={roles}
          onChange={setRoles}
          locked={organisation.roles.includes('owner') ? [] : ['owner']}
        />
      </div>
    </Dialog>
  );
}
