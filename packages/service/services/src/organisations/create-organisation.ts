import { AssayError } from '@assay/contracts';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

/** Letters and digits of the name, joined by hyphens; with a random end, so that a slug tells nobody who else exists. */
function slugOf(name: string, randomBytes: Deps['randomBytes']): string {
  const base = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const end = Buffer.from(randomBytes(4)).toString('hex').slice(0, 6);
  return base === '' ? `org-${end}` : `${base}-${end}`;
}

/** Makes an organisation and its first owner. */
export async function createOrganisation(
  deps: Deps,
  userId: string,
  input: { name: string; slug?: string },
): Promise<{ id: string; slug: string }> {
  const name = input.name.trim();
  if (name === '') throw new AssayError('bad-input', 'An organisation needs a name.', { field: 'name' });
  const id = deps.ids.next();
  const slug = input.slug ?? slugOf(name, deps.randomBytes);
  return command(deps, { kind: 'user', userId, orgId: id, orgRoles: ['owner'] }, async ({ t, record }) => {
    await t.organisations.create({ id, name, slug, region: deps.region });
    await t.members.add({ id: deps.ids.next(), userId, roles: ['owner'] });
    await record({
      action: 'organisation.created',
      object: { type: 'organisation', id },
      details: { name },
      alsoTouched: [{ type: 'user', id: userId }],
    });
    return { id, slug };
  });
}
