'use client';

import type { Annotation, LabelSchema } from '@assay/contracts';
import { answerByKey } from '@assay/domain';
import { useEffect, useRef } from 'react';

type Answer = Annotation['answers'][string] | null;

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null;

const isChosenControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, a, summary') && target.matches(':focus-visible');

/** The keys of labels, as in the workbench; Enter compares, and goes on. */
export function usePracticeKeys(keys: {
  schema: LabelSchema;
  answers: Annotation['answers'];
  active: string | null;
  column: string | null;
  onAnswer: (questionId: string, answer: Answer) => void;
  onGo: () => void;
}): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { schema, answers, active, column, onAnswer, onGo } = now.current;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyped(event.target)) return;
      if (event.key === 'Enter') {
        if (isChosenControl(event.target)) return;
        event.preventDefault();
        onGo();
        return;
      }
      const first = schema.questions.filter((each) => each.id === active);
      for (const question of [...first, ...schema.questions.filter((each) => each.id !== active)]) {
        const next = answerByKey(question, answers[question.id] ?? null, event.key, column);
        if (next === undefined) continue;
        event.preventDefault();
        onAnswer(question.id, next);
        return;
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
