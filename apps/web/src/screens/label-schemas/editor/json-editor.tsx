'use client';

import { Card, Field, ScrollRegion, Textarea } from '@assay/ui';
import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import type { LineProblem } from '../read-schema.ts';

/** The document as text, with the lines that its problems stand on. */
export function JsonEditor({
  text,
  problems,
  disabled,
  onChange,
}: {
  text: string;
  problems: readonly LineProblem[];
  disabled: boolean;
  onChange: (text: string) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const lines = text.split('\n');
  const wrong = new Map(problems.map((problem) => [problem.line, problem.severity]));
  const goTo = (line: number) => {
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    const height = (area.current?.clientHeight ?? 0) / lines.length;
    window.scrollTo({
      top: (area.current?.getBoundingClientRect().top ?? 0) + window.scrollY + (line - 8) * height,
    });
  };
  return (
    <div className="flex flex-col gap-4">
      <Card flush title={t('jsonProblems')}>
        {problems.length === 0 ? (
          <p className="flex items-center gap-2 px-4 py-3 text-sm sm:px-5">
            <CircleCheck aria-hidden className="size-4 shrink-0 text-good-text" />
            {t('sound')}
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.field} ${problem.code} ${problem.message}`}>
                <button
                  type="button"
                  onClick={() => goTo(problem.line)}
                  className="ring-inside flex w-full items-start gap-2 px-4 py-2.5 text-left text-sm hover:bg-hover sm:px-5"
                >
                  {problem.severity === 'error' ? (
                    <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad-text" />
                  ) : (
                    <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-text" />
                  )}
                  <span className="min-w-0 wrap-anywhere">
                    <span className="font-medium">{t('line', { line: problem.line })}</span>{' '}
                    <code className="text-xs text-fg-muted">{problem.field}</code>
                    <span className="block">
                      {problem.message}
                      {problem.next === null ? null : (
                        <span className="text-fg-secondary"> {problem.next}</span>
                      )}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Field label={t('jsonField')} id={id} hint={t('jsonHint')}>
        <ScrollRegion label={t('jsonField')} className="rounded-md border border-line-strong bg-surface">
          <div className="flex min-w-fit font-mono text-sm leading-5">
            <ol aria-hidden className="sticky left-0 shrink-0 border-r border-line bg-sunken py-2 text-right">
              {Array.from(lines, (_, at) => at + 1).map((line) => (
                <li
                  key={line}
                  className={
                    wrong.get(line) === 'error'
                      ? 'bg-bad-soft px-2 font-semibold text-bad-text'
                      : wrong.has(line)
                        ? 'bg-warn-soft px-2 font-semibold text-warn-text'
                        : 'px-2 text-fg-muted'
                  }
                >
                  {line}
                </li>
              ))}
            </ol>
            <Textarea
              ref={area}
              wrap="off"
              rows={lines.length}
              cols={Math.min(400, Math.max(...lines.map((line) => line.length)) + 2)}
              spellCheck={false}
              disabled={disabled}
              value={text}
              onChange={(event) => onChange(event.target.value)}
              className="w-auto min-w-full flex-1 resize-none overflow-hidden rounded-none border-0 font-mono whitespace-pre"
            />
          </div>
        </ScrollRegion>
      </Field>
    </div>
  );
}
