'use client';

import { formatPredicate } from '@assay/domain';
import { TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { hrefWithCondition } from '../recipes/asked-condition.ts';
import { useMay } from '../sources/use-source.ts';
import type { CoveredItem } from './scenario-types.ts';

/** The way to where a scenario that is missing is mended: a recipe, with a condition that asks for its rows. */
export function MendLink({
  projectId,
  recipeId,
  item,
}: {
  projectId: string;
  /** The recipe of the rows; null leads to a new one. */
  recipeId: string | null;
  item: CoveredItem;
}) {
  const t = useTranslations('scenarios.coverage');
  const { path } = useOrg();
  const { may } = useMay(projectId);
  const { scenario, state, needed } = item;
  const isMendable = state === 'missing' || state === 'short';
  if (!isMendable || scenario.where === null || !may('recipe.write')) return null;
  const recipe = recipeId === null ? `/projects/${projectId}/recipes/new` : `/recipes/${recipeId}`;
  const href = hrefWithCondition(path(recipe), {
    text: formatPredicate(scenario.where),
    atLeast: needed ?? 1,
  });
  return (
    <TextLink href={href} className="text-sm" aria-label={t('mendOf', { name: scenario.name })}>
      {recipeId === null ? t('mendNew') : t('mend')}
    </TextLink>
  );
}
