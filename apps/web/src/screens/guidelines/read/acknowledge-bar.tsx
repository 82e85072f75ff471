'use client';

import { Button, TextLink, TimeAgo, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { Acknowledgement, GuidelineView } from '../guideline-types.ts';

/** Whether the reader has read the version that counts, what changed since they did, and the way to say so. */
export function AcknowledgeBar({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines.acknowledge');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const acknowledge = useMutation(trpc.guideline.acknowledge.mutationOptions());
  const { acknowledgement, number } = guideline;
  if (acknowledgement === null) return null;
  const reload = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.guideline.pathFilter()),
      queryClient.invalidateQueries(trpc.home.pathFilter()),
    ]);
  const onAcknowledge = async () => {
    try {
      await acknowledge.mutateAsync({ guidelineVersionId: guideline.versionId });
      toast({ title: t('done', { number }) });
      await reload();
    } catch {
      // The mutation keeps the refusal, which is shown above the bar.
    }
  };
  return (
    <div className="sticky bottom-3 z-10 flex flex-col gap-2">
      <RefusalCallout
        error={acknowledge.error}
        onReload={() => void reload().then(() => acknowledge.reset())}
      />
      <section
        aria-label={t('title')}
        className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border bg-raised px-4 py-3 shadow-md ${
          acknowledgement.must ? 'border-warn-line' : 'border-line'
        }`}
      >
        <State acknowledgement={acknowledgement} guideline={guideline} />
        {acknowledgement.state === 'CURRENT' ? null : (
          <Button
            variant={acknowledgement.must ? 'primary' : 'secondary'}
            loading={acknowledge.isPending}
            onClick={() => void onAcknowledge()}
          >
            {t('act', { number })}
          </Button>
        )}
      </section>
    </div>
  );
}

function State({
  acknowledgement: { state, must, number: read, versionId, at },
  guideline,
}: {
  acknowledgement: Acknowledgement;
  guideline: GuidelineView;
}) {
  const t = useTranslations('guidelines.acknowledge');
  const { path } = useOrg();
  const { number } = guideline;
  const changes = (
    <TextLink
      href={path(
        `/guidelines/${guideline.id}/compare?before=${versionId ?? ''}&after=${guideline.versionId}`,
      )}
    >
      {t('changes')}
    </TextLink>
  );
  return (
    <p className="flex min-w-0 flex-1 basis-60 items-start gap-2 text-sm">
      {state === 'CURRENT' ? (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good-text" />
      ) : must ? (
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-text" />
      ) : (
        <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-fg-muted" />
      )}
      <span>
        {state === 'CURRENT' ? (
          <>
            {t('current', { number })}
            {at === null ? null : (
              <>
                {' · '}
                <TimeAgo at={at} className="text-fg-muted" />
              </>
            )}
          </>
        ) : state === 'NONE' ? (
          t('none', { number })
        ) : (
          <>
            {t(must ? 'outdated' : 'unchanged', { number, read: read ?? 0 })} {changes}
          </>
        )}
      </span>
    </p>
  );
}
