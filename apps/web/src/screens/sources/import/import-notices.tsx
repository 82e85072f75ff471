'use client';

import type { ImportNotice } from '@assay/contracts';
import { Badge, Button, NumberText, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const tones: Record<ImportNotice['severity'], Tone> = { error: 'bad', warning: 'warn', info: 'info' };
const rank: Record<ImportNotice['severity'], number> = { error: 0, warning: 1, info: 2 };
const SHOWN = 8;

/** What to know about the file, the gravest first. */
export function ImportNotices({ notices }: { notices: readonly ImportNotice[] }) {
  const t = useTranslations('sources.import');
  const [all, setAll] = useState(false);
  const sorted = [...notices].sort((a, b) => rank[a.severity] - rank[b.severity]);
  const shown = all ? sorted.slice(0, 500) : sorted.slice(0, SHOWN);
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {shown.map((notice) => (
          <li
            key={`${notice.code} ${notice.column ?? ''} ${notice.line ?? ''} ${notice.message}`}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2 text-sm first:pt-0 last:pb-0"
          >
            <Badge tone={tones[notice.severity]}>{t(`severity.${notice.severity}`)}</Badge>
            <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
              {notice.column === null || notice.message.includes(notice.column) ? null : (
                <>
                  <code className="font-mono">{notice.column}</code>:{' '}
                </>
              )}
              {notice.message}
            </span>
            {notice.line === null ? null : (
              <span className="text-xs text-fg-muted">
                {t('line')} <NumberText value={notice.line} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {sorted.length > SHOWN ? (
        <Button size="sm" variant="quiet" className="mt-2" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t('fewerNotices') : t('allNotices', { count: sorted.length })}
        </Button>
      ) : null}
    </>
  );
}
