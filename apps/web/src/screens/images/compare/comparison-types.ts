import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';

export type Comparison = inferRouterOutputs<AppRouter>['imageComparison']['get'];

/** How often one that is computed is asked after. */
export const LOOK_MS = 1500;

/** Whether its job goes on. */
export const isWorking = ({ document, job }: Comparison): boolean =>
  document === null && job !== null && ['QUEUED', 'RUNNING'].includes(job.status);

/** Which pictures stand on a side, in words. */
export function useSideWords(): (side: Comparison['real']) => string {
  const t = useTranslations('images.compare');
  return ({ origin, import: from, run }) => {
    const parts = [
      ...(run === null ? [] : [t('thisRun', { number: run.number, name: run.name })]),
      ...(from === null ? [] : [t('thisImport', { number: from.number, name: from.name })]),
      ...(origin === null ? [] : [t(`these.${origin}`)]),
    ];
    return parts.length === 0 ? t('anyOrigin') : parts.join(', ');
  };
}
