import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { requireOrganisation } from '~/server/session.ts';
import { Shell } from '~/shell/shell.tsx';
import { Api } from '~/trpc/client.tsx';

/** Everything inside one organisation: who, where, and the frame around the page. */
export default async function OrganisationLayout({
  params,
  children,
}: {
  params: Promise<{ org: string }>;
  children: ReactNode;
}) {
  const { org } = await params;
  const { session, organisation, organisations } = await requireOrganisation(org);
  const narrowMenu = (await cookies()).get('assay.menu')?.value === 'narrow';
  return (
    <Api key={org} org={org}>
      <Shell
        person={{ id: session.user.id, name: session.user.name, email: session.user.email }}
        organisation={{ name: organisation.name, slug: organisation.slug, roles: organisation.roles }}
        organisations={organisations.map(({ name, slug }) => ({ name, slug }))}
        narrowMenu={narrowMenu}
      >
        {children}
      </Shell>
    </Api>
  );
}
