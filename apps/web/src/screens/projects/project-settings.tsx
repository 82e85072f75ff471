'use client';

import { WebhooksLinkCard } from '../webhooks/webhooks-link-card.tsx';
import { ProjectFrame } from './project-frame.tsx';
import { ProjectGeneralForm } from './project-general-form.tsx';
import { ProjectTrashCard } from './project-trash-card.tsx';

export function ProjectSettings({ projectId }: { projectId: string }) {
  return (
    <ProjectFrame projectId={projectId}>
      {(project) => (
        <div className="flex max-w-2xl flex-col gap-6">
          <ProjectGeneralForm key={project.revision} project={project} />
          {project.permissions.includes('webhook.read') ? <WebhooksLinkCard projectId={project.id} /> : null}
          {project.permissions.includes('project.delete') ? <ProjectTrashCard project={project} /> : null}
        </div>
      )}
    </ProjectFrame>
  );
}
