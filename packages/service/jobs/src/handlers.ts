import type { JobKind } from '@assay/contracts';
import type { Deps, JobRun, JsonValue } from '@assay/services';

export type Handler<K extends JobKind> = (deps: Deps, run: JobRun<K>) => Promise<JsonValue>;

/** Loaded when the first job of the kind comes. */
type LoadHandler<K extends JobKind> = () => Promise<{ handle: Handler<K> }>;

/** A kind of the catalogue without a handler does not compile. */
export type Handlers = { readonly [K in JobKind]: LoadHandler<K> };

/** What handles each kind of job. */
export const handlers: Handlers = {
  'source.stage': () => import('./source-stage.ts'),
  'source.commit': () => import('./source-commit.ts'),
  'source.measure': () => import('./source-measure.ts'),
  'source.split': () => import('./source-split.ts'),
  'source.erase': () => import('./source-erase.ts'),
  'generation.run': () => import('./generation-run.ts'),
  'generation.shard': () => import('./generation-shard.ts'),
  'run.collect': () => import('./run-collect.ts'),
  'run.import': () => import('./run-import.ts'),
  'validation.run': () => import('./validation-run.ts'),
  'agreement.compute': () => import('./agreement-compute.ts'),
  'image.compare': () => import('./image-compare.ts'),
  'image.import': () => import('./image-import.ts'),
  'label-import.commit': () => import('./label-import-commit.ts'),
  'label-import.read': () => import('./label-import-read.ts'),
  'batch.ask-again': () => import('./batch-ask-again.ts'),
  'batch.build': () => import('./batch-build.ts'),
  'export.build': () => import('./export-build.ts'),
  'version.build': () => import('./version-build.ts'),
  'release.validate': () => import('./release-validate.ts'),
  'pattern.apply': () => import('./pattern-apply.ts'),
  'review.sweep': () => import('./review-sweep.ts'),
  'organisation.export': () => import('./organisation-export.ts'),
  'webhook.deliver': () => import('./webhook-deliver.ts'),
};
