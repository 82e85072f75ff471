import {
  type Guideline,
  type GuidelineExample,
  type GuidelineRole,
  guideline,
  type Literal,
} from '@assay/contracts';
import { formatPredicate, parsePredicate } from '@assay/domain';
import { newId } from '../versioned/new-id.ts';

export type SectionDraft = { id: string; heading: string; roles: readonly GuidelineRole[]; body: string };
export type TermDraft = { id: string; term: string; meaning: string };
export type ValueDraft = { id: string; column: string; value: string };
export type ExampleDraft = {
  id: string;
  verdict: GuidelineExample['verdict'];
  title: string;
  shows: 'row' | 'text';
  values: readonly ValueDraft[];
  text: string;
  why: string;
};
export type CheckDraft = { id: string; text: string; required: boolean };
export type RuleDraft = { id: string; text: string; severity: 'error' | 'warning'; holds: string };

/** A guideline as it is typed: texts may still be missing or wrong. */
export type GuidelineDraft = {
  sections: readonly SectionDraft[];
  glossary: readonly TermDraft[];
  examples: readonly ExampleDraft[];
  checklist: readonly CheckDraft[];
  rules: readonly RuleDraft[];
};

/** What is wrong with a draft, at which field (`sections.0.heading`); `code` names the words. */
export type DraftProblem = {
  field: string;
  code: 'empty' | 'long' | 'name' | 'predicate' | 'other';
  detail: string;
};

export const newSection = (): SectionDraft => ({ id: newId(), heading: '', roles: [], body: '' });
export const newTerm = (): TermDraft => ({ id: newId(), term: '', meaning: '' });
export const newValue = (): ValueDraft => ({ id: newId(), column: '', value: '' });
export const newCheck = (): CheckDraft => ({ id: newId(), text: '', required: true });
export const newRule = (): RuleDraft => ({ id: newId(), text: '', severity: 'error', holds: '' });
export const newExample = (verdict: ExampleDraft['verdict']): ExampleDraft => ({
  id: newId(),
  verdict,
  title: '',
  shows: 'row',
  values: [newValue()],
  text: '',
  why: '',
});

export const emptyDraft = (): GuidelineDraft => ({
  sections: [newSection()],
  glossary: [],
  examples: [],
  checklist: [],
  rules: [],
});

export function draftOf(document: Guideline): GuidelineDraft {
  return {
    sections: document.sections,
    glossary: document.glossary.map((each) => ({ ...each, id: newId() })),
    examples: document.examples.map(({ content, ...each }) => ({
      ...each,
      shows: content.kind,
      values:
        content.kind === 'row'
          ? content.values.map(({ column, value }) => ({
              id: newId(),
              column,
              value: value === null ? '' : String(value),
            }))
          : [newValue()],
      text: content.kind === 'text' ? content.text : '',
    })),
    checklist: document.checklist,
    rules: document.rules.map((rule) => ({ ...rule, holds: formatPredicate(rule.holds) })),
  };
}

type Named = { name: string; type: string };

/** A value of an example as its column has it; an empty one is missing. */
function literalOf(text: string, column: string, columns: readonly Named[]): Literal | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const type = columns.find(({ name }) => name === column)?.type;
  const number = Number(trimmed);
  return (type === 'integer' || type === 'decimal') && Number.isFinite(number) ? number : trimmed;
}

/**
 * The document that a draft stands for, or what keeps it from being one. Values of examples are read by the type of
 * their column where it is known.
 */
export function documentOf(
  draft: GuidelineDraft,
  columns: readonly Named[],
): { document: Guideline | null; problems: DraftProblem[] } {
  const problems: DraftProblem[] = [];
  const names = columns.map(({ name }) => name);
  const rules = draft.rules.map(({ holds, ...rule }, at) => {
    const field = `rules.${at}.holds`;
    const parsed = holds.trim() === '' ? null : parsePredicate(holds, names);
    if (parsed === null) problems.push({ field, code: 'empty', detail: '' });
    else if (!parsed.ok) problems.push({ field, code: 'predicate', detail: parsed.error.message });
    return { ...rule, holds: parsed?.ok === true ? parsed.predicate : { op: 'true' } };
  });
  const read = guideline.safeParse({
    type: 'assay.guideline',
    version: 1,
    sections: draft.sections,
    glossary: draft.glossary.map(({ term, meaning }) => ({ term, meaning })),
    examples: draft.examples.map(({ id, verdict, title, shows, values, text, why }) => ({
      id,
      verdict,
      title,
      content:
        shows === 'text'
          ? { kind: 'text', text }
          : {
              kind: 'row',
              values: values.map(({ column, value }) => ({
                column,
                value: literalOf(value, column, columns),
              })),
            },
      why,
    })),
    checklist: draft.checklist,
    rules,
  });
  if (!read.success) {
    problems.push(
      ...read.error.issues.map(
        (issue): DraftProblem => ({
          field: issue.path.join('.'),
          code: issue.code === 'too_small' ? 'empty' : issue.code === 'too_big' ? 'long' : 'other',
          detail: issue.message,
        }),
      ),
    );
  }
  return { document: problems.length === 0 && read.success ? read.data : null, problems };
}

/** A list with the entry at one place moved to another; the same list where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return list;
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, entry);
}
