'use client';

import { useEffect, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';

/** A text that survives a reload: it stays in this browser, for this person, until it is sent or emptied. */
export function useDraft(name: string) {
  const { person } = useOrg();
  const key = `assay.comment.${person.id}.${name}`;
  const [text, setText] = useState('');
  useEffect(() => {
    const kept = read(key);
    // What was typed before the page came alive is newer.
    if (kept !== '') setText((now) => (now === '' ? kept : now));
  }, [key]);
  return {
    text,
    setText: (next: string) => {
      setText(next);
      write(key, next);
    },
    /** Empties the field and keeps the text aside until `forget`, so that a refusal loses nothing. */
    lift: () => setText(''),
    restore: (lifted: string) =>
      setText((now) => {
        const all = now === '' ? lifted : `${lifted}\n\n${now}`;
        write(key, all);
        return all;
      }),
    forget: (lifted: string) => {
      if (read(key) === lifted) write(key, '');
    },
  };
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A browser without storage keeps drafts for as long as the page is open.
  }
}
