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
    /** Empties the field while `deliver` takes its text away; what is refused comes back before what was typed since. */
    send: async (lifted: string, deliver: () => Promise<void>): Promise<void> => {
      setText('');
      try {
        await deliver();
        if (read(key) === lifted) write(key, '');
      } catch (error) {
        setText((now) => {
          const all = now === '' ? lifted : `${lifted}\n\n${now}`;
          write(key, all);
          return all;
        });
        throw error;
      }
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
