'use client';

import { ConfirmDialog, Field, Select, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Pattern } from './review-types.ts';

/** Says a pattern as a rule in the next version of a guideline. */
export function RuleDialog({
  pattern,
  projectId,
  onOpenChange,
}: {
  pattern: Pattern;
  projectId: string;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('review.patterns');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const guidelines = useQuery(trpc.guideline.list.queryOptions({ projectId, limit: 200 }));
  const [picked, setPicked] = useState('');
  const [text, setText] = useState(pattern.comment);
  const [severity, setSeverity] = useState<'error' | 'warning'>('error');
  const add = useMutation(trpc.pattern.addRule.mutationOptions());
  const list = guidelines.data?.guidelines ?? [];
  const guideline = list.find((each) => each.id === picked) ?? list[0];
  return (
    <ConfirmDialog
      title={t('ruleTitle')}
      description={t('ruleAbout')}
      confirmLabel={t('ruleSave')}
      open
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        if (guideline === undefined) throw new Error(t('noGuideline'));
        const { number } = await add
          .mutateAsync({
            patternId: pattern.id,
            guidelineId: guideline.id,
            revision: guideline.revision,
            text,
            severity,
          })
          .catch((error: unknown) => {
            throw new Error(refusalOf(error).message);
          });
        toast({ title: t('ruleSaved', { number }) });
        await Promise.all([
          queryClient.invalidateQueries(trpc.pattern.pathFilter()),
          queryClient.invalidateQueries(trpc.guideline.pathFilter()),
        ]);
      }}
    >
      <div className="flex flex-col gap-4">
        <Field label={t('guideline')}>
          <Select
            value={guideline?.id ?? ''}
            onChange={(event) => setPicked(event.target.value)}
            options={list.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={t('text')} required>
          <Textarea rows={2} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Field label={t('severity')}>
          <Select
            value={severity}
            onChange={(event) => setSeverity(event.target.value === 'warning' ? 'warning' : 'error')}
            options={[
              { value: 'error', label: t('severities.error') },
              { value: 'warning', label: t('severities.warning') },
            ]}
          />
        </Field>
      </div>
    </ConfirmDialog>
  );
}
