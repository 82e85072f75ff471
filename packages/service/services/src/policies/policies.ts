import { AssayError, notFound, type Policy, policy as policySchema } from '@assay/contracts';
import { type Actor, DEFAULT_POLICIES, type DefaultPolicyName } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { stale } from '../frame/stale.ts';
import { asJson } from '../sources/source-record.ts';
import { requirePolicy, standardPolicy } from './policy-record.ts';

/** The policies that everybody has and those of the project, and which of them is its standard. */
export function listPolicies(deps: Deps, actor: Actor, input: { projectId: string }) {
  return query(deps, actor, async (t) => {
    const own = await t.policies.list(input.projectId);
    const standard = await standardPolicy(t, input.projectId);
    const builtIn = (Object.keys(DEFAULT_POLICIES) as DefaultPolicyName[]).map((ref) => ({
      ref: ref as string,
      builtIn: true,
      number: 1,
      revision: null,
      document: DEFAULT_POLICIES[ref] as Policy,
      createdAt: null,
      isStandard: ref === standard,
    }));
    return {
      policies: [
        ...builtIn,
        ...own.flatMap((row) => {
          const newest = row.versions[0];
          if (newest === undefined) return [];
          return [
            {
              ref: row.id,
              builtIn: false,
              number: newest.number,
              revision: row.revision,
              document: policySchema.parse(newest.document),
              createdAt: row.createdAt,
              isStandard: row.id === standard,
            },
          ];
        }),
      ],
    };
  });
}

/** A policy of the project with all its versions. */
export function getPolicy(deps: Deps, actor: Actor, input: { policyId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requirePolicy(t, input.policyId);
    const versions = await t.policies.versions(row.id);
    const names = await t.members.names(versions.map((each) => each.createdBy));
    return {
      id: row.id,
      projectId: row.projectId,
      isStandard: row.standard,
      revision: row.revision,
      versions: versions.map((each) => ({
        number: each.number,
        document: policySchema.parse(each.document),
        createdAt: each.createdAt,
        createdBy: { userId: each.createdBy, name: names.get(each.createdBy) ?? null },
      })),
    };
  });
}

/** Makes a policy of the project's own, from a copy or from nothing. */
export function createPolicy(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; document: Policy },
): Promise<{ id: string }> {
  const createdBy = requirePerson(actor);
  const id = deps.ids.next();
  return command(deps, actor, async ({ t, record }) => {
    const { projectId, document } = input;
    await t.policies.create({ id, projectId, name: document.name, createdBy });
    await t.policies.addVersion({
      id: deps.ids.next(),
      policyId: id,
      document: asJson(document),
      createdBy,
    });
    await record({
      action: 'policy.created',
      object: { type: 'policy', id },
      projectId,
      details: { name: document.name, gates: document.gates.length },
    });
    return { id };
  });
}

/** Saves changed gates as the next version. Reports that were judged before keep the policy as it was. */
export function savePolicyVersion(
  deps: Deps,
  actor: Actor,
  input: { policyId: string; revision: number; document: Policy },
): Promise<{ number: number }> {
  const createdBy = requirePerson(actor);
  return command(deps, actor, async ({ t, record }) => {
    const row = await requirePolicy(t, input.policyId);
    const { document } = input;
    if (!(await t.policies.update(row.id, input.revision, { name: document.name }))) throw stale('policy');
    const { number } = await t.policies.addVersion({
      id: deps.ids.next(),
      policyId: row.id,
      document: asJson(document),
      createdBy,
    });
    await record({
      action: 'policy.version-saved',
      object: { type: 'policy', id: row.id },
      projectId: row.projectId,
      details: { name: document.name, number, gates: document.gates.length },
    });
    return { number };
  });
}

/** Chooses what the project's runs are judged by: one of its own, or, with null, the one of its stakes. */
export function setStandardPolicy(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; policyId: string | null },
): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    if (input.policyId !== null) {
      const row = await t.policies.get(input.policyId);
      if (row === null || row.projectId !== input.projectId) {
        throw new AssayError('not-found', 'There is no such policy in this project.', { field: 'policyId' });
      }
    }
    await t.policies.setStandard(input.projectId, input.policyId);
    await record({
      action: 'policy.standard-set',
      object: { type: 'project', id: input.projectId },
      projectId: input.projectId,
      details: { policy: input.policyId },
      alsoTouched: input.policyId === null ? [] : [{ type: 'policy', id: input.policyId }],
    });
  });
}

/** Puts a policy into the trash. Reports that were judged by it keep it with them. */
export function removePolicy(deps: Deps, actor: Actor, input: { policyId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await requirePolicy(t, input.policyId);
    const uses = await t.policies.openUses(row.id);
    if (uses > 0) {
      throw new AssayError(
        'conflict',
        `${uses === 1 ? 'A run or report at work is' : `${uses} runs or reports at work are`} yet to be judged by “${row.name}”.`,
        { kept: 'The policy is unchanged.', next: 'Wait until they are done, or cancel them.' },
      );
    }
    await t.policies.trash(row.id, actor.userId, deps.clock.now());
    await record({
      action: 'policy.removed',
      object: { type: 'policy', id: row.id },
      projectId: row.projectId,
      details: { name: row.name },
    });
  });
}

/** Takes a policy out of the trash; it is not the standard of its project again. */
export function restorePolicy(deps: Deps, actor: Actor, input: { policyId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.policies.getAny(input.policyId);
    if (row === null || !(await t.policies.restore(row.id))) throw notFound('policy in the trash');
    await record({
      action: 'policy.restored',
      object: { type: 'policy', id: row.id },
      projectId: row.projectId,
      details: { name: row.name },
    });
  });
}
