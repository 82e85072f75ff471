import { DEMO_SIGN_INS } from '@assay/launch';
import { type AppDeps, checkpointNow, createAuth, type Deps } from '@assay/services';
import { createOrganisationWith } from '../factories/create-organisation-with.ts';
import { createPerson } from '../factories/create-person.ts';
import { createProjectWith } from '../factories/create-project-with.ts';
import { importCsv } from '../factories/import-csv.ts';
import { prepareSource } from '../factories/prepare-source.ts';
import type { UserActor } from '../factories/user-actor.ts';
import { vegaFile } from './package-file.ts';
import { seedScenes } from './seed-scenes.ts';
import {
  WAGES_COLUMNS,
  WAGES_DESCRIPTION,
  WAGES_FILE,
  WAGES_PREPARATION,
  WAGES_SOURCE,
  wagesCsv,
} from './wages-1985.ts';
import {
  STRIKES_COLUMNS,
  STRIKES_DESCRIPTION,
  STRIKES_FILE,
  STRIKES_PREPARATION,
  STRIKES_SOURCE,
} from './wildlife-strikes.ts';

export const DEMO_SLUG = 'demo';
export const STRIKES_PROJECT = 'Wildlife strikes (demo)';
export const WAGES_PROJECT = 'Wages 1985 (demo)';
export const SCENES_PROJECT = 'Street scenes (demo)';
export const AIRPORTS_SOURCE = 'Airports, licence still to state (demo)';
export const EARLY_STRIKES_SOURCE = 'First 200 strikes, to be reviewed (demo)';

/** What the sign-ins of the demo are in its organisation; the first one makes it. */
const ORG_ROLES = {
  'manager@demo.example': 'owner',
  'expert@demo.example': 'member',
  'annotator@demo.example': 'member',
  'engineer@demo.example': 'member',
  'auditor@demo.example': 'auditor',
} as const;

/**
 * The demo: an organisation with a person of each kind, a project that is ready to synthesise, one for bias, and
 * work that waits. It is made by the use cases of the product from real tables and says everywhere that it is demo
 * data. What is there already is kept, so that a run that was cut off is completed by the next.
 */
export async function seedDemo(app: Pick<AppDeps, 'deps' | 'authSecret'>): Promise<void> {
  const { deps } = app;
  const people = await seedPeople(app);
  const { manager, expert, engineer } = people;
  const inProjects = [
    { userId: expert.userId, roles: ['expert' as const] },
    { userId: people.annotator.userId, roles: ['annotator' as const] },
    { userId: engineer.userId, roles: ['engineer' as const] },
  ];
  const strikes = await createProjectWith(deps, manager, {
    name: STRIKES_PROJECT,
    description:
      'Demo data: wildlife strikes on aircraft, with dates, high-cardinality categories and costs that are mostly zero.',
    people: inProjects,
  });
  const wages = await createProjectWith(deps, manager, {
    name: WAGES_PROJECT,
    description: 'Demo data: wages of 1985 with gender and race, for the bias of a source.',
    people: inProjects,
  });
  await seedStrikes(deps, people, strikes.projectId);
  await seedWages(deps, people, wages.projectId);
  await seedWaiting(deps, engineer, strikes.projectId);
  const scenes = await createProjectWith(deps, manager, {
    name: SCENES_PROJECT,
    description:
      'Demo data: streets that the program draws itself, what a careless detector says of them, with planted faults, and a batch in which people correct it.',
    people: inProjects,
  });
  await seedScenes(deps, engineer, manager, scenes.projectId);
  await checkpointNow(deps, manager.orgId, 'minute');
}

type People = { manager: UserActor; expert: UserActor; annotator: UserActor; engineer: UserActor };

async function seedPeople({ deps, authSecret }: Pick<AppDeps, 'deps' | 'authSecret'>): Promise<People> {
  const auth = createAuth(deps, { secret: authSecret });
  const ids = new Map<string, string>();
  for (const person of DEMO_SIGN_INS)
    ids.set(person.email, (await createPerson({ deps, auth }, person)).userId);
  const idOf = (email: string): string => {
    const id = ids.get(email);
    if (id === undefined) throw new Error(`${email} is not among the sign-ins of the demo.`);
    return id;
  };
  const [ownerEmail, ...memberEmails] = Object.keys(ORG_ROLES) as (keyof typeof ORG_ROLES)[];
  const { owner, members } = await createOrganisationWith(deps, {
    name: 'Demo organisation',
    slug: DEMO_SLUG,
    ownerId: idOf(ownerEmail ?? ''),
    members: memberEmails.map((email) => ({ userId: idOf(email), email, roles: [ORG_ROLES[email]] })),
  });
  const [expert, annotator, engineer] = members;
  if (expert === undefined || annotator === undefined || engineer === undefined)
    throw new Error('The demo lacks one of its people.');
  return { manager: owner, expert, annotator, engineer };
}

async function seedStrikes(deps: Deps, people: People, projectId: string): Promise<void> {
  const source = await importCsv(deps, people.engineer, {
    projectId,
    name: STRIKES_SOURCE,
    description: STRIKES_DESCRIPTION,
    fileName: STRIKES_FILE,
    csv: await vegaFile(STRIKES_FILE),
    isDemo: true,
    // "None" is how the file says that there was no damage.
    missing: [],
    columns: STRIKES_COLUMNS,
  });
  await prepareSource(deps, people, source, STRIKES_PREPARATION);
}

async function seedWages(deps: Deps, people: People, projectId: string): Promise<void> {
  const source = await importCsv(deps, people.engineer, {
    projectId,
    name: WAGES_SOURCE,
    description: WAGES_DESCRIPTION,
    fileName: WAGES_FILE,
    csv: await wagesCsv(),
    isDemo: true,
    columns: WAGES_COLUMNS,
  });
  await prepareSource(deps, people, source, WAGES_PREPARATION);
}

/** Work that waits for people: findings and a licence for the expert and the manager, an import for the engineer. */
async function seedWaiting(deps: Deps, engineer: UserActor, projectId: string): Promise<void> {
  await importCsv(deps, engineer, {
    projectId,
    name: AIRPORTS_SOURCE,
    description:
      'Demo data. Airports of the United States (data.gov, U.S. Government work), imported but left without licence, consent and split: what is still missing is shown on its page.',
    fileName: 'airports.csv',
    csv: await vegaFile('airports.csv'),
    isDemo: true,
  });
  const all = (await vegaFile(STRIKES_FILE)).toString('utf8').split('\n');
  await importCsv(deps, engineer, {
    projectId,
    name: EARLY_STRIKES_SOURCE,
    description:
      'Demo data. The first 200 wildlife strikes, uploaded and waiting for a person to review the import.',
    fileName: 'birdstrikes-first-200.csv',
    csv: `${all.slice(0, 201).join('\n')}\n`,
    isDemo: true,
    until: 'review',
  });
}
