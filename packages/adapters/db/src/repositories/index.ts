import { createApiKeyRepository } from './api-keys.ts';
import { createBlobRepository } from './blobs.ts';
import type { RepositoryContext, Scope, TransactionClient } from './context.ts';
import { createEventRepository } from './events.ts';
import { createExportRepository } from './exports.ts';
import { createGoalRepository } from './goals.ts';
import { createHomeRepository } from './home.ts';
import { createIdempotencyRepository } from './idempotency.ts';
import { createInvitationRepository } from './invitations.ts';
import { createJobRepository } from './jobs.ts';
import { createLedgerRepository } from './ledger.ts';
import { createMeasurementRepository } from './measurements.ts';
import { createMemberRepository } from './members.ts';
import { createModelRepository } from './models.ts';
import { createNotificationRepository } from './notifications.ts';
import { createOrganisationRepository } from './organisations.ts';
import { createPolicyRepository } from './policies.ts';
import { createProjectRepository } from './projects.ts';
import { createRecipeRepository } from './recipes.ts';
import { createReportRepository } from './reports.ts';
import { createRunRepository } from './runs.ts';
import { createSearchRepository } from './search.ts';
import { createSourceRepository } from './sources.ts';
import { createTrashRepository } from './trash.ts';
import { createUploadRepository } from './uploads.ts';
import { createViewRepository } from './views.ts';
import { createWorkerRepository } from './workers.ts';

/**
 * All repositories on one transaction. Each statement names the organisation of the scope; row-level security
 * stands behind it with the same organisation.
 */
export function createRepositories(t: TransactionClient, scope: Scope) {
  // Without an organisation no row has this id, so that tenant repositories find nothing rather than everything.
  const context: RepositoryContext = {
    t,
    orgId: scope.orgId ?? '00000000-0000-0000-0000-000000000000',
    userId: scope.userId,
  };
  return {
    apiKeys: createApiKeyRepository(context),
    blobs: createBlobRepository(context),
    events: createEventRepository(context),
    exports: createExportRepository(context),
    home: createHomeRepository(context),
    idempotency: createIdempotencyRepository(context),
    invitations: createInvitationRepository(context),
    jobs: createJobRepository(context),
    ledger: createLedgerRepository(context),
    measurements: createMeasurementRepository(context),
    members: createMemberRepository(context),
    notifications: createNotificationRepository(context),
    organisations: createOrganisationRepository(context),
    projects: createProjectRepository(context),
    search: createSearchRepository(context),
    sources: createSourceRepository(context),
    trash: createTrashRepository(context),
    uploads: createUploadRepository(context),
    goals: createGoalRepository(context),
    models: createModelRepository(context),
    policies: createPolicyRepository(context),
    recipes: createRecipeRepository(context),
    reports: createReportRepository(context),
    runs: createRunRepository(context),
    views: createViewRepository(context),
    workers: createWorkerRepository(context),
  };
}

export type Repositories = ReturnType<typeof createRepositories>;
