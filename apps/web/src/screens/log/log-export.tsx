'use client';

import { can } from '@assay/domain';
import {
  Callout,
  CodeBlock,
  DateTime,
  KeyValue,
  LinkButton,
  NumberText,
  Sheet,
  Skeleton,
  TextLink,
} from '@assay/ui';
import { Download, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useLogFilters } from './log-filters.tsx';

/** How to take the log out and check it without this server: file, key, page, command. */
export function LogExport({ trigger }: { trigger: ReactElement }) {
  const t = useTranslations('log');
  const trpc = useTRPC();
  const { organisation, person } = useOrg();
  const [open, setOpen] = useState(false);
  const query = useQuery(trpc.log.verifierKey.queryOptions(undefined, { enabled: open }));
  const mayExport = can(
    { kind: 'user', userId: person.id, orgId: '', orgRoles: organisation.roles },
    'log.export',
  );
  const key = query.data?.verifierKey;
  const shown = new URLSearchParams({ org: organisation.slug, ...useLogFilters() });
  return (
    <Sheet
      title={t('exportTitle')}
      description={t('exportBody')}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
    >
      <div className="space-y-6">
        {mayExport ? (
          <div className="space-y-2">
            <div className="flex flex-wrap gap-2">
              <LinkButton
                variant="primary"
                href={`/api/log/export?org=${organisation.slug}`}
                download
                icon={<Download aria-hidden />}
              >
                {t('download')}
              </LinkButton>
              <LinkButton href={`/api/log/entries.csv?${shown}`} download icon={<Table2 aria-hidden />}>
                {t('downloadCsv')}
              </LinkButton>
            </div>
            <p className="text-sm text-fg-secondary">{t('downloadCsvBody')}</p>
          </div>
        ) : (
          <Callout>{t('noExport')}</Callout>
        )}
        <RefusalCallout error={query.error} />
        {query.data === undefined ? (
          <Skeleton className="h-40" />
        ) : (
          <>
            <section className="space-y-2">
              <h3 className="text-sm font-semibold">{t('key')}</h3>
              <p className="text-sm text-fg-secondary">{t('keyBody')}</p>
              <CodeBlock label={t('key')} copyLabel={t('copyKey')} code={query.data.verifierKey} />
            </section>
            <KeyValue
              stacked
              items={[
                { key: 'size', label: t('size'), value: <NumberText value={query.data.size} /> },
                {
                  key: 'checkpoint',
                  label: t('checkpoint'),
                  value:
                    query.data.latestCheckpoint === null ? (
                      t('noCheckpoint')
                    ) : (
                      <>
                        <DateTime at={query.data.latestCheckpoint.at} />,{' '}
                        {t('checkpointAt', { size: query.data.latestCheckpoint.size })}
                      </>
                    ),
                },
              ]}
            />
          </>
        )}
        {query.isPending ? null : (
          <section className="space-y-2">
            <TextLink href={`/verify.html${key === undefined ? '' : `#key=${encodeURIComponent(key)}`}`}>
              {t('verifyPage')}
            </TextLink>
            <p className="text-sm text-fg-secondary">{t('verifyPageBody')}</p>
          </section>
        )}
        {key === undefined ? null : (
          <section className="space-y-2">
            <h3 className="text-sm font-semibold">{t('verifyCommand')}</h3>
            <CodeBlock
              label={t('verifyCommand')}
              copyLabel={t('copyCommand')}
              code={`npm run -s assay -- ledger verify log.assay-ledger.jsonl --key "${key}"`}
            />
          </section>
        )}
      </div>
    </Sheet>
  );
}
