import type { Prisma } from '../generated/client.ts';

/** Who asks, for row-level security. `userId` alone reaches one's own memberships and nothing else. */
export type Scope = { orgId: string | null; userId: string | null };

export type TransactionClient = Prisma.TransactionClient;

/** What each repository works on: one transaction, one organisation. */
export type RepositoryContext = { t: TransactionClient; orgId: string; userId: string | null };
