import type { OrgRole, ProjectRole } from '@assay/contracts';
import type { Browser, Page } from '@playwright/test';
import { newPerson, type Person } from '../person.ts';

/** Somebody with a browser of their own, and the page that they have open. */
export type Player = Person & { page: Page };

const ROLES = {
  deputy: { name: 'Dee Deputises', org: 'member', project: 'manager' },
  engineer: { name: 'Eng Builds', org: 'member', project: 'engineer' },
  expert: { name: 'Eve Decides', org: 'member', project: 'expert' },
  ann: { name: 'Ann Annotates', org: 'member', project: 'annotator' },
  ben: { name: 'Ben Annotates', org: 'member', project: 'annotator' },
  auditor: { name: 'Aud Audits', org: 'auditor', project: null },
} as const satisfies Record<string, { name: string; org: OrgRole; project: ProjectRole | null }>;

export type Cast = Record<keyof typeof ROLES | 'manager', Player> & {
  org: string;
  projectId: string;
  /** An address in the organisation, and one in the project. */
  path: (within: string) => string;
  project: (within?: string) => string;
  /** What broke on anybody's page. */
  faults: readonly string[];
  leave: () => Promise<void>;
};

/** Everybody who has a part in the thread, in sessions of their own, in one project. */
export async function assemble(
  browser: Browser,
  baseURL: string | undefined,
  project: string,
): Promise<Cast> {
  const faults: string[] = [];
  const player = async (name: string): Promise<Player> => {
    const person = await newPerson(browser, baseURL, name);
    const page = await person.context.newPage();
    page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
    return { ...person, page };
  };
  const manager = await player('Max Manages');
  const { slug: org } = await manager.api().organisation.create.mutate({ name: 'The whole thread' });
  const { id: projectId } = await manager.api(org).project.create.mutate({ name: project });
  const join = async (key: keyof typeof ROLES): Promise<Player> => {
    const role = ROLES[key];
    const newcomer = await player(role.name);
    const { link } = await manager.api(org).member.invite.mutate({
      email: newcomer.email,
      roles: [role.org],
      ...(role.project === null ? {} : { project: { id: projectId, roles: [role.project] } }),
    });
    await newcomer.api().member.acceptInvitation.mutate({ token: link.slice(link.lastIndexOf('/') + 1) });
    return newcomer;
  };
  const others = {
    deputy: await join('deputy'),
    engineer: await join('engineer'),
    expert: await join('expert'),
    ann: await join('ann'),
    ben: await join('ben'),
    auditor: await join('auditor'),
  };
  const path = (within: string) => `/o/${org}${within}`;
  return {
    manager,
    ...others,
    org,
    projectId,
    path,
    project: (within = '') => path(`/projects/${projectId}${within}`),
    faults,
    leave: async () => {
      for (const { context } of [manager, ...Object.values(others)]) await context.close();
    },
  };
}
