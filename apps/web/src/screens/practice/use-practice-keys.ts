'use client';

import type { Annotation } from '@assay/contracts';
import { commandOf, type KeysInForce, keysInForce, labelKeysOf } from '@assay/domain';
import { useEffect, useRef } from 'react';
import { useOwnKeys } from '../work/keys/use-own-keys.ts';
import { answerOfKey, isChosenControl, isField, move, type QuestionPlace } from '../work/question-keys.ts';
import { waysOf } from '../work/use-desk-keys.ts';

type PracticeKeys = QuestionPlace & {
  answers: Annotation['answers'];
  onAnswer: (questionId: string, answer: Annotation['answers'][string] | null) => void;
  onGo: () => void;
};

/** The keys of the workbench, as this person chose them, as far as they mean something here: submitting compares. */
export function usePracticeKeys(keys: PracticeKeys): void {
  const { document } = useOwnKeys();
  const inForce = keysInForce(document, labelKeysOf(keys.schema));
  const latest = useRef({ keys, inForce });
  useEffect(() => {
    latest.current = { keys, inForce };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (window.document.querySelector('[role=dialog], [role=menu]') !== null) return;
      if (press(latest.current, event)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function press(
  { keys, inForce }: { keys: PracticeKeys; inForce: KeysInForce },
  event: KeyboardEvent,
): boolean {
  const ways = waysOf(event);
  const isSent = inForce.submitTyping !== null && ways.includes(inForce.submitTyping);
  if (isSent) keys.onGo();
  if (isSent || isField(event.target)) return isSent;
  if (ways.includes('Enter') && isChosenControl(event.target)) return false;
  for (const way of ways) {
    const found = [...way].length === 1 ? answerOfKey(keys, keys.answers, way) : null;
    if (found !== null) {
      keys.onAnswer(found.questionId, found.answer);
      return true;
    }
    switch (commandOf(inForce, [way])) {
      case 'submit':
        keys.onGo();
        return true;
      case 'flag':
        return move(keys, 'flag');
      case 'nextCell':
        return move(keys, 'nextCell');
      case 'previousCell':
        return move(keys, 'previousCell');
      case 'nextQuestion':
        return move(keys, 'nextQuestion');
      case 'previousQuestion':
        return move(keys, 'previousQuestion');
      default:
    }
  }
  return false;
}
