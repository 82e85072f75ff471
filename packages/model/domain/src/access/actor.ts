import type { OrgRole, Permission } from '@assay/contracts';

/** Who asks, in one organisation. A key acts for the person who made it and never with more than its scopes. */
export type Actor =
  | { kind: 'user'; userId: string; orgId: string; orgRoles: readonly OrgRole[] }
  | {
      kind: 'api-key';
      keyId: string;
      userId: string;
      orgId: string;
      orgRoles: readonly OrgRole[];
      scopes: readonly Permission[];
    }
  | { kind: 'system'; orgId: string; userId: null; orgRoles: readonly OrgRole[] };
