import { type Ref, useCallback, useEffect, useRef } from 'react';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

function give<T>(ref: Ref<T> | undefined, node: T | null): void {
  if (typeof ref === 'function') ref(node);
  else if (ref !== null && ref !== undefined) ref.current = node;
}

/**
 * What a person, or a password manager, writes into a field drawn by the server before the page has come alive is in
 * the page but unknown to the program, which would wipe it with its first drawing. This hands it in as if it were
 * typed now. Returns the ref for the control.
 */
export function useTypedEarly<T extends TextControl>(value: unknown, ref: Ref<T> | undefined) {
  const control = useRef<T>(null);
  const known = useRef(value);
  useEffect(() => {
    const node = control.current;
    const expected = known.current === undefined ? null : String(known.current ?? '');
    if (node === null || expected === null || node.type === 'file' || node.value === expected) return;
    const typed = node.value;
    // Set back where React looks, then forth past it, so that React takes the event for a change.
    node.value = expected;
    const prototype: object = Object.getPrototypeOf(node);
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(node, typed);
    node.dispatchEvent(new Event('input', { bubbles: true }));
  }, []);
  return useCallback(
    (node: T | null) => {
      control.current = node;
      give(ref, node);
    },
    [ref],
  );
}
