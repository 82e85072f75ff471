export type { Db, DbConfig } from './client.ts';
export { createDb } from './client.ts';
export type { Prisma } from './generated/client.ts';
export { ensureLogins, urlWithLogin } from './logins.ts';
export { migrate, schemaDifference } from './migrate/migrate.ts';
export { readSchemaFiles } from './migrate/migration-files.ts';
export type { IndependentAnswer } from './repositories/agreements.ts';
export type { BatchCounts, BatchNames, BatchOrder } from './repositories/batches.ts';
export type { CommentRow, CommentThreadRow } from './repositories/comments.ts';
export type { Scope } from './repositories/context.ts';
export type {
  BlindAnswerRow,
  ControlAnswerRow,
  ControlFilter,
  ControlItemRow,
  ControlNumbers,
} from './repositories/controls.ts';
export type {
  AcceptedCount,
  RunForCost,
  SettledSample,
  UndecidedSample,
  WorkTime,
} from './repositories/costs.ts';
export type { CurrentDecision } from './repositories/decisions.ts';
export type { StoredDrawing } from './repositories/drawings.ts';
export type { EventFilter, EventRow, NewEvent } from './repositories/events.ts';
export type { FigureOfReport } from './repositories/goals.ts';
export type { FoundGuestLink } from './repositories/guest-links.ts';
export type { ImageCounts, ImageItemPlace, NewImageItem } from './repositories/image-imports.ts';
export type { ManifestReason, NewManifestLine } from './repositories/image-manifests.ts';
export type { FeaturedImage, ImageFeatures } from './repositories/image-sets.ts';
export type {
  CollectedImage,
  FrameImage,
  HeldImage,
  ImageOfRun,
  ListedImage,
  NewImage,
  TaskImage,
} from './repositories/images.ts';
export type { Repositories } from './repositories/index.ts';
export type { JobFilter, JobVisibility, NewJob } from './repositories/jobs.ts';
export type { ImportDependents, ImportNames } from './repositories/label-imports.ts';
export type { MigrationRow } from './repositories/label-migrations.ts';
export type {
  AnswerNumbers,
  BatchAsks,
  EndedTask,
  LabellingFilter,
  MeasuredWork,
} from './repositories/labelling.ts';
export type { NewMeasurement } from './repositories/measurements.ts';
export type { ProjectVisibility } from './repositories/projects.ts';
export type { OutdatedAnswer, OutdatedFilter } from './repositories/requeue.ts';
export type { AnsweredSample, LockedReview, ReviewFilter } from './repositories/reviews.ts';
export type { BatchOfSlices } from './repositories/slices.ts';
export type { GuidelineRead, OwnNumbers, QueueOfBatch, TaskOfBatch, TaskRow } from './repositories/tasks.ts';
export type { TrashKind } from './repositories/trash.ts';
export type {
  LabelSnapshot,
  RowOfRun,
  StandingAnswer,
  StandingDecision,
} from './repositories/version-content.ts';
export type { OpenLedger, OutboxRow, System, TileWrite } from './system.ts';
