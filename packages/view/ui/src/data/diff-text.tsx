'use client';

import { diffWords } from '../lib/diff.ts';
import { useLabels } from '../lib/ui-provider.tsx';

export type DiffTextProps = { before: string; after: string };

/** What changed between two texts; the marks are words for readers, underline and strike for eyes. */
export function DiffText({ before, after }: DiffTextProps) {
  const t = useLabels('diff');
  let offset = 0;
  return (
    <span className="whitespace-pre-wrap wrap-anywhere">
      {diffWords(before, after).map((part) => {
        offset += part.text.length;
        const key = `${part.kind}${offset}`;
        if (part.kind === 'same') return <span key={key}>{part.text}</span>;
        return part.kind === 'added' ? (
          <ins key={key} className="rounded-sm bg-good-soft text-good-text underline">
            <span className="sr-only">[{t.added}: </span>
            {part.text}
            <span className="sr-only">]</span>
          </ins>
        ) : (
          <del key={key} className="rounded-sm bg-bad-soft text-bad-text line-through">
            <span className="sr-only">[{t.removed}: </span>
            {part.text}
            <span className="sr-only">]</span>
          </del>
        );
      })}
    </span>
  );
}
