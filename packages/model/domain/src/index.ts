export type { Actor } from './access/actor.ts';
export { can, seesAllProjects } from './access/can.ts';
export { type ProjectMembership, projectsWith } from './access/projects-with.ts';
export { blindColumns, namingColumns } from './blind/blind-columns.ts';
export { BLIND_SCHEMA, markedColumns, saidOrigin } from './blind/blind-schema.ts';
export { type NotShown, whyNotShown } from './blind/may-show-real-rows.ts';
export {
  type CommentPart,
  commentParts,
  type Mentionable,
  mentionBeing,
  mentionLabels,
  mentionsOf,
  storeMentions,
  writeMentions,
} from './comment/mentions.ts';
export { type ControlCell, type FaultFacts, faultFactsOf } from './control/fault-facts.ts';
export { canStandAmong, cellsUnder } from './control/gold-columns.ts';
export { judgeControl, wrongQuestions } from './control/judge-control.ts';
export { placeControls } from './control/place-controls.ts';
export { plantFault } from './control/plant-fault.ts';
export { costOfRows, costOfTime, hourOf, thousandthsEach, unitsOf } from './cost/money.ts';
export { currencyMayBe, type RatesInForce, ratesInForce } from './cost/rates-at.ts';
export { GOAL_PRESETS } from './goal/goal-presets.ts';
export { goalStateOf, isGoalOverdue } from './goal/goal-state.ts';
export { answerOfText, type TextRefusal, textOfAnswer } from './grid/cell-text.ts';
export {
  actOf,
  didAct,
  type GridAct,
  type GridHistory,
  NO_ACTS,
  reverseAct,
} from './grid/grid-acts.ts';
export {
  boundsOf,
  cellsIn,
  fillDown,
  type GridCellAt,
  type GridRange,
  placePaste,
} from './grid/grid-range.ts';
export { forSpreadsheet, readTsv, writeTsv } from './grid/tsv.ts';
export {
  compareGuidelines,
  type GuidelineDiff,
  type SectionChange,
} from './guideline/compare-guidelines.ts';
export type { DiffLine } from './guideline/diff-lines.ts';
export { guidelineForRoles } from './guideline/guideline-for-roles.ts';
export {
  acknowledgementOf,
  canAcknowledge,
  canMoveGuidelineQuestion,
  guidelineQuestionStateOf,
  mustAcknowledge,
} from './guideline/guideline-state.ts';
export {
  type Home,
  type HomeCounts,
  type NextStep,
  type NextStepCode,
  nextSteps,
} from './home/next-steps.ts';
export { canMoveImageImport, imageImportStatesBefore } from './image/image-import-state.ts';
export { imageMarks, type MeasuredImage } from './image/image-marks.ts';
export { isLeftBySystem } from './image/is-left-by-system.ts';
export { sequencesOf } from './image/sequences-of.ts';
export { canMoveJob, canRetryJob, isJobOpen, timeLeftMs } from './job/job-state.ts';
export { labelKeysOf } from './keys/label-keys.ts';
export {
  checkOwnKeys,
  chooseKey,
  commandOf,
  judgeKey,
  type KeyConflict,
  type KeysInForce,
  keysInForce,
} from './keys/own-keys.ts';
export { type KeyPress, strokesOf, strokeToKeep } from './keys/strokes.ts';
export { DEFAULT_KEYS } from './keys/workbench-commands.ts';
export { answerByKey, pickLabel, toggleFlag } from './label/answer-question.ts';
export { assignLabelKeys, LABEL_KEYS } from './label/assign-label-keys.ts';
export { checkAnnotation } from './label/check-annotation.ts';
export { checkLabelSchema, isLabelSchemaSound } from './label/check-label-schema.ts';
export { compareLabelSchemas, type LabelSchemaDifference } from './label/compare-label-schemas.ts';
export { type LabelAtDepth, labelPath, labelTree } from './label/label-tree.ts';
export { proposeAnswers, verdictOnProposal } from './label/propose-answers.ts';
export { canMoveImport, importStatesBefore } from './label-import/import-state.ts';
export { importMappingProblem, proposeImportMapping } from './label-import/propose-import-mapping.ts';
export {
  type ImportRecord,
  type ReadRecord,
  type RowReference,
  recordOfCells,
  recordOfJson,
} from './label-import/read-import-record.ts';
export { type KnownAnswer, type PlacedRecord, settleImport } from './label-import/settle-import.ts';
export { countedOrigin, sourceOfAuthor } from './label-import/who-said.ts';
export { describeOperation, type OperationWords } from './label-migration/describe-operation.ts';
export {
  type KeptValue,
  type MappedAnnotation,
  mapAnnotation,
  mapAnswer,
  mapDrawn,
  mapLabel,
  type UndecidedLabel,
} from './label-migration/map-annotation.ts';
export { mapDrawnChange, mapField, mapFields } from './label-migration/map-unsubmitted.ts';
export type { OperationReach } from './label-migration/operation-reach.ts';
export { type PlannedMigration, planMigration } from './label-migration/plan-migration.ts';
export { type AppliedMigration, stepsSince, undoableMigration } from './label-migration/steps-since.ts';
export { goneFromSchema, undoMigration } from './label-migration/undo-migration.ts';
export { chooseNotification, wantsNotification } from './notification/wants.ts';
export { canHold } from './predicate/can-hold.ts';
export { compileToSql, type PredicateSql } from './predicate/compile-to-sql.ts';
export { doesNotMatch } from './predicate/does-not-match.ts';
export { compilePredicate, evaluate, type PredicateRow, type Truth } from './predicate/evaluate.ts';
export { formatPredicate } from './predicate/format-predicate.ts';
export { nearestName } from './predicate/nearest-name.ts';
export { type Cell, operandOf } from './predicate/operand.ts';
export { type ParsedPredicate, parsePredicate } from './predicate/parse-predicate.ts';
export {
  columnsOf,
  findColumn,
  type PredicateColumn,
  PredicateMismatch,
} from './predicate/predicate-column.ts';
export type { ParseProblem } from './predicate/tokenise.ts';
export { type PredicateProblem, validatePredicate } from './predicate/validate-predicate.ts';
export { type AutomaticPlan, automaticPlan } from './recipe/automatic-plan.ts';
export { checkRecipe, constraintPredicate } from './recipe/check-recipe.ts';
export { compareRecipes, type RecipeDifference } from './recipe/compare-recipes.ts';
export {
  clusterRegions,
  consensusRegions,
  type RegionCluster,
  type RegionConsensus,
} from './region/consensus-regions.ts';
export { answerOfDrawn, drawnOfAnswer, ownDrawing, proposedDrawing } from './region/drawn-answer.ts';
export {
  acknowledgeDrawn,
  type DrawnClient,
  type DrawnEdit,
  editDrawn,
  layDrawn,
  openDrawn,
  reopenDrawn,
  sendDrawn,
  standingOf,
} from './region/drawn-client.ts';
export { geometryIou, rleOf } from './region/geometry-iou.ts';
export { framesColumn, imageColumn } from './region/image-column.ts';
export {
  type MatchedRegions,
  matchRegions,
  type RegionPair,
  SAME_REGION,
  saySameRegions,
} from './region/match-regions.ts';
export {
  type DrawnHead,
  type MergedDrawn,
  mergeDrawn,
  type ReplacedDrawn,
  type StoredDrawn,
} from './region/merge-drawn.ts';
export { type Outline, outlineOf } from './region/outline-of.ts';
export { type DrawnSample, regionAgreement } from './region/region-agreement.ts';
export { POINT_SIGMA, regionSimilarity } from './region/region-similarity.ts';
export { withoutRemarks } from './region/remarks.ts';
export { judgePictures } from './release/judge-pictures.ts';
export { releaseBlockers } from './release/release-blockers.ts';
export {
  decideRelease,
  newRelease,
  openBlockers,
  type ReleaseCommand,
  type ReleaseRefusal,
  type ReleaseState,
  releaseStandingOn,
  releaseStatusOn,
  type WaiverState,
  waiverHolds,
} from './release/release-state.ts';
export {
  compareReports,
  type FigurePair,
  type GatePair,
  type ReportComparison,
} from './report/compare-reports.ts';
export { DEFAULT_POLICIES, type DefaultPolicyName } from './report/default-policies.ts';
export { gateFigures } from './report/gate-figures.ts';
export type { GateFigure } from './report/judge-gate.ts';
export { judgeReport } from './report/judge-report.ts';
export { nextStepsOfReport } from './report/next-steps-of-report.ts';
export { type ReportFigure, reportFigures } from './report/report-figures.ts';
export { answersDiffer } from './review/answers-differ.ts';
export { isSameAnswer } from './review/is-same-answer.ts';
export {
  inOrder,
  labelsOf,
  markKey,
  rankOf,
  rareLabels,
  reviewMarks,
  type SampleAnswers,
} from './review/review-marks.ts';
export {
  decideReview,
  type ReviewCommand,
  type ReviewRefusal,
  type ReviewState,
} from './review/review-state.ts';
export { canMoveRun, hasRunRows, isRunOpen, runStatesBefore } from './run/run-state.ts';
export {
  changeScenarios,
  NO_SCENARIOS,
  type ScenarioChange,
  type ScenarioRefusal,
} from './scenario/change-scenarios.ts';
export { compareScenarioLists, type ScenarioDifference } from './scenario/compare-scenario-lists.ts';
export { coverScenarios, type ScenarioFinding, scenarioCoverage } from './scenario/cover-scenarios.ts';
export { readPastedScenarios } from './scenario/read-pasted-scenarios.ts';
export { apportion } from './source/apportion.ts';
export { columnForType } from './source/column-for-type.ts';
export { type InferredType, inferColumnType } from './source/infer-column-type.ts';
export { hasPhrase, nameWords } from './source/name-words.ts';
export { type PlannedSplit, planSplit, type SplitCounts, type SplitInput } from './source/plan-split.ts';
export {
  type MissingItem,
  overridableCodes,
  type Readiness,
  readyToSynthesise,
  type SourceFacts,
} from './source/ready-to-synthesise.ts';
export { type RetentionState, retentionDue } from './source/retention-due.ts';
export { canMoveSourceVersion, rowsAreShown } from './source/source-version-state.ts';
export {
  type DictionaryFacts,
  type DictionarySuggestion,
  suggestDictionary,
} from './source/suggest-dictionary.ts';
export { type RoleFacts, suggestRole } from './source/suggest-role.ts';
export { drawnGeometries } from './track/check-track.ts';
export {
  firstGeometry,
  geometryAt,
  isKeyFrame,
  startTrack,
  withKeyFrame,
  withoutKeyFrame,
} from './track/track.ts';
export { answerText, answerValues } from './version/answer-text.ts';
export {
  type AnswerChange,
  answerChanges,
  answerKey,
  differingKeys,
  type LabelPair,
} from './version/compare-labels.ts';
export { compareRows, type RowSet } from './version/compare-rows.ts';
export { decideLabel, type EstimatedLabel, type LabelDecision, mostSay } from './version/decide-label.ts';
export { decideRef, type RefMove, type RefVerdict } from './version/decide-ref.ts';
export { type Majority, majorityAnswer } from './version/majority-answer.ts';
export { exclusionOf, type SampleStanding } from './version/select-sample.ts';
export { canMoveVersion, versionStatesBefore } from './version/version-state.ts';
export { isWebhookTaken, MOST_WEBHOOK_ATTEMPTS, webhookRetryDelay } from './webhook/retry-delay.ts';
export { type ActiveTime, activeAt, awayAt, noTime } from './work/active-time.ts';
export { batchStatesBefore, canMoveBatch, servesTasks, takesAnswers } from './work/batch-state.ts';
export { columnReferenceOf } from './work/column-reference.ts';
export {
  acknowledgeDraft,
  type DraftClient,
  draftFields,
  editDraft,
  openDraft,
  sendDraft,
} from './work/draft-client.ts';
export { annotationOf, answerField, answerValue, changeOf, fieldsOf } from './work/draft-fields.ts';
export {
  FEWEST_MEASURED,
  type Forecast,
  type ForecastBasis,
  forecastWork,
  type MeasuredPerson,
} from './work/forecast.ts';
export { leasesAllowed } from './work/leases-allowed.ts';
export { type Draft, emptyDraft, mergeDraft } from './work/merge-draft.ts';
export { type CellPlace, placeInReference } from './work/place-in-reference.ts';
export { type BrokenCheck, compileRowChecks, type RowChecks } from './work/row-checks.ts';
export {
  decideTask,
  mayTake,
  type TaskCommand,
  type TaskRefusal,
  type TaskState,
  whyNotHeld,
} from './work/task-state.ts';
