'use client';

import type { OrgRole, ProjectRole } from '@assay/contracts';
import { Button, Dialog, Field, Input, Select } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { InvitationLink } from './invitation-link.tsx';
import { OrgRolePicker, ProjectRolePicker } from './role-picker.tsx';

const FORM = 'invite-form';

/** Invites an address; the link is shown once, here. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { organisation } = useOrg();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly OrgRole[]>(['member']);
  const [projectId, setProjectId] = useState('');
  const [projectRoles, setProjectRoles] = useState<readonly ProjectRole[]>(['viewer']);
  const projects = useQuery(trpc.project.list.queryOptions({ limit: 200 }));
  const invite = useMutation(
    trpc.member.invite.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries(trpc.member.invitations.pathFilter());
        void queryClient.invalidateQueries(trpc.home.pathFilter());
      },
    }),
  );
  const incomplete = roles.length === 0 || (projectId !== '' && projectRoles.length === 0);
  const send = () => {
    if (invite.isPending || incomplete) return;
    invite.mutate({
      email,
      roles: [...roles],
      project: projectId === '' ? null : { id: projectId, roles: [...projectRoles] },
    });
  };
  const done = invite.data !== undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={done ? t('invitedTitle', { email: email.trim() }) : t('invite')}
      description={done ? undefined : t('inviteBody')}
      footer={
        done ? (
          <>
            <Button
              onClick={() => {
                invite.reset();
                setEmail('');
              }}
            >
              {t('inviteAnother')}
            </Button>
            <Button variant="primary" onClick={onClose}>
              {common('done')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{common('cancel')}</Button>
            <Button
              type="submit"
              form={FORM}
              variant="primary"
              loading={invite.isPending}
              disabled={incomplete}
            >
              {t('sendInvite')}
            </Button>
          </>
        )
      }
    >
      {invite.data === undefined ? (
        <form
          id={FORM}
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <RefusalCallout error={invite.error} />
          <Field label={t('email')} required>
            <Input
              type="email"
              name="email"
              autoComplete="off"
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          </Field>
          <OrgRolePicker
            legend={t('rolesInOrganisation')}
            value={roles}
            onChange={setRoles}
            locked={organisation.roles.includes('owner') ? [] : ['owner']}
          />
          <Field label={t('project')} hint={t('projectHint')} optional>
            <Select
              name="project"
              placeholder={t('noProject')}
              value={projectId}
              onChange={(event) => setProjectId(event.target.value)}
              options={(projects.data?.projects ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          {projectId === '' ? null : (
            <ProjectRolePicker legend={t('rolesInProject')} value={projectRoles} onChange={setProjectRoles} />
          )}
        </form>
      ) : (
        <InvitationLink invitation={invite.data} />
      )}
    </Dialog>
  );
}
