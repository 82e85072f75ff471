'use client';

import { cn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { SectionChange } from '../guideline-types.ts';

type Line = SectionChange['lines'][number];

/** So many unchanged lines stand around a change. */
const CONTEXT = 2;
const signs = { same: '', added: '+', removed: '−' } as const;

/** Lines near a change, and how many are left out between them. */
function parts(lines: readonly Line[]): { skipped: number; lines: { line: Line; at: number }[] }[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some((line) => line.kind !== 'same'),
  );
  const found: { skipped: number; lines: { line: Line; at: number }[] }[] = [];
  let skipped = 0;
  for (const [at, line] of lines.entries()) {
    if (near[at] !== true) {
      skipped += 1;
      continue;
    }
    if (skipped > 0 || found.length === 0) found.push({ skipped, lines: [] });
    found.at(-1)?.lines.push({ line, at });
    skipped = 0;
  }
  if (skipped > 0) found.push({ skipped, lines: [] });
  return found;
}

/** A text before and after, line by line; the marks are words for readers, signs and colours for eyes. */
export function LineDiff({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations('guidelines.compare');
  return (
    <div className="overflow-hidden rounded-md border border-line font-mono text-xs leading-5">
      {parts(lines).map((part) => (
        <Fragment key={part.lines[0]?.at ?? 'end'}>
          {part.skipped === 0 ? null : (
            <p className="bg-sunken px-3 py-1 font-sans text-fg-muted">
              {t('unchangedLines', { count: part.skipped })}
            </p>
          )}
          {part.lines.map(({ line, at }) => (
            <div
              key={at}
              className={cn(
                'flex min-h-6 gap-2 px-3 py-0.5',
                line.kind === 'added' && 'bg-good-soft text-good-text',
                line.kind === 'removed' && 'bg-bad-soft text-bad-text',
              )}
            >
              <span aria-hidden className="w-3 shrink-0 select-none">
                {signs[line.kind]}
              </span>
              {line.kind === 'same' ? null : <span className="sr-only">{t(`lines.${line.kind}`)}</span>}
              <span className="min-w-0 whitespace-pre-wrap wrap-anywhere">{line.text}</span>
            </div>
          ))}
        </Fragment>
      ))}
    </div>
  );
}
