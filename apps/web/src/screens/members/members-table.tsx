'use client';

import { DataTable, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LeaveDialog } from './leave-dialog.tsx';
import { MemberActions } from './member-actions.tsx';
import { MemberPerson, MemberProjects, MemberRoles, TwoFactorState } from './member-cells.tsx';
import { MemberRolesDialog } from './member-roles-dialog.tsx';
import type { Member } from './member-types.ts';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';

export type MemberAct = 'roles' | 'remove' | 'leave';

export function MembersTable({ members }: { members: readonly Member[] }) {
  const t = useTranslations('members');
  const common = useTranslations('common');
  const [act, setAct] = useState<{ kind: MemberAct; member: Member } | null>(null);
  const close = () => setAct(null);
  return (
    <>
      <DataTable
        caption={t('caption')}
        narrow="cards"
        rows={members}
        rowKey={(member) => member.id}
        rowActionsLabel={common('actions')}
        rowActions={(member) => <MemberActions member={member} onAct={(kind) => setAct({ kind, member })} />}
        columns={[
          {
            id: 'person',
            header: t('person'),
            rowHeader: true,
            className: 'sm:min-w-64',
            cell: (member) => <MemberPerson member={member} />,
          },
          { id: 'roles', header: t('roles'), cell: (member) => <MemberRoles roles={member.roles} /> },
          { id: 'projects', header: t('projects'), cell: (member) => <MemberProjects member={member} /> },
          {
            id: 'twoFactor',
            header: t('twoFactor'),
            cell: (member) => <TwoFactorState on={member.twoFactorEnabled} />,
          },
          {
            id: 'joined',
            header: t('joined'),
            className: 'whitespace-nowrap',
            cell: (member) => <TimeAgo at={member.joinedAt} className="text-fg-secondary" />,
          },
        ]}
      />
      {act?.kind === 'roles' ? <MemberRolesDialog member={act.member} onClose={close} /> : null}
      {act?.kind === 'remove' ? <RemoveMemberDialog member={act.member} onClose={close} /> : null}
      {act?.kind === 'leave' ? <LeaveDialog onClose={close} /> : null}
    </>
  );
}
