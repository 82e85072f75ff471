'use client';

import { Button, Card } from '@assay/ui';
import { LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LeaveDialog } from '~/screens/members/leave-dialog.tsx';

export function LeaveCard() {
  const t = useTranslations('settings');
  const [open, setOpen] = useState(false);
  return (
    <Card title={t('leave')} description={t('leaveBody')}>
      <Button
        variant="danger-quiet"
        className="-ml-3"
        icon={<LogOut aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('leave')}
      </Button>
      {open ? <LeaveDialog onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}
