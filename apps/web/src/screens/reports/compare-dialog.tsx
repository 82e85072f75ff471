'use client';

import { Button, Combobox, Dialog, Field, LinkButton } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { ReportView } from './report-types.ts';

/** Chooses the report to put beside this one. */
export function CompareDialog({ report, onClose }: { report: ReportView; onClose: () => void }) {
  const t = useTranslations('reports.compare');
  const trpc = useTRPC();
  const { path } = useOrg();
  const [other, setOther] = useState<string>();
  const reports = useQuery(trpc.report.list.queryOptions({ projectId: report.projectId, limit: 100 }));
  const options = (reports.data?.reports ?? [])
    .filter((each) => each.id !== report.id && each.status === 'READY')
    .map((each) => ({ value: each.id, label: each.name }));
  return (
    <Dialog
      open
      size="sm"
      title={t('choose')}
      description={t('chooseAbout')}
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {other === undefined ? null : (
            <LinkButton variant="primary" href={path(`/reports/${report.id}/compare?with=${other}`)}>
              {t('open')}
            </LinkButton>
          )}
        </>
      }
    >
      <RefusalCallout error={reports.error} />
      {reports.data !== undefined && options.length === 0 ? (
        <p className="text-sm text-fg-secondary">{t('noOther')}</p>
      ) : (
        <Field label={t('other')}>
          <Combobox
            options={options}
            value={other}
            onChange={setOther}
            loading={reports.isPending}
            placeholder={t('placeholder')}
          />
        </Field>
      )}
    </Dialog>
  );
}
