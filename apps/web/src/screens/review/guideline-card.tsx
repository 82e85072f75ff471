'use client';

import { guidelineForRoles } from '@assay/domain';
import { Card, TextLink } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { GuidelineText } from '../guidelines/read/guideline-text.tsx';

/** The sections of the batch's guideline that annotators read, each to be opened. */
export function GuidelineCard({ guidelineId }: { guidelineId: string | null }) {
  const t = useTranslations('review.item');
  const trpc = useTRPC();
  const { path } = useOrg();
  const query = useQuery(trpc.guideline.get.queryOptions(guidelineId === null ? skipToken : { guidelineId }));
  if (guidelineId === null) return null;
  return (
    <Card
      title={t('guideline')}
      id="review-guideline"
      actions={<TextLink href={path(`/guidelines/${guidelineId}`)}>{t('guidelineLink')}</TextLink>}
    >
      <QueryState query={query}>
        {({ document }) => (
          <div className="flex flex-col gap-2">
            {guidelineForRoles(document, ['annotator', 'expert']).sections.map((section) => (
              <details key={section.id} className="rounded-lg border border-line px-3 py-2">
                <summary className="cursor-pointer text-sm font-medium">{section.heading}</summary>
                <div className="pt-2 text-sm">
                  <GuidelineText text={section.body} section={section.id} />
                </div>
              </details>
            ))}
          </div>
        )}
      </QueryState>
    </Card>
  );
}
