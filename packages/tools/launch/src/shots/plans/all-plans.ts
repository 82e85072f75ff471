import type { RoutePlan } from '../route-plan.ts';
import { BATCH_PLANS } from './batch-plans.ts';
import { ENTRY_PLANS } from './entry-plans.ts';
import { GENERATE_PLANS } from './generate-plans.ts';
import { GUIDE_PLANS } from './guide-plans.ts';
import { GUIDELINE_PLANS } from './guideline-plans.ts';
import { IMAGE_PLANS } from './image-plans.ts';
import { LABEL_IMPORT_PLANS } from './label-import-plans.ts';
import { LABEL_PLANS } from './label-plans.ts';
import { ORGANISATION_PLANS } from './organisation-plans.ts';
import { PROJECT_PLANS } from './project-plans.ts';
import { RELEASE_PLANS } from './release-plans.ts';
import { REPORT_PLANS } from './report-plans.ts';
import { REVIEW_PLANS } from './review-plans.ts';
import { SOURCE_PLANS } from './source-plans.ts';
import { VERSION_PLANS } from './version-plans.ts';
import { WORK_PLANS } from './work-plans.ts';

/** How every page of the application is shown. A page without a plan fails the run. */
export const PLANS: readonly RoutePlan[] = [
  ...ENTRY_PLANS,
  ...ORGANISATION_PLANS,
  ...PROJECT_PLANS,
  ...REPORT_PLANS,
  ...SOURCE_PLANS,
  ...IMAGE_PLANS,
  ...GENERATE_PLANS,
  ...LABEL_PLANS,
  ...LABEL_IMPORT_PLANS,
  ...BATCH_PLANS,
  ...VERSION_PLANS,
  ...RELEASE_PLANS,
  ...GUIDELINE_PLANS,
  ...WORK_PLANS,
  ...REVIEW_PLANS,
  ...GUIDE_PLANS,
];
