'use client';

import { TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useNumbers } from './report-figures.tsx';

/** A synthetic row by its number, leading to the row where it can be read. Rows count from 1 for people. */
export function RowLink({ runId, row }: { runId: string | null; row: number }) {
  const t = useTranslations('reports');
  const { path } = useOrg();
  const { count } = useNumbers();
  const words = t('row', { n: count(row + 1) });
  if (runId === null) return <>{words}</>;
  return <TextLink href={path(`/runs/${runId}/rows?row=${row + 1}`)}>{words}</TextLink>;
}
