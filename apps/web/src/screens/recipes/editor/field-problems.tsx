'use client';

import type { RecipeProblem } from '@assay/contracts';
import { cn } from '@assay/ui';
import { CircleAlert, Info } from 'lucide-react';

/** What is wrong, or to be known, at one field of a recipe. */
export function FieldProblems({
  problems,
  className,
}: {
  problems: readonly RecipeProblem[];
  className?: string | undefined;
}) {
  if (problems.length === 0) return null;
  return (
    <div role="status" className={className}>
      <ul className="flex flex-col gap-1 text-sm">
        {problems.map((problem) => (
          <li
            key={`${problem.field}${problem.code}${problem.message}`}
            className={cn(
              'flex items-start gap-1.5 wrap-anywhere',
              problem.severity === 'error' ? 'text-bad-text' : 'text-warn-text',
            )}
          >
            {problem.severity === 'error' ? (
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            ) : (
              <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
            )}
            <span>
              {problem.message}
              {problem.next === null ? null : <span className="text-fg-secondary"> {problem.next}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
