'use client';

import { Badge } from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { BookOpenText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useListed, VersionedList } from '../versioned/versioned-list.tsx';

/** The recipes of a project, or those in its trash. */
export function RecipeList({ projectId }: { projectId: string }) {
  const t = useTranslations('recipes.list');
  const words = useTranslations('recipes');
  const trpc = useTRPC();
  const listed = useListed(projectId, 'recipes');
  const query = useQuery({
    ...trpc.recipe.list.queryOptions(listed.input ?? skipToken),
    placeholderData: keepPreviousData,
  });
  return (
    <VersionedList
      area="recipes"
      projectId={projectId}
      icon={<BookOpenText />}
      listed={listed}
      query={query}
      rowsOf={({ recipes }) => recipes}
      columns={[
        {
          id: 'method',
          header: t('method'),
          cell: ({ method }) => (method === null ? '–' : <Badge>{words(`methods.${method}.name`)}</Badge>),
        },
        {
          id: 'demands',
          header: t('demands'),
          cell: ({ conditions, constraints }) => (
            <span className="text-fg-secondary">{t('demandsText', { conditions, constraints })}</span>
          ),
        },
      ]}
    />
  );
}
