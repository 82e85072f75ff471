'use client';

import type { AppRouter } from '@assay/api';
import { Button, Bytes, Callout, Card } from '@assay/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';

type Check = inferRouterOutputs<AppRouter>['version']['check'];

/** Compares every file of a version with its hash, when asked. */
export function CheckCard({ versionId, files }: { versionId: string; files: number }) {
  const t = useTranslations('versions.check');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [state, setState] = useState<{ checking: boolean; found: Check | null; error: unknown }>({
    checking: false,
    found: null,
    error: null,
  });
  const check = async () => {
    setState({ checking: true, found: null, error: null });
    try {
      const found = await queryClient.fetchQuery({
        ...trpc.version.check.queryOptions({ versionId }),
        staleTime: 0,
      });
      setState({ checking: false, found, error: null });
    } catch (error) {
      setState({ checking: false, found: null, error });
    }
  };
  const { found } = state;
  return (
    <Card title={t('title')} description={t('about', { count: files })}>
      <div className="flex flex-col items-start gap-3">
        <Button icon={<ShieldCheck aria-hidden />} loading={state.checking} onClick={() => void check()}>
          {t('go')}
        </Button>
        <RefusalCallout error={state.error} />
        {found === null ? null : found.lost.length === 0 ? (
          <Callout
            tone="good"
            announce="status"
            title={t('whole', { count: found.files })}
            className="w-full"
          >
            <Bytes value={found.bytes} />
          </Callout>
        ) : (
          <Callout tone="bad" title={t('lost', { count: found.lost.length })} className="w-full">
            <ul className="flex flex-col gap-2">
              {found.lost.map((file) => (
                <li key={file.sha256} className="min-w-0">
                  {file.run === null
                    ? t(`part.${file.part as 'labels'}`)
                    : t('rows', { run: file.run, from: (file.fromRow ?? 0) + 1, to: file.toRow ?? 1 })}
                  {': '}
                  {t(file.why)}
                  <code className="block font-mono text-xs break-all">{file.sha256}</code>
                </li>
              ))}
            </ul>
            <p className="mt-2">{t('rest')}</p>
          </Callout>
        )}
      </div>
    </Card>
  );
}
