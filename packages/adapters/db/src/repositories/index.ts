import { createAgreementRepository } from './agreements.ts';
import { createApiKeyRepository } from './api-keys.ts';
import { createBatchRepository } from './batches.ts';
import { createBlobRepository } from './blobs.ts';
import { createCommentRepository } from './comments.ts';
import type { RepositoryContext, Scope } from './context.ts';
import { createControlRepository } from './controls.ts';
import { createCostRepository } from './costs.ts';
import { createDecisionRepository } from './decisions.ts';
import { createDrawingRepository } from './drawings.ts';
import { createEventRepository } from './events.ts';
import { createExportRepository } from './exports.ts';
import { createGoalRepository } from './goals.ts';
import { createGuestLinkRepository } from './guest-links.ts';
import { createGuidelineQuestionRepository } from './guideline-questions.ts';
import { createGuidelineRepository } from './guidelines.ts';
import { createHomeRepository } from './home.ts';
import { createIdempotencyRepository } from './idempotency.ts';
import { createImageImportRepository } from './image-imports.ts';
import { createImageManifestRepository } from './image-manifests.ts';
import { createImageSetRepository } from './image-sets.ts';
import { createImageRepository } from './images.ts';
import { createInvitationRepository } from './invitations.ts';
import { createJobRepository } from './jobs.ts';
import { createLabelImportRepository } from './label-imports.ts';
import { createLabelMigrationRepository } from './label-migrations.ts';
import { createLabelSchemaRepository } from './label-schemas.ts';
import { createLabellingRepository } from './labelling.ts';
import { createLedgerRepository } from './ledger.ts';
import { createMeasurementRepository } from './measurements.ts';
import { createMemberRepository } from './members.ts';
import { createModelRepository } from './models.ts';
import { createNotificationChoiceRepository } from './notification-choices.ts';
import { createNotificationRepository } from './notifications.ts';
import { createOrganisationRepository } from './organisations.ts';
import { createPatternRepository } from './patterns.ts';
import { createPolicyRepository } from './policies.ts';
import { createProjectRepository } from './projects.ts';
import { createRecipeRepository } from './recipes.ts';
import { createReleaseRepository } from './releases.ts';
import { createReportRepository } from './reports.ts';
import { createRequeueRepository } from './requeue.ts';
import { createReviewReturnRepository } from './review-returns.ts';
import { createReviewRoutingRepository } from './review-routings.ts';
import { createReviewRepository } from './reviews.ts';
import { createRunRepository } from './runs.ts';
import { createSavepointRepository } from './savepoint.ts';
import { createScenarioListRepository } from './scenario-lists.ts';
import { createSearchRepository } from './search.ts';
import { createSettingRepository } from './settings.ts';
import { createSliceRepository } from './slices.ts';
import { createSourceRepository } from './sources.ts';
import { createTaskRepository } from './tasks.ts';
import { createTrashRepository } from './trash.ts';
import { createUploadRepository } from './uploads.ts';
import { createVersionContentRepository } from './version-content.ts';
import { createVersionExportRepository } from './version-exports.ts';
import { createVersionRepository } from './versions.ts';
import { createViewRepository } from './views.ts';
import { createWebhookRepository } from './webhooks.ts';
import { createWorkerRepository } from './workers.ts';

const makers = {
  runs: createRunRepository,
  reports: createReportRepository,
  recipes: createRecipeRepository,
  policies: createPolicyRepository,
  models: createModelRepository,
  goals: createGoalRepository,
  guestLinks: createGuestLinkRepository,
  agreements: createAgreementRepository,
  apiKeys: createApiKeyRepository,
  batches: createBatchRepository,
  blobs: createBlobRepository,
  comments: createCommentRepository,
  controls: createControlRepository,
  costs: createCostRepository,
  requeue: createRequeueRepository,
  decisions: createDecisionRepository,
  events: createEventRepository,
  exports: createExportRepository,
  guidelineQuestions: createGuidelineQuestionRepository,
  guidelines: createGuidelineRepository,
  home: createHomeRepository,
  idempotency: createIdempotencyRepository,
  invitations: createInvitationRepository,
  jobs: createJobRepository,
  imageImports: createImageImportRepository,
  drawings: createDrawingRepository,
  images: createImageRepository,
  imageManifests: createImageManifestRepository,
  imageSets: createImageSetRepository,
  labelImports: createLabelImportRepository,
  labelMigrations: createLabelMigrationRepository,
  labelSchemas: createLabelSchemaRepository,
  labelling: createLabellingRepository,
  ledger: createLedgerRepository,
  measurements: createMeasurementRepository,
  members: createMemberRepository,
  notificationChoices: createNotificationChoiceRepository,
  notifications: createNotificationRepository,
  organisations: createOrganisationRepository,
  patterns: createPatternRepository,
  projects: createProjectRepository,
  releases: createReleaseRepository,
  reviewReturns: createReviewReturnRepository,
  reviewRoutings: createReviewRoutingRepository,
  reviews: createReviewRepository,
  savepoint: createSavepointRepository,
  scenarioLists: createScenarioListRepository,
  search: createSearchRepository,
  settings: createSettingRepository,
  slices: createSliceRepository,
  sources: createSourceRepository,
  tasks: createTaskRepository,
  trash: createTrashRepository,
  uploads: createUploadRepository,
  versionContent: createVersionContentRepository,
  versionExports: createVersionExportRepository,
  versions: createVersionRepository,
  views: createViewRepository,
  webhooks: createWebhookRepository,
  workers: createWorkerRepository,
};

export type Repositories = { readonly [Name in keyof typeof makers]: ReturnType<(typeof makers)[Name]> };

/** Each repository is made when it is first asked for: a command uses two or three of them. */
const lazy = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries(makers).map(([name, make]) => [
      name,
      {
        get(this: { context: RepositoryContext }) {
          const made = make(this.context);
          Object.defineProperty(this, name, { value: made });
          return made;
        },
      },
    ]),
  ),
);

/**
 * All repositories on one transaction. Each statement names the organisation of the scope; row-level security
 * stands behind it with the same organisation.
 */
export function createRepositories(
  on: Pick<RepositoryContext, 't' | 'statements'>,
  scope: Scope,
): Repositories {
  const context: RepositoryContext = {
    ...on,
    // Without an organisation no row has this id, so that tenant repositories find nothing rather than everything.
    orgId: scope.orgId ?? '00000000-0000-0000-0000-000000000000',
    userId: scope.userId,
  };
  return Object.create(lazy, { context: { value: context } });
}
