import type { Auth, Deps } from '@assay/services';

export type NewPerson = { name: string; email: string; password: string };

/**
 * A person who can sign in, signed up as people sign up. Who has the address already is that person, whatever
 * their password; nobody is left signed in.
 */
export async function createPerson(
  { deps, auth }: { deps: Deps; auth: Auth },
  { name, email, password }: NewPerson,
): Promise<{ userId: string; isNew: boolean }> {
  const known = await deps.db.identity.user.findUnique({ where: { email }, select: { id: true } });
  if (known !== null) return { userId: known.id, isNew: false };
  const { headers, response } = await auth.api.signUpEmail({
    body: { name, email, password },
    returnHeaders: true,
  });
  const cookie = headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  if (cookie !== '') await auth.api.signOut({ headers: new Headers({ cookie }) });
  return { userId: response.user.id, isNew: true };
}
