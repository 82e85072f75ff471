import type { MappingStep } from '@assay/contracts';

/** A migration as it counts for reading: it made the version `to` of the version before it. */
export type AppliedMigration = {
  id: string;
  /** The number of the version that it made. */
  to: number;
  /** The migration that this one undoes. */
  undoes: string | null;
  steps: readonly MappingStep[];
};

/**
 * How answers given under a version of a label schema are read now. What was undone later is as if it had never been,
 * so that such answers are read as they were given.
 *
 * @param migrations all of the label schema, oldest first; each undoes the newest that stands
 */
export function stepsSince(version: number, migrations: readonly AppliedMigration[]): MappingStep[] {
  const standing: AppliedMigration[] = [];
  for (const migration of migrations) {
    if (migration.to <= version) continue;
    if (migration.undoes !== null && standing.at(-1)?.id === migration.undoes) standing.pop();
    else standing.push(migration);
  }
  return standing.flatMap(({ steps }) => steps);
}

/** The newest migration that nobody undid: the one that can be undone. */
export function undoableMigration<T extends { id: string; undoes: string | null }>(
  migrations: readonly T[],
): T | null {
  const standing: T[] = [];
  for (const migration of migrations) {
    if (migration.undoes === null) standing.push(migration);
    else if (standing.at(-1)?.id === migration.undoes) standing.pop();
  }
  return standing.at(-1) ?? null;
}
