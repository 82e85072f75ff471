'use client';

import { type ReviewStatus, type RoutingReason, reviewStatus, routingReason } from '@assay/contracts';
import { useUrlParams } from '~/shell/use-url-params.ts';

const UUID = /^[0-9a-f-]{36}$/;

export type InboxFilter = {
  batchId?: string;
  reason?: RoutingReason;
  label?: string;
  alike?: string;
};

/** The filters of the inbox, in the address; they stay there while one goes from sample to sample. */
export function useInboxFilter() {
  const { params, replace } = useUrlParams();
  const status = reviewStatus.safeParse(params.get('status'));
  const reason = routingReason.safeParse(params.get('reason'));
  const [batchId, label, alike] = [params.get('batch'), params.get('label'), params.get('alike')];
  const filter: InboxFilter = {
    ...(batchId !== null && UUID.test(batchId) ? { batchId } : {}),
    ...(reason.success ? { reason: reason.data } : {}),
    ...(label !== null && UUID.test(label) ? { label } : {}),
    ...(alike === null || alike === '' ? {} : { alike }),
  };
  const kept = new URLSearchParams();
  for (const name of ['batch', 'reason', 'label', 'alike']) {
    const value = params.get(name);
    if (value !== null && value !== '') kept.set(name, value);
  }
  const shown: ReviewStatus = status.success ? status.data : 'OPEN';
  return {
    filter,
    status: shown,
    filtered: Object.keys(filter).length > 0,
    /** To go behind an address within review. */
    search: kept.size === 0 ? '' : `?${kept}`,
    set: (changes: Record<string, string | null>) => replace({ ...changes, after: null }),
  };
}
