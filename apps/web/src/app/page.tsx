import { listMyOrganisations } from '@assay/services';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { server } from '~/server/deps.ts';
import { requireSession } from '~/server/session.ts';

/** To the organisation seen last, else the first, else to the welcome page. */
export default async function StartPage() {
  const session = await requireSession('/');
  const { deps } = await server();
  const organisations = await listMyOrganisations(deps, session.user.id);
  const last = (await cookies()).get('assay.org')?.value;
  const chosen = organisations.find((each) => each.slug === last) ?? organisations[0];
  redirect(chosen === undefined ? '/welcome' : `/o/${chosen.slug}`);
}
