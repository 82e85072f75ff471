import type { NotificationKind } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Notice } from '../notifications/notify.ts';
import type { ReleaseRow } from './release-record.ts';

/** Who manages a project: they decide about its releases. */
export async function managersOf(t: Repositories, projectId: string): Promise<string[]> {
  const members = await t.projects.members(projectId);
  return members.filter((member) => member.roles.includes('manager')).map((member) => member.userId);
}

/** A notice about a release: `by` is who did it, null where nobody did. */
export function releaseNotice(
  row: Pick<ReleaseRow, 'id' | 'projectId' | 'number'>,
  kind: NotificationKind,
  userIds: readonly string[],
  by: string | null,
): Notice {
  return {
    userIds,
    except: by,
    kind,
    subject: {
      projectId: row.projectId,
      releaseId: row.id,
      number: row.number,
      ...(by === null ? {} : { userId: by }),
    },
    link: `/releases/${row.id}`,
  };
}
