'use client';

import { useEffect, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';

/** A text that survives a reload: it stays in this browser, for this person, until it is sent or emptied. */
export function useDraft(name: string) {
  const { person } = useOrg();
  const key = `assay.comment.${person.id}.${name}`;
  // What was typed about one thing is not shown where another is talked about.
  const [typed, setTyped] = useState({ key, text: '' });
  const put = (text: string) => setTyped({ key, text });
  useEffect(() => {
    const kept = read(key);
    // What was typed before the page came alive is newer.
    setTyped((now) => (now.key === key && now.text !== '' ? now : { key, text: kept }));
  }, [key]);
  return {
    text: typed.key === key ? typed.text : '',
    setText: (next: string) => {
      put(next);
      write(key, next);
    },
    /** Empties the field while `deliver` takes its text away; what is refused comes back before what was typed since. */
    send: async (lifted: string, deliver: () => Promise<void>): Promise<void> => {
      put('');
      try {
        await deliver();
        if (read(key) === lifted) write(key, '');
      } catch (error) {
        setTyped((now) => {
          // Of something else by now: this is kept where it was, and there again when one comes back to it.
          if (now.key !== key) return now;
          const text = now.text === '' ? lifted : `${lifted}\n\n${now.text}`;
          write(key, text);
          return { key, text };
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
