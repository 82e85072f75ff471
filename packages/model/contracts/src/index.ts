export type { Agreement, AgreementFigure, AgreementQuestion, RegionAgreement } from './agreement.ts';
export {
  agreement,
  MOST_AGREEMENT_NOW,
} from './agreement.ts';
export type {
  Annotation,
  AnnotationAnswer,
  AnnotationProblem,
  CellFlag,
  ProposalVerdict,
  RealismVerdict,
  TextSpan,
} from './annotation.ts';
export {
  annotation,
  annotationAnswer,
  annotationProblem,
  cellFlag,
  proposalVerdict,
  realismVerdict,
  textSpan,
} from './annotation.ts';
export type { AskAgainFilter } from './ask-again.ts';
export { askAgainFilter } from './ask-again.ts';
export type {
  AskedBatchKind,
  BatchAssignment,
  BatchKind,
  BatchSelection,
  BatchStatus,
  DraftChange,
  SkipReason,
  StoredDraft,
  TaskStatus,
} from './batch.ts';
export {
  askedBatchKind,
  batchAssignment,
  batchKind,
  batchPriority,
  batchSelection,
  batchStatus,
  draftChange,
  LEASE_HEARTBEAT_MS,
  LEASE_MS,
  MOST_BATCH_ITEMS,
  MOST_GRID_LEASES,
  MOST_LEASES,
  MOST_OVERLAP,
  overlap,
  reviewRate,
  skipReason,
  storedDraft,
  taskStatus,
} from './batch.ts';
export type { BiasQuestion, BiasReport } from './bias.ts';
export { biasQuestion, biasReport } from './bias.ts';
export type { BlindLeftOut, BlindOrigin, BlindTest } from './blind.ts';
export {
  blindLeftOut,
  blindOrigin,
  blindSize,
  blindTest,
  LEAST_BLIND_ROWS,
  MOST_BLIND_ROWS,
} from './blind.ts';
export { boundedText, codePointsOf, shortened } from './bounded-text.ts';
export type { AttributeValue, ChosenLabel } from './chosen-label.ts';
export { attributeValue, chosenLabel } from './chosen-label.ts';
export type {
  ColumnFacts,
  ConventionFacts,
  DatetimeCandidate,
  DatetimeFacts,
  NumberConvention,
  NumberFacts,
} from './column-facts.ts';
export {
  columnFacts,
  conventionFacts,
  DATETIME_CANDIDATES,
  datetimeFacts,
  INFINITY_PATTERN,
  INTEGER_PATTERN,
  LEADING_ZERO_PATTERN,
  NAN_PATTERN,
  NUMBER_CONVENTIONS,
  numberFacts,
} from './column-facts.ts';
export type { CommentSubject, CommentThreadState } from './comment.ts';
export {
  commentSubject,
  commentSubjects,
  commentText,
  commentThreadState,
  MOST_COMMENT_CHARACTERS,
  MOST_COMMENTS,
  MOST_MENTIONS,
} from './comment.ts';
export type {
  BatchControls,
  ControlKind,
  ControlOutcome,
  ControlTruth,
  FaultKind,
  PlantedFault,
} from './control.ts';
export {
  batchControls,
  controlKind,
  controlOutcome,
  controlTruth,
  faultKind,
  MOST_CONTROL_SHARE,
  plantedFault,
  taskControl,
} from './control.ts';
export type { LabellingRates, LabelWork, MachineRate, NoCostReason } from './cost.ts';
export { currencyCode, labellingRates, labelWork, MOST_MONEY, noCostReason } from './cost.ts';
export type { ErrorCode, Problem } from './errors.ts';
export { AssayError, errorStatus, notFound, problem } from './errors.ts';
export type { PersonalDataKind } from './finding.ts';
export { personalDataKind } from './finding.ts';
export type {
  BoxGeometry,
  EllipseGeometry,
  Geometry,
  GeometryKind,
  ImageClassGeometry,
  JointVisibility,
  MaskGeometry,
  PointGeometry,
  PolygonGeometry,
  PolylineGeometry,
  RotatedBoxGeometry,
  SkeletonGeometry,
} from './geometry.ts';
export {
  boxGeometry,
  ellipseGeometry,
  geometry,
  geometryKind,
  imageClassGeometry,
  maskGeometry,
  pointGeometry,
  polygonGeometry,
  polylineGeometry,
  rotatedBoxGeometry,
  skeletonGeometry,
} from './geometry.ts';
export type { GoalBaseline, GoalComparator, GoalDomain, GoalInput, GoalState } from './goal.ts';
export { goalBaseline, goalComparator, goalDomain, goalInput, goalState } from './goal.ts';
export type {
  AcknowledgementState,
  Guideline,
  GuidelineCheck,
  GuidelineExample,
  GuidelineExampleContent,
  GuidelineQuestionState,
  GuidelineRole,
  GuidelineRule,
  GuidelineSection,
  GuidelineTerm,
} from './guideline.ts';
export {
  acknowledgementState,
  guideline,
  guidelineCheck,
  guidelineExample,
  guidelineQuestionState,
  guidelineRole,
  guidelineRule,
  guidelineTerm,
} from './guideline.ts';
export type { Id } from './ids.ts';
export { cursor, id } from './ids.ts';
export type {
  ImageFacts,
  ImageFormat,
  ImageImportAbout,
  ImageImportStatus,
  ImageMark,
  ImageMeasure,
  ImageNotice,
  ImageOrder,
  ImageOrigin,
  ImageOutcome,
  ImagePyramid,
} from './image.ts';
export {
  IMAGE_MAX_BYTES,
  IMAGE_MAX_PIXELS,
  imageFacts,
  imageFormat,
  imageImportAbout,
  imageImportStatus,
  imageMark,
  imageMeasure,
  imageNotice,
  imageOrder,
  imageOrigin,
  imageOutcome,
  imagePyramid,
  MOST_IMAGE_FILES,
  MOST_IMAGE_PATH,
  MOST_IMAGE_UPLOADS,
} from './image.ts';
export type { ImageComparison, ImageFeature, ImageSide } from './image-comparison.ts';
export {
  imageComparison,
  imageFeature,
  imageSide,
  MOST_COMPARED_PICTURES,
  MOST_OUTSTANDING,
} from './image-comparison.ts';
export type { ImageMade } from './image-made.ts';
export {
  imageMade,
  MOST_MANIFEST_BYTES,
  MOST_MANIFEST_LINE,
  MOST_MANIFEST_LINES,
} from './image-made.ts';
export type { JobKind, JobPayload, JobStatus, QueuedJob } from './jobs.ts';
export { jobCatalog, jobKind, jobKinds, jobStatus, queuedJob } from './jobs.ts';
export type {
  ImportedProposal,
  ImportProblem,
  ImportProblemCode,
  ImportRowName,
  LabelImportCheck,
  LabelImportMapping,
  LabelImportStatus,
  LabelImportUse,
  TakenRecord,
} from './label-import.ts';
export {
  importedProposal,
  importProblem,
  importSourceName,
  LABEL_IMPORT_MAX_BYTES,
  labelImportCheck,
  labelImportMapping,
  labelImportStatus,
  labelImportUse,
  labelRecord,
  MOST_IMPORT_COLUMNS,
  MOST_IMPORT_RECORDS,
  MOST_SHOWN_PROBLEMS,
  MOST_SOURCE_NAME,
  takenRecord,
} from './label-import.ts';
export type {
  LabelMappingStep,
  LabelMigration,
  MappingStep,
  MigrationOperation,
  MigrationOperationKind,
  MigrationProblem,
} from './label-migration.ts';
export {
  labelMigration,
  MOST_OPERATIONS,
  mappingSteps,
  migrationOperation,
  migrationProblem,
} from './label-migration.ts';
export type { LabelModel, RowLikelihood } from './label-model.ts';
export { labelModel, rowLikelihood } from './label-model.ts';
export type {
  AttributeOption,
  CellReason,
  Label,
  LabelAttribute,
  LabelAttributeKind,
  LabelColour,
  LabelQuestion,
  LabelQuestionKind,
  LabelSchema,
  LabelSchemaProblem,
  RegionLabel,
  RelationKind,
  SkeletonShape,
} from './label-schema.ts';
export {
  attributeOption,
  cellReason,
  label,
  labelAttribute,
  labelColour,
  labelColours,
  labelKey,
  labelQuestion,
  labelQuestionKinds,
  labelSchema,
  labelSchemaProblem,
  MOST_LABEL_TEXT,
  MOST_RATING_STEPS,
  regionLabel,
  relationKind,
  skeletonShape,
} from './label-schema.ts';
export type { Metric, MetricId, MetricStage } from './metrics.ts';
export { metricCatalog, metricDefinition, metricId, metricIds, metricStages } from './metrics.ts';
export type { NotificationChoices, NotificationGroup, NotificationKind } from './notification.ts';
export {
  allNotificationKinds,
  NO_CHOICES,
  notificationChoices,
  notificationGroup,
  notificationKind,
  notificationKinds,
} from './notification.ts';
export type { OrgRole, Permission, PermissionRule, ProjectRole } from './permissions.ts';
export {
  keyScopes,
  orgRole,
  permission,
  permissionRule,
  permissions,
  permissionTable,
  projectRole,
} from './permissions.ts';
export type { PictureFigure } from './picture-figure.ts';
export { MOST_PICTURES_SHOWN } from './picture-figure.ts';
export type {
  Bound,
  Gate,
  GateInput,
  GateMetricId,
  PictureGateMetricId,
  Policy,
  RowGateMetricId,
} from './policy.ts';
export { bound, gate, gateInput, gateMetricIds, gateMetrics, isPictureMetric, policy } from './policy.ts';
export type { Comparator, Literal, Predicate } from './predicate.ts';
export { literal, predicate } from './predicate.ts';
export type {
  ColumnDrift,
  ColumnProfile,
  DatetimeProfile,
  NumericProfile,
  PairProfile,
  ProfileHistogram,
  TableDrift,
  TableProfile,
  TextProfile,
} from './profile.ts';
export {
  columnDrift,
  columnProfile,
  datetimeProfile,
  numericProfile,
  pairProfile,
  profileHistogram,
  RARE_ROWS,
  RARE_SHARE,
  tableDrift,
  tableProfile,
  textProfile,
} from './profile.ts';
export type {
  Recipe,
  RecipeColumnPlan,
  RecipeCondition,
  RecipeConstraint,
  RecipeMethod,
  RecipeProblem,
  SeedPolicy,
} from './recipe.ts';
export {
  columnPlan,
  recipe,
  recipeCondition,
  recipeConstraint,
  recipeMethod,
  recipeProblem,
  seedPolicy,
} from './recipe.ts';
export type {
  DrawnChange,
  DrawnRecord,
  DrawnStanding,
  ProposalState,
  RegionProposal,
  RegionRemark,
  RegionValue,
  RejectionReason,
  RelationValue,
} from './region.ts';
export {
  drawnChange,
  drawnRecord,
  drawnStanding,
  MOST_DRAWING_BYTES,
  MOST_DRAWN,
  MOST_REMARK,
  proposalState,
  regionProposal,
  regionRecord,
  regionRemark,
  rejectionReason,
  relationRecord,
} from './region.ts';
export type {
  ExportedRelease,
  PictureChecks,
  ReleaseBlocker,
  ReleaseChecks,
  ReleaseStanding,
  ReleaseStatus,
  WaiverStatus,
} from './release.ts';
export {
  exportedRelease,
  guestLabel,
  MOST_GUEST_DAYS,
  releaseBlocker,
  releaseChecks,
  releaseNotes,
  releaseReason,
  releaseStanding,
  releaseStatus,
  releaseTitle,
  waiverStatus,
} from './release.ts';
export type {
  ClassScores,
  Closeness,
  GateResult,
  Overlay,
  Report,
  ReportBias,
  ReportDetection,
  ReportFidelity,
  ReportInput,
  ReportPrivacy,
  ReportQuestion,
  ReportScenarios,
  ReportUtility,
  ReportValidity,
  RowsTaken,
  ScenarioState,
  Verdict,
} from './report.ts';
export {
  gateResult,
  report,
  reportBias,
  reportDetection,
  reportFidelity,
  reportInput,
  reportPrivacy,
  reportQuestion,
  reportScenarios,
  reportUtility,
  reportValidity,
  scenarioState,
  verdict,
} from './report.ts';
export type {
  ConstraintState,
  DecisionOutcome,
  PatternInput,
  PatternStatus,
  ReturnStatus,
  ReviewActKind,
  ReviewFault,
  ReviewMark,
  ReviewRouting,
  ReviewStatus,
  RoutingReason,
} from './review.ts';
export {
  constraintState,
  DEFAULT_ROUTING,
  decisionMethod,
  decisionOutcome,
  patternInput,
  patternStatus,
  returnStatus,
  reviewActKind,
  reviewFault,
  reviewFaults,
  reviewMark,
  reviewRouting,
  reviewStatus,
  routingReason,
  routingReasons,
} from './review.ts';
export type {
  AnyDatasetRef,
  AnySubjects,
  ColumnMapping,
  DatasetRef,
  FailureText,
  ImageSequences,
  ImageSet,
  ImportedRun,
  MappingOffer,
  PolicyRef,
  Provenance,
  ReleaseSubjects,
  ReportStatus,
  ReportSubjects,
  RunKind,
  RunStats,
  RunStatus,
} from './run.ts';
export {
  anySubjects,
  columnMapping,
  datasetRef,
  failureText,
  imageSequences,
  imageSet,
  importedRun,
  MOST_ROWS,
  mappingOffer,
  PILOT_ROWS,
  policyRef,
  provenance,
  releaseSubjects,
  reportStatus,
  reportSubjects,
  runKind,
  runStats,
  runStatus,
} from './run.ts';
export type {
  Scenario,
  ScenarioImportance,
  ScenarioInput,
  ScenarioKind,
  ScenarioList,
  ScenarioMinimum,
} from './scenario.ts';
export {
  MOST_SCENARIOS,
  scenario,
  scenarioImportance,
  scenarioInput,
  scenarioKind,
  scenarioList,
  scenarioMinimum,
} from './scenario.ts';
export type {
  ColumnEdit,
  Detection,
  FindingStatus,
  FindingView,
  PrivacyUnit,
  SourceVersionStatus,
} from './source.ts';
export {
  columnEdit,
  detection,
  findingStatus,
  findingView,
  privacyUnit,
  sourceVersionStatus,
  UPLOAD_MAX_BYTES,
  UPLOAD_PART_BYTES,
} from './source.ts';
export type {
  Consent,
  ConsentBasis,
  Licence,
  Purpose,
  ReadinessCode,
  Retention,
  SourceTerms,
  TermsOverride,
} from './source-terms.ts';
export {
  calendarDay,
  consent,
  consentBasis,
  licence,
  NO_TERMS,
  purpose,
  readinessCode,
  retention,
  sourceTerms,
  termsOverride,
} from './source-terms.ts';
export type { SplitName, SplitPlan, SplitShares } from './split-plan.ts';
export { SPLIT_BYTES, splitPlan, splitShares } from './split-plan.ts';
export type {
  ChunkRef,
  ColumnParse,
  ColumnRole,
  ColumnSpec,
  ColumnType,
  Dialect,
  ImportNotice,
  PhysicalType,
  RejectedRow,
  TableFormat,
  TableManifest,
  TextEncoding,
} from './table.ts';
export {
  chunkRef,
  columnParse,
  columnRole,
  columnSpec,
  columnType,
  dialect,
  importNotice,
  physicalType,
  ROW_COLUMN,
  type RowsFormat,
  rejectedRow,
  rowsFormat,
  tableFormat,
  tableManifest,
  textEncoding,
} from './table.ts';
export { type KeyFrame, keyFrame, MOST_FRAMES, type Track, track } from './track.ts';
export type {
  AnswersMethod,
  AskedExport,
  ExclusionReason,
  ExportColumn,
  ExportFileKind,
  ExportManifest,
  ExportOptions,
  ExportStatus,
  FinalLabel,
  LabelDistribution,
  LabelMethod,
  PictureLabelFile,
  PictureLabelReport,
  RefKind,
  SampleOrigin,
  VersionCounts,
  VersionDocument,
  VersionManifest,
  VersionPart,
  VersionRun,
  VersionScope,
  VersionSelection,
  VersionStatus,
  VersionSubroots,
  VersionTable,
} from './version.ts';
export {
  answersMethod,
  exclusionReason,
  exportColumn,
  exportFileKind,
  exportManifest,
  exportOptions,
  exportStatus,
  FIRST_BRANCH,
  finalLabel,
  labelDistribution,
  labelMethod,
  MOST_VERSION_RUNS,
  pictureLabelFile,
  pictureLabelReport,
  refKind,
  refName,
  sampleOrigin,
  versionCounts,
  versionDocument,
  versionManifest,
  versionMessage,
  versionRun,
  versionScope,
  versionSelection,
  versionStatus,
  versionSubroots,
  versionTable,
} from './version.ts';
export type {
  WebhookBody,
  WebhookDeliveryStatus,
  WebhookEvent,
  WebhookFault,
  WebhookStatus,
} from './webhook.ts';
export {
  allWebhookEvents,
  MOST_WEBHOOKS,
  WEBHOOK_OVERLAP_MS,
  WEBHOOK_TEST,
  webhookBody,
  webhookDeliveryStatus,
  webhookEvent,
  webhookEvents,
  webhookFault,
  webhookStatus,
} from './webhook.ts';
export {
  type ColumnReference,
  columnReference,
  type EmptyQueueReason,
  emptyQueueReason,
  LEAST_BIN_ROWS,
  type WorkContext,
  workContext,
} from './work-context.ts';
export type { WorkbenchCommand, WorkbenchKeys } from './workbench-keys.ts';
export { NO_OWN_KEYS, workbenchCommand, workbenchKeys } from './workbench-keys.ts';
