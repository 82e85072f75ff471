'use client';

import { Button, Card, EmptyState } from '@assay/ui';
import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** The row is covered while one is away from it. */
export function PausedScreen({ onResume }: { onResume: () => void }) {
  const t = useTranslations('work');
  return (
    <Card>
      <EmptyState
        icon={<Pause aria-hidden />}
        title={t('paused')}
        description={t('pausedBody')}
        action={
          <Button variant="primary" icon={<Play aria-hidden />} onClick={onResume} autoFocus>
            {t('actions.resume')}
          </Button>
        }
      />
    </Card>
  );
}
