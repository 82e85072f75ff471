import { AssayError, notFound, type Policy, type PolicyRef, policy as policySchema } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { DEFAULT_POLICIES, type DefaultPolicyName } from '@assay/domain';

export type PolicyRow = NonNullable<Awaited<ReturnType<Repositories['policies']['get']>>>;

export async function requirePolicy(t: Repositories, policyId: string): Promise<PolicyRow> {
  const row = await t.policies.get(policyId);
  if (row === null) throw notFound('policy');
  return row;
}

export function isDefaultPolicy(ref: PolicyRef): ref is DefaultPolicyName {
  return Object.hasOwn(DEFAULT_POLICIES, ref);
}

/** The document behind a reference, in its newest version, and which version that is. */
export async function resolvePolicy(
  t: Repositories,
  projectId: string,
  ref: PolicyRef,
): Promise<{ document: Policy; number: number }> {
  if (isDefaultPolicy(ref)) return { document: DEFAULT_POLICIES[ref], number: 1 };
  const row = await t.policies.get(ref);
  const newest = row?.versions[0];
  if (row === null || newest === undefined || row.projectId !== projectId) {
    throw new AssayError('not-found', 'There is no such policy in this project.', { field: 'policyRef' });
  }
  return { document: policySchema.parse(newest.document), number: newest.number };
}

/** What a project's runs are judged by unless another policy is chosen: its own standard, else by its stakes. */
export async function standardPolicy(t: Repositories, projectId: string): Promise<PolicyRef> {
  const own = await t.policies.standard(projectId);
  if (own !== null) return own.id;
  const project = await t.projects.get(projectId);
  return project?.stakes === 'high' ? 'strict' : 'balanced';
}
