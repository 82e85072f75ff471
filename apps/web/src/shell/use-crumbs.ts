'use client';

import type { Crumb } from '@assay/ui';
import { useOrg } from './org-context.tsx';

/** The way from the organisation to a page: `useCrumbs()([{ label: 'Jobs' }])`. */
export function useCrumbs(): (within: readonly Crumb[]) => Crumb[] {
  const { organisation, path } = useOrg();
  return (within) => [{ label: organisation.name, href: path('') }, ...within];
}
