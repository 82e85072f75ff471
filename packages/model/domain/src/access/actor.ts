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
  /** Whoever holds a link to one release: nobody's role, and no permission at all. */
  | { kind: 'guest'; linkId: string; orgId: string; userId: null; orgRoles: readonly OrgRole[] }
  | { kind: 'system'; orgId: string; userId: null; orgRoles: readonly OrgRole[] };
