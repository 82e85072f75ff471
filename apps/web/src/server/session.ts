import { actorFor, listMyOrganisations } from '@assay/services';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { ADDRESS_HEADER } from './address-header.ts';
import { server } from './deps.ts';

/** The session of this request, or null. */
export const currentSession = cache(async () => {
  const { auth } = await server();
  return auth.api.getSession({ headers: await headers() });
});

/** The session of this request; without one the person signs in first and comes back to `from`. */
export async function requireSession(from: string) {
  const session = await currentSession();
  if (session === null) redirect(`/sign-in?next=${encodeURIComponent(from)}`);
  return session;
}

/** The organisation named in the address, as this person sees it; unknown and foreign ones are not found alike. */
export async function requireOrganisation(slug: string) {
  const address = (await headers()).get(ADDRESS_HEADER);
  const session = await requireSession(address ?? `/o/${slug}`);
  const { deps } = await server();
  const actor = await actorFor(deps, session.user.id, slug);
  if (actor === null) notFound();
  const organisations = await listMyOrganisations(deps, session.user.id);
  const organisation = organisations.find((each) => each.slug === slug);
  if (organisation === undefined) notFound();
  return { session, actor, organisation, organisations };
}
