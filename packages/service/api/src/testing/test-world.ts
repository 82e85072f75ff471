import { type OrgRole, orgRole, type ProjectRole, projectRole } from '@assay/contracts';
import { createTestDeps, type TestDeps, type UserActor } from '@assay/services/testing';
import { makeThings, type ThingName, type Things } from './test-things.ts';

/** Two organisations with one of everything, and in the first a person of each role. */
export type TestWorld = {
  test: TestDeps;
  a: Side;
  b: Side;
  /** People of A with one role in the organisation and none in any project. */
  inOrg: Record<OrgRole, UserActor>;
  /** People of A who are plain members with one role in its project. */
  inProject: Record<ProjectRole, UserActor>;
  /** Ids that nothing has. */
  nothing: () => Things;
};
export type Side = { slug: string; owner: UserActor; things: Things };

export async function makeWorld(): Promise<TestWorld> {
  const test = await createTestDeps();
  const side = async (name: string): Promise<Side> => {
    const { slug, owner } = await test.organisation(name);
    return { slug, owner, things: await makeThings(test, owner) };
  };
  const a = await side('Organisation A');
  const b = await side('Organisation B');
  return {
    test,
    a,
    b,
    inOrg: await forEach(orgRole.options, (role) => test.member(a.owner.orgId, [role])),
    inProject: await forEach(projectRole.options, async (role) => {
      const person = await test.member(a.owner.orgId, ['member']);
      await test.inProject(a.things.projectId, person, [role]);
      return person;
    }),
    nothing: () => {
      const ids = { ...a.things };
      for (const name of Object.keys(ids) as ThingName[]) ids[name] = test.deps.ids.next();
      return ids;
    },
  };
}

async function forEach<Role extends string>(
  roles: readonly Role[],
  make: (role: Role) => Promise<UserActor>,
): Promise<Record<Role, UserActor>> {
  const made = {} as Record<Role, UserActor>;
  for (const role of roles) made[role] = await make(role);
  return made;
}
