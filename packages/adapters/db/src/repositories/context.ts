import type { Prisma } from '../generated/client.ts';
import type { Statements } from '../scoped-transaction.ts';

/** Who asks, for row-level security. `userId` alone reaches one's own memberships and nothing else. */
export type Scope = { orgId: string | null; userId: string | null };

export type TransactionClient = Prisma.TransactionClient;

/**
 * What each repository works on: one transaction, one organisation. `statements` are prepared ones, for what happens
 * often; `t` is Prisma in the same transaction, for everything else.
 */
export type RepositoryContext = {
  t: TransactionClient;
  statements: Statements;
  orgId: string;
  userId: string | null;
};
