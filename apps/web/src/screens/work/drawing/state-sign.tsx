'use client';

import type { ProposalState } from '@assay/contracts';
import { CircleCheck, CircleDashed, CircleX, PencilRuler } from 'lucide-react';
import { useTranslations } from 'next-intl';

const SIGNS = { open: CircleDashed, accepted: CircleCheck, fixed: PencilRuler, rejected: CircleX } as const;

/** What became of a proposal. */
export function StateSign({ state }: { state: ProposalState }) {
  const t = useTranslations('work.draw.verify.states');
  const Sign = SIGNS[state];
  return (
    <span title={t(state)} className="shrink-0 text-fg-muted">
      <Sign aria-hidden className="size-4" />
    </span>
  );
}
