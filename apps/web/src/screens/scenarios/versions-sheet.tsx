'use client';

import { Button, DateTime, EmptyState, LinkButton, Sheet } from '@assay/ui';
import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

/** Every version of the list: who made it, when, and what it says otherwise than the one before. */
export function VersionsSheet({
  projectId,
  hrefOf,
  onClose,
}: {
  projectId: string;
  /** Where a version is looked at. */
  hrefOf: (number: number) => string;
  onClose: () => void;
}) {
  const t = useTranslations('scenarios.versions');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const [below, setBelow] = useState<number | null>(null);
  const query = useQuery(trpc.scenario.versions.queryOptions({ projectId, below, limit: 25 }));
  return (
    <Sheet
      open
      title={t('title')}
      description={t('about')}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <QueryState query={query}>
        {({ versions, next }) =>
          versions.length === 0 ? (
            <EmptyState compact icon={<History aria-hidden />} title={t('emptyTitle')} />
          ) : (
            <>
              <ol className="flex flex-col divide-y divide-line">
                {versions.map((version) => (
                  <li key={version.number} className="flex flex-col gap-1 py-3 first:pt-0">
                    <div className="flex flex-wrap items-center justify-between gap-2">
                      <h3 className="text-sm font-medium">{t('version', { number: version.number })}</h3>
                      <LinkButton
                        size="sm"
                        variant="quiet"
                        href={hrefOf(version.number)}
                        aria-label={t('lookAt', { number: version.number })}
                        onClick={onClose}
                      >
                        {t('look')}
                      </LinkButton>
                    </div>
                    <p className="text-xs text-fg-muted">
                      {version.by.name ?? common('unknownPerson')} · <DateTime at={version.at} />
                    </p>
                    <ul className="flex flex-col gap-0.5 text-sm text-fg-secondary">
                      {version.changes.map((each) => (
                        <li key={`${each.id} ${each.change}`} className="wrap-anywhere">
                          {t(`changes.${each.change}`, {
                            name: each.name,
                            fields: each.fields.map((field) => t(`fields.${field}`)).join(', '),
                          })}
                        </li>
                      ))}
                    </ul>
                  </li>
                ))}
              </ol>
              {next === null ? null : (
                <Button className="mt-3" onClick={() => setBelow(next)}>
                  {t('earlier')}
                </Button>
              )}
            </>
          )
        }
      </QueryState>
    </Sheet>
  );
}
