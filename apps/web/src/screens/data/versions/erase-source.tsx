'use client';

import { Button, Callout, Card, ConfirmDialog, Field, LinkButton, Textarea, useToast } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { JobProgress } from '../../jobs/job-progress.tsx';
import type { Source } from '../../sources/use-source.ts';

const SHORTEST_REASON = 3;

/** Erases a source for good, after its name is typed and a reason given. A legal hold beats it, and is explained. */
export function EraseSource({ source, may, mayNot }: { source: Source; may: boolean; mayNot: boolean }) {
  const t = useTranslations('data.dependents');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { toast } = useToast();
  const { params, replace } = useUrlParams();
  const [reason, setReason] = useState('');
  const erase = useMutation(trpc.source.erase.mutationOptions());
  const jobId = params.get('job');
  const hold = source.terms.retention?.legalHold ?? null;
  if (source.erasedAt !== null) {
    return <Callout title={t('erased', { date: source.erasedAt.slice(0, 10) })} />;
  }
  const confirm = async () => {
    if (reason.trim().length < SHORTEST_REASON) throw new Error(`${t('reason')}: ${t('reasonHint')}`);
    try {
      const ordered = await erase.mutateAsync({
        sourceId: source.id,
        confirmName: source.name,
        reason: reason.trim(),
      });
      toast({ title: t('eraseOrdered'), tone: 'info' });
      replace({ job: ordered.jobId });
    } catch (error) {
      const { message, next } = refusalOf(error);
      throw new Error([message, next].filter((text) => text !== null).join(' '));
    }
  };
  return (
    <Card title={t('erase')} description={t('eraseBody')}>
      <div className="space-y-4">
        {source.retentionOn === null ? null : (
          <p className="text-sm text-fg-secondary">
            {t('retention', { date: source.retentionOn.slice(0, 10) })}
          </p>
        )}
        {hold !== null ? (
          <Callout
            tone="warn"
            title={t('hold', { since: hold.since })}
            actions={
              <LinkButton size="sm" href={path(`/sources/${source.id}/terms`)}>
                {t('toTerms')}
              </LinkButton>
            }
          >
            {t('holdBody', { reason: hold.reason })}
          </Callout>
        ) : mayNot ? (
          <p className="text-sm text-fg-muted">{t('noRight')}</p>
        ) : jobId !== null ? (
          <JobProgress jobId={jobId} />
        ) : (
          <ConfirmDialog
            title={t('eraseTitle', { name: source.name })}
            description={t('eraseBody')}
            confirmLabel={t('eraseConfirm')}
            destructive
            typeToConfirm={source.name}
            onConfirm={confirm}
            trigger={
              <Button variant="danger" icon={<Trash2 aria-hidden />} disabled={!may}>
                {t('erase')}
              </Button>
            }
          >
            <Field label={t('reason')} hint={t('reasonHint')} required>
              <Textarea
                rows={2}
                maxLength={2000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
          </ConfirmDialog>
        )}
      </div>
    </Card>
  );
}
