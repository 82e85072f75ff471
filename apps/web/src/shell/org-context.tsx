'use client';

import type { OrgRole } from '@assay/contracts';
import { createContext, type ReactNode, useContext } from 'react';

export type OrgContextValue = {
  person: { id: string; name: string; email: string };
  organisation: { name: string; slug: string; roles: readonly OrgRole[] };
  /** A path inside the organisation: `path('/jobs')` is `/o/<slug>/jobs`. */
  path: (within: string) => string;
};

const Context = createContext<OrgContextValue | null>(null);

export function OrgProvider({
  value,
  children,
}: {
  value: Omit<OrgContextValue, 'path'>;
  children: ReactNode;
}) {
  const path = (within: string) => `/o/${value.organisation.slug}${within}`;
  return <Context value={{ ...value, path }}>{children}</Context>;
}

/** The same where a page may also be outside of organisations: null there. */
export function useOrgOrNull(): OrgContextValue | null {
  return useContext(Context);
}

/** The person and the organisation of the page. */
export function useOrg(): OrgContextValue {
  const value = useContext(Context);
  if (value === null) throw new Error('useOrg is for pages inside an organisation.');
  return value;
}
