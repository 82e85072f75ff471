import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['recipe'];
export type ListedRecipe = Output['list']['recipes'][number];
export type RecipeView = Output['get'];
export type RecipeCheck = Output['check'];
