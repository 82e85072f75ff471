'use client';

import { Card, EmptyState, SkeletonRows } from '@assay/ui';
import { Lock } from 'lucide-react';

/** In place of a list that this person may not see: that it is so, and whom to ask. */
export function NotAllowedCard({ title, body }: { title: string; body: string }) {
  return (
    <Card>
      <EmptyState icon={<Lock aria-hidden />} title={title} description={body} />
    </Card>
  );
}

/** In place of a list that is on its way. */
export function LoadingCard() {
  return (
    <Card>
      <SkeletonRows />
    </Card>
  );
}
