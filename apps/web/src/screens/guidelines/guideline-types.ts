import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['guideline'];
export type ListedGuideline = Output['list']['guidelines'][number];
export type GuidelineView = Output['get'];
export type GuidelineChanges = Output['compare']['changes'];
export type SectionChange = GuidelineChanges['sections'][number];
export type Reader = Output['acknowledgements']['people'][number];
export type Question = Output['questions']['questions'][number];
export type Acknowledgement = NonNullable<GuidelineView['acknowledgement']>;
