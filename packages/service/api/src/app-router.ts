import { createCallerFactory, router } from './frame/trpc.ts';
import { agreementRouter } from './routers/agreement/index.ts';
import { apiKeyRouter } from './routers/api-key/index.ts';
import { batchRouter } from './routers/batch/index.ts';
import { commentRouter } from './routers/comment/index.ts';
import { costRouter } from './routers/cost/index.ts';
import { dashboardRouter } from './routers/dashboard/index.ts';
import { exportRouter } from './routers/export/index.ts';
import { goalRouter } from './routers/goal/index.ts';
import { guestRouter } from './routers/guest/index.ts';
import { guidelineRouter } from './routers/guideline/index.ts';
import { homeRouter } from './routers/home/index.ts';
import { imageRouter } from './routers/image/index.ts';
import { imageComparisonRouter } from './routers/image-comparison/index.ts';
import { imageImportRouter } from './routers/image-import/index.ts';
import { jobRouter } from './routers/job/index.ts';
import { labelImportRouter } from './routers/label-import/index.ts';
import { labelSchemaRouter } from './routers/label-schema/index.ts';
import { logRouter } from './routers/log/index.ts';
import { measurementRouter } from './routers/measurement/index.ts';
import { memberRouter } from './routers/member/index.ts';
import { notificationRouter } from './routers/notification/index.ts';
import { organisationRouter } from './routers/organisation/index.ts';
import { patternRouter } from './routers/pattern/index.ts';
import { policyRouter } from './routers/policy/index.ts';
import { populationRouter } from './routers/population/index.ts';
import { projectRouter } from './routers/project/index.ts';
import { recipeRouter } from './routers/recipe/index.ts';
import { releaseRouter } from './routers/release/index.ts';
import { reportRouter } from './routers/report/index.ts';
import { reviewRouter } from './routers/review/index.ts';
import { runRouter } from './routers/run/index.ts';
import { scenarioRouter } from './routers/scenario/index.ts';
import { searchRouter } from './routers/search/index.ts';
import { settingRouter } from './routers/setting/index.ts';
import { sourceRouter } from './routers/source/index.ts';
import { sourceVersionRouter } from './routers/source-version/index.ts';
import { taskRouter } from './routers/task/index.ts';
import { trashRouter } from './routers/trash/index.ts';
import { uploadRouter } from './routers/upload/index.ts';
import { versionRouter } from './routers/version/index.ts';
import { viewRouter } from './routers/view/index.ts';
import { webhookRouter } from './routers/webhook/index.ts';

export const appRouter = router({
  agreement: agreementRouter,
  apiKey: apiKeyRouter,
  batch: batchRouter,
  comment: commentRouter,
  cost: costRouter,
  dashboard: dashboardRouter,
  export: exportRouter,
  goal: goalRouter,
  guest: guestRouter,
  guideline: guidelineRouter,
  pattern: patternRouter,
  policy: policyRouter,
  recipe: recipeRouter,
  report: reportRouter,
  release: releaseRouter,
  review: reviewRouter,
  run: runRouter,
  home: homeRouter,
  job: jobRouter,
  image: imageRouter,
  imageComparison: imageComparisonRouter,
  imageImport: imageImportRouter,
  labelImport: labelImportRouter,
  labelSchema: labelSchemaRouter,
  log: logRouter,
  measurement: measurementRouter,
  member: memberRouter,
  notification: notificationRouter,
  organisation: organisationRouter,
  population: populationRouter,
  project: projectRouter,
  scenario: scenarioRouter,
  search: searchRouter,
  setting: settingRouter,
  source: sourceRouter,
  sourceVersion: sourceVersionRouter,
  task: taskRouter,
  trash: trashRouter,
  upload: uploadRouter,
  version: versionRouter,
  view: viewRouter,
  webhook: webhookRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
