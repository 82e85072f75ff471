'use client';

import type { GuidelineExample } from '@assay/contracts';
import { formatPredicate } from '@assay/domain';
import { Badge, Card, DiffText } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { GuidelineChanges } from '../guideline-types.ts';

type Side = { before: string | null; after: string | null };
type Part = Exclude<keyof GuidelineChanges, 'sections'>;

/** Terms, examples, checks and rules that came, went or say something else, as the words of both sides. */
export function ListChanges({ changes }: { changes: GuidelineChanges }) {
  const t = useTranslations('guidelines.read');
  const both = <T,>(
    { before, after }: { before: T | null; after: T | null },
    write: (each: T) => string,
  ): Side => ({
    before: before === null ? null : write(before),
    after: after === null ? null : write(after),
  });
  const written: Record<Part, Side[]> = {
    examples: changes.examples.map((each) => both(each, exampleText)),
    checklist: changes.checklist.map((each) =>
      both(each, ({ text, required }) => `${text} (${t(required ? 'required' : 'optional')})`),
    ),
    rules: changes.rules.map((each) =>
      both(
        each,
        ({ text, severity, holds }) => `${text} (${t(`severity.${severity}`)})\n${formatPredicate(holds)}`,
      ),
    ),
    glossary: changes.glossary.map((each) => both(each, ({ term, meaning }) => `${term}: ${meaning}`)),
  };
  return (Object.keys(written) as Part[]).map((part) => (
    <Changed key={part} part={part} sides={written[part]} />
  ));

  function exampleText({ verdict, title, content, why }: GuidelineExample): string {
    const shown =
      content.kind === 'text'
        ? [content.text]
        : content.values.map(({ column, value }) => `${column}: ${value === null ? t('missing') : value}`);
    return [`${t(verdict)}: ${title}`, ...shown, why].join('\n');
  }
}

function Changed({ part, sides }: { part: Part; sides: readonly Side[] }) {
  const t = useTranslations('guidelines.compare');
  const words = useTranslations('guidelines.read');
  if (sides.length === 0) return null;
  const kindOf = ({ before, after }: Side) =>
    before === null ? 'added' : after === null ? 'removed' : 'changed';
  const tones = { added: 'good', removed: 'bad', changed: 'info' } as const;
  return (
    <Card headingLevel={3} title={words(part)}>
      <ul className="flex flex-col divide-y divide-line">
        {sides.map((side) => (
          <li
            key={`${side.before ?? ''}→${side.after ?? ''}`}
            className="flex flex-col items-start gap-1.5 py-3 text-sm first:pt-0 last:pb-0"
          >
            <Badge tone={tones[kindOf(side)]}>{t(`kinds.${kindOf(side)}`)}</Badge>
            <DiffText before={side.before ?? ''} after={side.after ?? ''} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
