export {
  AIRPORTS_SOURCE,
  DEMO_SLUG,
  EARLY_STRIKES_SOURCE,
  SCENES_PROJECT,
  STRIKES_PROJECT,
  seedDemo,
  WAGES_PROJECT,
} from './demo/demo-scenario.ts';
export { wagesCsv } from './demo/wages-1985.ts';
export { createOrganisationWith } from './factories/create-organisation-with.ts';
export type { NewPerson } from './factories/create-person.ts';
export { createPerson } from './factories/create-person.ts';
export { createProjectWith } from './factories/create-project-with.ts';
export type { CsvImport, NamedEdit } from './factories/import-csv.ts';
export { importCsv } from './factories/import-csv.ts';
export type { Preparation } from './factories/prepare-source.ts';
export { prepareSource } from './factories/prepare-source.ts';
export { runOpenJobs } from './factories/run-open-jobs.ts';
export type { UserActor } from './factories/user-actor.ts';
export { memberAt } from './factories/user-actor.ts';
