'use client';

import { Button } from '@assay/ui';
import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProjectFrame } from './project-frame.tsx';
import { ProjectMemberDialog } from './project-member-dialog.tsx';
import { ProjectMembersCard } from './project-members-card.tsx';
import type { ProjectMember } from './project-types.ts';

/** Who works in a project and in which roles. */
export function ProjectMembers({ projectId }: { projectId: string }) {
  const t = useTranslations('projects');
  const [editing, setEditing] = useState<ProjectMember | 'new' | null>(null);
  return (
    <ProjectFrame
      projectId={projectId}
      actions={(project) =>
        project.permissions.includes('project.members') ? (
          <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => setEditing('new')}>
            {t('addPerson')}
          </Button>
        ) : undefined
      }
    >
      {(project) => (
        <>
          <ProjectMembersCard project={project} onEdit={setEditing} />
          {editing === null ? null : (
            <ProjectMemberDialog
              key={editing === 'new' ? 'new' : editing.userId}
              projectId={project.id}
              member={editing === 'new' ? null : editing}
              onClose={() => setEditing(null)}
            />
          )}
        </>
      )}
    </ProjectFrame>
  );
}
