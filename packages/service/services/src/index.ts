export { getAgreement, orderAgreement, runAgreement } from './agreement/read-agreement.ts';
export { authenticateApiKey } from './api-keys/authenticate-api-key.ts';
export { createApiKey, MAX_KEY_DAYS } from './api-keys/create-api-key.ts';
export type { ApiKeyState } from './api-keys/list-api-keys.ts';
export { listApiKeys } from './api-keys/list-api-keys.ts';
export { revokeApiKey } from './api-keys/revoke-api-key.ts';
export { blindResult } from './blind/blind-result.ts';
export { type CreateBlindTest, createBlindTest } from './blind/create-blind-test.ts';
export { blindTestOf } from './blind/plan-blind-test.ts';
export type { ReadBlob } from './blobs/read-blob.ts';
export { readBlob } from './blobs/read-blob.ts';
export type { StoredBlob } from './blobs/store-blob.ts';
export { keepBlobs, referToBlobs, storeBlob } from './blobs/store-blob.ts';
export type { Swept } from './blobs/sweep-blobs.ts';
export { sweepBlobs } from './blobs/sweep-blobs.ts';
export { requireOnCommentSubject, requireOnTalk } from './comments/comment-subject.ts';
export { listMentionable, listReplies, listThreads, threadOfComment } from './comments/read-comments.ts';
export {
  editComment,
  removeComment,
  replyInThread,
  settleThread,
  startThread,
} from './comments/write-comment.ts';
export { buildExport } from './exports/build-export.ts';
export { downloadExport } from './exports/download-export.ts';
export { identifyFile } from './exports/identify-file.ts';
export {
  getExport,
  listExports,
  listReleaseExports,
  startExport,
  startReleaseExport,
} from './exports/start-export.ts';
export type { ItemKind } from './frame/access.ts';
export { requireInOrg, requireOnItem } from './frame/access.ts';
export type { CommandContext, Happened, JobOrder, JsonValue } from './frame/command.ts';
export { command, query } from './frame/command.ts';
export type { AppDeps } from './frame/create-deps.ts';
export { createDeps, TABLES_MEMORY_MB } from './frame/create-deps.ts';
export type { Deps, Mail } from './frame/deps.ts';
export { nodeSha256 } from './frame/node-sha256.ts';
export type { Environment } from './frame/read-env.ts';
export { readEnv } from './frame/read-env.ts';
export { generateRun } from './generation/generate-run.ts';
export { generateShard } from './generation/generate-shard.ts';
export { listMeanings } from './generation/plan-columns.ts';
export {
  createGoal,
  listGoalFigures,
  listGoals,
  removeGoal,
  restoreGoal,
  updateGoal,
} from './goals/goals.ts';
export { acknowledgeGuideline, listAcknowledgements } from './guidelines/acknowledge-guideline.ts';
export { addSampleExample } from './guidelines/add-example.ts';
export {
  answerGuidelineQuestion,
  askAboutGuideline,
  listGuidelineQuestions,
} from './guidelines/questions.ts';
export {
  compareGuidelineVersions,
  getGuideline,
  getGuidelineVersion,
  listGuidelines,
} from './guidelines/read-guidelines.ts';
export {
  copyGuideline,
  createGuideline,
  saveGuidelineVersion,
  updateGuideline,
} from './guidelines/save-guideline.ts';
export { restoreGuideline, trashGuideline } from './guidelines/trash-guideline.ts';
export type { Health, PartHealth } from './health/health.ts';
export { health } from './health/health.ts';
export { homeSummary } from './home/home-summary.ts';
export { answerOnce } from './idempotency/answer-once.ts';
export type { Auth } from './identity/create-auth.ts';
export { createAuth } from './identity/create-auth.ts';
export { compareImages } from './images/compare-images.ts';
export {
  type CreateImageImport,
  createImageImport,
  withdrawImageImport,
} from './images/create-image-import.ts';
export {
  downloadOriginal,
  type ImageRendition,
  readRendition,
  readTaskPicture,
  readTile,
} from './images/image-bytes.ts';
export {
  getImageComparison,
  listImageComparisons,
  orderImageComparison,
} from './images/image-comparisons.ts';
export { readImageImport } from './images/read-image-import.ts';
export {
  downloadRefusedImages,
  getImageImport,
  listImageImports,
  listImageItems,
  listManifestLines,
} from './images/read-image-imports.ts';
export { getImage, imageOrigins, listImages } from './images/read-images.ts';
export { cancelJob } from './jobs/cancel-job.ts';
export { dispatchOutbox } from './jobs/dispatch-outbox.ts';
export { getJob } from './jobs/get-job.ts';
export { jobCounts } from './jobs/job-counts.ts';
export type { JobFailure } from './jobs/job-failure.ts';
export { jobFailure } from './jobs/job-failure.ts';
export type { JobHandler, JobProgress, JobRun } from './jobs/job-run.ts';
export type { JobView } from './jobs/job-view.ts';
export type { ListJobsInput } from './jobs/list-jobs.ts';
export { listJobs } from './jobs/list-jobs.ts';
export { retryJob } from './jobs/retry-job.ts';
export { reviveJobs } from './jobs/revive-jobs.ts';
export type { JobDelivery, JobOutcome } from './jobs/run-job.ts';
export { runJob } from './jobs/run-job.ts';
export type { JobNews } from './jobs/watch-jobs.ts';
export { watchJobs } from './jobs/watch-jobs.ts';
export { checkLabelImport } from './label-imports/check-import.ts';
export { commitLabelImport, takeLabelImport } from './label-imports/commit-import.ts';
export {
  type CreateLabelImport,
  cancelLabelImport,
  createLabelImport,
  remapLabelImport,
} from './label-imports/create-import.ts';
export { downloadRefused, getLabelImport, listLabelImports } from './label-imports/read-imports.ts';
export { withdrawLabelImport } from './label-imports/withdraw-import.ts';
export { migrateLabelSchema, undoLabelSchemaMigration } from './label-schemas/migrate-label-schema.ts';
export {
  compareLabelSchemaVersions,
  getLabelSchema,
  getLabelSchemaVersion,
  listLabelSchemas,
} from './label-schemas/read-label-schemas.ts';
export { listLabelSchemaMigrations, planLabelSchemaMigration } from './label-schemas/read-migrations.ts';
export {
  copyLabelSchema,
  createLabelSchema,
  saveLabelSchemaVersion,
  updateLabelSchema,
} from './label-schemas/save-label-schema.ts';
export { restoreLabelSchema, trashLabelSchema } from './label-schemas/trash-label-schema.ts';
export { controlAnswers, controlNumbers } from './labelling/control-numbers.ts';
export { labelCosts } from './labelling/label-costs.ts';
export { labelledItems, myLabelledItems } from './labelling/labelled-items.ts';
export { labellingNumbers, labellingPulse, myLabellingNumbers } from './labelling/labelling-numbers.ts';
export { labellingOutlook } from './labelling/labelling-outlook.ts';
export { getLabellingRates, saveLabellingRates } from './labelling/labelling-rates.ts';
export { sliceNumbers } from './labelling/slice-numbers.ts';
export { createSignerFactory } from './ledger/create-signer-factory.ts';
export { eraseEventPayload } from './ledger/erase-event-payload.ts';
export type { EventView } from './ledger/event-view.ts';
export type { ExportRange } from './ledger/export-ledger.ts';
export { exportLedger } from './ledger/export-ledger.ts';
export { exportLedgerHere } from './ledger/export-ledger-here.ts';
export type { LogFilter } from './ledger/export-log-csv.ts';
export { exportLogCsv } from './ledger/export-log-csv.ts';
export type { EventDetail, InclusionEvidence } from './ledger/get-event.ts';
export { getEvent } from './ledger/get-event.ts';
export type { LedgerIdentity } from './ledger/ledger-verifier-key.ts';
export { ledgerVerifierKey } from './ledger/ledger-verifier-key.ts';
export type { ListEventsInput } from './ledger/list-events.ts';
export { listEventActions, listEvents, objectHistory } from './ledger/list-events.ts';
export { recordAccess } from './ledger/record-access.ts';
export { sequenceLedgers } from './ledger/sequence-ledgers.ts';
export type { CheckpointReason } from './ledger/write-checkpoints.ts';
export { checkpointNow, writeCheckpoints } from './ledger/write-checkpoints.ts';
export { getMeasurement } from './measurements/get-measurement.ts';
export { latestMeasurements } from './measurements/latest-measurements.ts';
export { acceptInvitation } from './members/accept-invitation.ts';
export { actorFor } from './members/actor-for.ts';
export type { InvitationState } from './members/invitation-token.ts';
export type { InviteInput } from './members/invite-member.ts';
export { inviteMember } from './members/invite-member.ts';
export { leaveAllOrganisations } from './members/leave-all-organisations.ts';
export { leaveOrganisation } from './members/leave-organisation.ts';
export { listInvitations } from './members/list-invitations.ts';
export { listMembers } from './members/list-members.ts';
export { previewInvitation } from './members/preview-invitation.ts';
export { removeMember } from './members/remove-member.ts';
export { revokeInvitation } from './members/revoke-invitation.ts';
export { setMemberRoles } from './members/set-member-roles.ts';
export {
  chooseNotifications,
  listNotificationChoices,
  resetNotificationChoices,
} from './notifications/choose-notifications.ts';
export { countUnreadNotifications } from './notifications/count-unread-notifications.ts';
export { listNotifications } from './notifications/list-notifications.ts';
export { markNotificationsRead } from './notifications/mark-notifications-read.ts';
export type { Notice } from './notifications/notify.ts';
export { notify } from './notifications/notify.ts';
export type { NotificationNews } from './notifications/watch-notifications.ts';
export type { ExportResult } from './organisations/build-organisation-export.ts';
export { buildOrganisationExport } from './organisations/build-organisation-export.ts';
export { createOrganisation } from './organisations/create-organisation.ts';
export { deleteOrganisation } from './organisations/delete-organisation.ts';
export { getOrganisation } from './organisations/get-organisation.ts';
export { listMyOrganisations } from './organisations/list-my-organisations.ts';
export { listOrganisationExports } from './organisations/list-organisation-exports.ts';
export { orderOrganisationExport } from './organisations/order-organisation-export.ts';
export { organisationExportLink } from './organisations/organisation-export-link.ts';
export { purgeOrganisations } from './organisations/purge-organisations.ts';
export { renameOrganisation } from './organisations/rename-organisation.ts';
export {
  createPolicy,
  getPolicy,
  listPolicies,
  removePolicy,
  restorePolicy,
  savePolicyVersion,
  setStandardPolicy,
} from './policies/policies.ts';
export type { Stakes } from './projects/create-project.ts';
export { createProject } from './projects/create-project.ts';
export { getProject } from './projects/get-project.ts';
export { listProjectMembers } from './projects/list-project-members.ts';
export { listProjects } from './projects/list-projects.ts';
export { removeProjectMember } from './projects/remove-project-member.ts';
export { restoreProject } from './projects/restore-project.ts';
export { setProjectMemberRoles } from './projects/set-project-member-roles.ts';
export { trashProject } from './projects/trash-project.ts';
export { updateProject } from './projects/update-project.ts';
export {
  checkRecipeDocument,
  compareRecipeVersions,
  getRecipe,
  getRecipeVersion,
  listRecipes,
} from './recipes/read-recipes.ts';
export { copyRecipe, createRecipe, saveRecipeVersion, updateRecipe } from './recipes/save-recipe.ts';
export { restoreRecipe, trashRecipe } from './recipes/trash-recipe.ts';
export { approveRelease, rejectRelease, withdrawRelease } from './releases/decide-release.ts';
export { createGuestLink, listGuestLinks, revokeGuestLink } from './releases/guest-links.ts';
export { downloadAsGuest, viewAsGuest } from './releases/guest-view.ts';
export { getRelease, listReleases, previewRelease } from './releases/read-releases.ts';
export { requestRelease } from './releases/request-release.ts';
export { validateRelease } from './releases/validate-release.ts';
export { decideWaiver, proposeWaiver } from './releases/waive.ts';
export type { ReportFile } from './reports/download-report.ts';
export { downloadReport } from './reports/download-report.ts';
export { html, Markup } from './reports/html/markup.ts';
export { rejudgeReport, tryPolicy } from './reports/judge-report.ts';
export { startReport, validateRunAgain } from './reports/order-report.ts';
export { compareReports, getReport, getReportDocument, listReports } from './reports/read-reports.ts';
export { validateRun } from './reports/validate-run.ts';
export { answerReturn } from './review/answer-return.ts';
export { applyPattern } from './review/apply-pattern.ts';
export { claimReview, openReview, releaseReview, renewReview } from './review/claim-review.ts';
export { decideItem, undoReview } from './review/decide-review.ts';
export { addPatternRule, answerConstraint, proposeConstraint } from './review/offer-pattern.ts';
export { openReturn } from './review/open-return.ts';
export { listDecisions } from './review/read-decisions.ts';
export { listReview } from './review/read-inbox.ts';
export { getReview } from './review/read-item.ts';
export { listPatterns } from './review/read-patterns.ts';
export { getReturn, listReturns } from './review/read-returns.ts';
export { countPattern, rejectPattern } from './review/reject-pattern.ts';
export { getRouting, saveRouting } from './review/review-routing.ts';
export { sweepBatch, sweepReview } from './review/sweep-batch.ts';
export { undoPattern } from './review/undo-pattern.ts';
export { collectImageRows, collectImages } from './runs/collect-images.ts';
export { exportRunRows } from './runs/export-run-rows.ts';
export { importRun, importRunRows, remapRun } from './runs/import-run.ts';
export { getRun, listRuns } from './runs/read-runs.ts';
export { readRunRows } from './runs/run-rows.ts';
export { rampUp, startRun } from './runs/start-run.ts';
export { cancelRun, retryRun } from './runs/stop-run.ts';
export { restoreRun, runDependents, trashRun } from './runs/trash-run.ts';
export { coverDataset, scenarioHistory } from './scenarios/cover-dataset.ts';
export { listScenarios, listScenarioVersions } from './scenarios/read-scenarios.ts';
export {
  addScenarios,
  moveScenario,
  restoreScenario,
  retireScenario,
  updateScenario,
} from './scenarios/scenario-list.ts';
export type { SearchHit, SearchKind } from './search/search-everything.ts';
export { searchEverything } from './search/search-everything.ts';
export type { SessionNews } from './session/watch-session.ts';
export { watchSession } from './session/watch-session.ts';
export { readWorkbenchKeys, saveWorkbenchKeys } from './settings/workbench-keys.ts';
export type { ColumnView, DictionaryEdit } from './sources/columns.ts';
export { listColumns, updateColumns } from './sources/columns.ts';
export { commitSourceVersion } from './sources/commit-source-version.ts';
export { commitVersion } from './sources/commit-version.ts';
export { createSource } from './sources/create-source.ts';
export { discardVersion } from './sources/discard-version.ts';
export { actOnRetention, eraseSource, listDependents, orderErasure } from './sources/erase-source.ts';
export { decideFinding, listFindings } from './sources/findings.ts';
export { getBias } from './sources/get-bias.ts';
export { getDrift, getProfile } from './sources/get-profile.ts';
export { getSource, getSourceVersion, listSources } from './sources/get-source.ts';
export { measureSourceVersion } from './sources/measure-source-version.ts';
export type { PopulationInput } from './sources/populations.ts';
export { addPopulation, listPopulations, removePopulation } from './sources/populations.ts';
export { getReadiness } from './sources/readiness.ts';
export { refreshSource } from './sources/refresh-source.ts';
export { restageVersion } from './sources/restage-version.ts';
export type { RowsInput } from './sources/rows.ts';
export { exportRows, readColumnStats, readRows } from './sources/rows.ts';
export { listSplits, orderSplit, splitSourceVersion } from './sources/split-version.ts';
export { stageSourceVersion } from './sources/stage-source-version.ts';
export {
  overrideTerms,
  setPrivacyUnit,
  trashSource,
  updateSource,
  updateTerms,
  withdrawOverride,
} from './sources/update-terms.ts';
export { listTrash } from './trash/list-trash.ts';
export { purgeTrash } from './trash/purge-trash.ts';
export { restoreSource } from './trash/restore-source.ts';
export { EXPORT_DAYS, TRASH_DAYS } from './trash/trash-days.ts';
export { appendUpload } from './uploads/append-upload.ts';
export { createUpload } from './uploads/create-upload.ts';
export { discardExpiredUploads, discardUpload } from './uploads/discard-upload.ts';
export { getUpload, listUnfinishedUploads } from './uploads/get-upload.ts';
export { buildVersion } from './versions/build-version.ts';
export { checkVersion } from './versions/check-version.ts';
export { commitDatasetVersion } from './versions/commit-version.ts';
export { compareVersions, listDifferences } from './versions/compare-versions.ts';
export { moveRef } from './versions/move-ref.ts';
export { previewVersion } from './versions/read-labels.ts';
export { listSamples } from './versions/read-samples.ts';
export { getVersion, listRefs, listVersions } from './versions/read-versions.ts';
export { renameView, shareView } from './views/change-view.ts';
export { deleteView } from './views/delete-view.ts';
export { listViews } from './views/list-views.ts';
export type { ViewState } from './views/save-view.ts';
export { saveView } from './views/save-view.ts';
export type { ViewTableRef, ViewTableType } from './views/view-table.ts';
export { viewTables } from './views/view-table.ts';
export { deliverWebhook } from './webhooks/deliver-webhook.ts';
export {
  createWebhook,
  removeWebhook,
  rotateWebhookSecret,
  sendWebhookAgain,
  sendWebhookTest,
  updateWebhook,
} from './webhooks/manage-webhooks.ts';
export { listWebhookDeliveries, listWebhooks } from './webhooks/read-webhooks.ts';
export { skipTask, submitTask, takeBack } from './work/answer-task.ts';
export { answersByVersion, askAgain, countAskAgain } from './work/ask-again.ts';
export { buildBatch } from './work/build-batch.ts';
export { claimTasks, releaseTasks, renewLeases } from './work/claim-tasks.ts';
export { claimWork } from './work/claim-work.ts';
export { cancelBatch, pauseBatch, updateBatch } from './work/control-batch.ts';
export { countBatchRows } from './work/count-batch-rows.ts';
export { createBatch } from './work/create-batch.ts';
export { type Drawing, type DrawingAnswer, readDrawing, saveDrawing } from './work/drawing.ts';
export { forecastBatch } from './work/forecast-batch.ts';
export { countGoldRows } from './work/gold-rows.ts';
export { readOwnNumbers } from './work/own-numbers.ts';
export { practiceAnswer, practiceRows } from './work/practice.ts';
export { batchWorkers, getBatch, listBatches, listTasks } from './work/read-batches.ts';
export { reopenTasks } from './work/reopen-tasks.ts';
export { rowSampleKey } from './work/sample-key.ts';
export { saveDraft } from './work/save-draft.ts';
export { whyNone } from './work/why-none.ts';
export { readWorkContext } from './work/work-context.ts';
