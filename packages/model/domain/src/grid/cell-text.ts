import { type AnnotationAnswer, codePointsOf, type Label, type LabelQuestion } from '@assay/contracts';
import { forSpreadsheet, fromSpreadsheet } from './tsv.ts';

/** Why a text is no answer to a question. */
export type TextRefusal = 'no-such-label' | 'ambiguous' | 'no-step' | 'too-long' | 'not-by-text';

/** “None of them fits”, which is an answer. */
const NONE = '-';

const nameOf = (labels: readonly Label[], labelId: string): string =>
  labels.find((each) => each.id === labelId)?.name ?? '';

/** An answer as a cell of a spreadsheet: labels by their names, several with `; ` between; empty without an answer. */
export function textOfAnswer(question: LabelQuestion, answer: AnnotationAnswer | null): string {
  if (answer === null) return '';
  if (question.kind === 'single' && answer.kind === 'single') {
    return forSpreadsheet(nameOf(question.labels, answer.label.labelId));
  }
  if (question.kind === 'multiple' && answer.kind === 'multiple') {
    if (answer.labels.length === 0) return NONE;
    const names = answer.labels.map((each) => nameOf(question.labels, each.labelId));
    return forSpreadsheet(names.join('; '));
  }
  if (answer.kind === 'rating') return String(answer.value);
  return answer.kind === 'text' ? forSpreadsheet(answer.text) : '';
}

const same = (text: string): string => text.normalize('NFC').trim();

/** The label that is offered under a name; small and large letters count only where the name alone is not enough. */
function labelOf(labels: readonly Label[], text: string): Label | 'no-such-label' | 'ambiguous' {
  const offered = labels.filter((each) => !each.deprecated);
  const wanted = same(text);
  const exact = offered.filter((each) => same(each.name) === wanted);
  const close = offered.filter((each) => same(each.name).toLowerCase() === wanted.toLowerCase());
  const found = exact.length > 0 ? exact : close;
  const [label] = found;
  if (label === undefined) return 'no-such-label';
  return found.length === 1 ? label : 'ambiguous';
}

type Read = { answer: AnnotationAnswer | null } | { refused: TextRefusal };

function readMultiple(labels: readonly Label[], text: string): Read {
  if (text === NONE) return { answer: { kind: 'multiple', labels: [] } };
  const whole = labelOf(labels, text);
  const parts = typeof whole === 'object' ? [text] : text.split(/[;\n]/).filter((part) => same(part) !== '');
  const chosen = new Set<string>();
  for (const part of parts) {
    const label = labelOf(labels, part);
    if (typeof label === 'string') return { refused: label };
    chosen.add(label.id);
  }
  if (chosen.size === 0) return { refused: 'no-such-label' };
  return {
    answer: { kind: 'multiple', labels: [...chosen].map((labelId) => ({ labelId, attributes: {} })) },
  };
}

/** The answer that a cell of a spreadsheet gives; an empty one takes the answer away. */
export function answerOfText(question: LabelQuestion, cell: string): Read {
  const text = fromSpreadsheet(cell);
  if (question.kind === 'cells' || question.kind === 'regions') return { refused: 'not-by-text' };
  if (same(text) === '') return { answer: null };
  switch (question.kind) {
    case 'single': {
      const label = labelOf(question.labels, text);
      if (typeof label === 'string') return { refused: label };
      return { answer: { kind: 'single', label: { labelId: label.id, attributes: {} } } };
    }
    case 'multiple':
      return readMultiple(question.labels, same(text));
    case 'rating': {
      const value = Number(same(cell));
      const isStep = /^[+-]?\d+$/.test(same(cell)) && value >= question.min && value <= question.max;
      return isStep ? { answer: { kind: 'rating', value } } : { refused: 'no-step' };
    }
    case 'text':
      return codePointsOf(text) > question.maxLength
        ? { refused: 'too-long' }
        : { answer: { kind: 'text', text } };
  }
}
