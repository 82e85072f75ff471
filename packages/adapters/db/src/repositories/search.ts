import { Prisma } from '../generated/client.ts';
import type { RepositoryContext } from './context.ts';
import { escapeLike } from './members.ts';

export type ProjectHit = { id: string; name: string; rank: number };
export type SourceHit = { id: string; projectId: string; projectName: string; name: string; rank: number };
/** A recipe, report, policy, guideline or label schema. */
export type NamedHit = { id: string; projectId: string; projectName: string; name: string; rank: number };
export type RunHit = NamedHit & { number: number };
export type ColumnHit = {
  sourceId: string;
  sourceName: string;
  projectId: string;
  versionId: string;
  name: string;
  label: string;
  rank: number;
};
export type PersonHit = { id: string; userId: string; name: string; email: string; rank: number };
export type ViewHit = { id: string; tableType: string; tableId: string; name: string; rank: number };

/**
 * Search by ILIKE within one organisation. A trigram index would not be used: its operator is not leakproof, so
 * row-level security keeps it behind the tenant's own index.
 */
export function createSearchRepository({ t, orgId }: RepositoryContext) {
  /** 0 equal, 1 begins with it, 2 a word in it does, 3 holds it; 4 found in another field. */
  const rank = (column: string, text: string) => {
    const name = Prisma.raw(`lower(${column})`);
    const q = escapeLike(text.toLowerCase());
    return Prisma.sql`(CASE WHEN ${name} = ${text.toLowerCase()} THEN 0 WHEN ${name} LIKE ${`${q}%`} THEN 1
      WHEN ${name} LIKE ${`% ${q}%`} OR ${name} LIKE ${`%\\_${q}%`} THEN 2
      WHEN ${name} LIKE ${`%${q}%`} THEN 3 ELSE 4 END)`;
  };
  const holds = (column: string, text: string) =>
    Prisma.sql`${Prisma.raw(column)} ILIKE ${`%${escapeLike(text)}%`}`;
  const within = (column: string, projects: readonly string[] | null) =>
    projects === null
      ? Prisma.empty
      : Prisma.sql`AND ${Prisma.raw(column)} = ANY (string_to_array(${projects.join(',')}, ',')::uuid[])`;

  /** Live things of live projects that have a name, and maybe a description. */
  const named =
    (table: 'recipe' | 'report' | 'policy' | 'guideline' | 'label_schema', fields: readonly string[]) =>
    (text: string, projects: readonly string[] | null, limit: number) =>
      t.$queryRaw<NamedHit[]>`
      SELECT x.id, x.project_id AS "projectId", p.name AS "projectName", x.name, ${rank('x.name', text)} AS rank
      FROM ${Prisma.raw(table)} x JOIN project p ON p.id = x.project_id AND p.org_id = x.org_id
      WHERE x.org_id = ${orgId}::uuid AND p.deleted_at IS NULL
        AND x.deleted_at IS NULL ${within('x.project_id', projects)}
        AND (${Prisma.join(
          fields.map((field) => holds(`x.${field}`, text)),
          ' OR ',
        )})
      ORDER BY rank, x.id DESC LIMIT ${limit}`;

  return {
    recipes: named('recipe', ['name', 'description']),
    reports: named('report', ['name']),
    policies: named('policy', ['name']),
    guidelines: named('guideline', ['name', 'description']),
    labelSchemas: named('label_schema', ['name', 'description']),
    /** Batches by name, newest first among equals. */
    batches: (text: string, projects: readonly string[] | null, limit: number) =>
      t.$queryRaw<RunHit[]>`
      SELECT b.id, b.project_id AS "projectId", p.name AS "projectName", b.name, b.number,
             ${rank('b.name', text)} AS rank
      FROM batch b JOIN project p ON p.id = b.project_id AND p.org_id = b.org_id
      WHERE b.org_id = ${orgId}::uuid AND p.deleted_at IS NULL ${within('b.project_id', projects)}
        AND (${holds('b.name', text)} OR ${holds('b.description', text)})
      ORDER BY rank, b.id DESC LIMIT ${limit}`,
    /** Runs by name, and by number where one was asked for; newest first among equals. */
    runs: (text: string, number: number | null, projects: readonly string[] | null, limit: number) =>
      t.$queryRaw<RunHit[]>`
      SELECT r.id, r.project_id AS "projectId", p.name AS "projectName", r.name, r.number,
             CASE WHEN r.number = ${number}::int THEN 0 ELSE ${rank('r.name', text)} END AS rank
      FROM run r JOIN project p ON p.id = r.project_id AND p.org_id = r.org_id
      WHERE r.org_id = ${orgId}::uuid AND r.deleted_at IS NULL AND p.deleted_at IS NULL
        ${within('r.project_id', projects)}
        AND (r.number = ${number}::int OR ${holds('r.name', text)})
      ORDER BY rank, r.id DESC LIMIT ${limit}`,
    /** Versions of datasets that stand, by message, and by number where one was asked for. */
    versions: (text: string, number: number | null, projects: readonly string[] | null, limit: number) =>
      t.$queryRaw<RunHit[]>`
      SELECT v.id, v.project_id AS "projectId", p.name AS "projectName", v.message AS name, v.number,
             CASE WHEN v.number = ${number}::int THEN 0 ELSE ${rank('v.message', text)} END AS rank
      FROM version v JOIN project p ON p.id = v.project_id AND p.org_id = v.org_id
      WHERE v.org_id = ${orgId}::uuid AND v.status = 'READY' AND p.deleted_at IS NULL
        ${within('v.project_id', projects)}
        AND (v.number = ${number}::int OR ${holds('v.message', text)})
      ORDER BY rank, v.id DESC LIMIT ${limit}`,
    /** Releases by title and notes, and by number where one was asked for. */
    releases: (text: string, number: number | null, projects: readonly string[] | null, limit: number) =>
      t.$queryRaw<RunHit[]>`
      SELECT r.id, r.project_id AS "projectId", p.name AS "projectName", r.title AS name, r.number,
             CASE WHEN r.number = ${number}::int THEN 0 ELSE ${rank('r.title', text)} END AS rank
      FROM release r JOIN project p ON p.id = r.project_id AND p.org_id = r.org_id
      WHERE r.org_id = ${orgId}::uuid AND p.deleted_at IS NULL ${within('r.project_id', projects)}
        AND (r.number = ${number}::int OR ${holds('r.title', text)} OR ${holds('r.notes', text)})
      ORDER BY rank, r.id DESC LIMIT ${limit}`,
    projects: (text: string, projects: readonly string[] | null, limit: number) => t.$queryRaw<ProjectHit[]>`
      SELECT p.id, p.name, ${rank('p.name', text)} AS rank FROM project p
      WHERE p.org_id = ${orgId}::uuid AND p.deleted_at IS NULL ${within('p.id', projects)}
        AND (${holds('p.name', text)} OR ${holds('p.description', text)})
      ORDER BY rank, p.name, p.id LIMIT ${limit}`,
    sources: (text: string, projects: readonly string[] | null, limit: number) => t.$queryRaw<SourceHit[]>`
      SELECT s.id, s.project_id AS "projectId", p.name AS "projectName", s.name, ${rank('s.name', text)} AS rank
      FROM source s JOIN project p ON p.id = s.project_id AND p.org_id = s.org_id
      WHERE s.org_id = ${orgId}::uuid AND s.deleted_at IS NULL AND p.deleted_at IS NULL
        ${within('s.project_id', projects)}
        AND (${holds('s.name', text)} OR ${holds('s.description', text)})
      ORDER BY rank, s.name, s.id LIMIT ${limit}`,
    /** Columns of the current version of each source. */
    columns: (text: string, projects: readonly string[] | null, limit: number) => t.$queryRaw<ColumnHit[]>`
      SELECT s.id AS "sourceId", s.name AS "sourceName", s.project_id AS "projectId",
             c.version_id AS "versionId", c.name, coalesce(c.spec ->> 'label', '') AS label,
             least(${rank('c.name', text)}, ${rank("coalesce(c.spec ->> 'label', '')", text)}) AS rank
      FROM source s
      JOIN project p ON p.id = s.project_id AND p.org_id = s.org_id
      JOIN source_column c ON c.version_id = s.current_version_id AND c.org_id = s.org_id
      WHERE s.org_id = ${orgId}::uuid AND s.deleted_at IS NULL AND p.deleted_at IS NULL
        ${within('s.project_id', projects)}
        AND (${holds('c.name', text)} OR ${holds("coalesce(c.spec ->> 'label', '')", text)})
      ORDER BY rank, c.name, s.id LIMIT ${limit}`,
    members: (text: string, limit: number) => t.$queryRaw<PersonHit[]>`
      SELECT m.id, m.user_id AS "userId", u.name, u.email, ${rank('u.name', text)} AS rank
      FROM member m JOIN auth_user u ON u.id = m.user_id
      WHERE m.org_id = ${orgId}::uuid AND (${holds('u.name', text)} OR ${holds('u.email', text)})
      ORDER BY rank, u.name, m.id LIMIT ${limit}`,
    /** Own and shared views; the caller checks that their tables may be seen. */
    views: (text: string, userId: string, limit: number) => t.$queryRaw<ViewHit[]>`
      SELECT v.id, v.table_type AS "tableType", v.table_id AS "tableId", v.name, ${rank('v.name', text)} AS rank
      FROM saved_view v
      WHERE v.org_id = ${orgId}::uuid AND (v.user_id = ${userId}::uuid OR v.shared) AND ${holds('v.name', text)}
      ORDER BY rank, v.name, v.id LIMIT ${limit}`,
  };
}
