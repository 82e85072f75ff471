'use client';

import { createContext, useContext } from 'react';

export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean | undefined;
};

export const FieldContext = createContext<FieldControl | undefined>(undefined);

/** The wiring that the surrounding Field gives to its control; a control's own props win. */
export function useFieldControl<P extends object>(own: P): P & Partial<FieldControl> {
  const field = useContext(FieldContext);
  if (field === undefined) return own;
  const wired = Object.fromEntries(Object.entries(field).filter(([, v]) => v !== undefined));
  return { ...wired, ...own };
}
