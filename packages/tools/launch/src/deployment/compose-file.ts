import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../root.ts';

const service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  restart: z.string(),
  environment: z.record(z.string(), z.string()).default({}),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});

const compose = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.object({})),
});

type ComposeFile = z.infer<typeof compose>;

/** The text of `docker-compose.yml`, and what it says with its anchors and merges resolved. */
export function composeText(): string {
  return readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
}

export function composeDocument(text: string): unknown {
  return parse(text, { merge: true });
}

/** With `variables`, every text in the file is interpolated, after parsing as Compose does. */
export function readCompose(text: string, variables?: Readonly<Record<string, string>>): ComposeFile {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string' && variables !== undefined) return interpolate(value, variables);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, fill(each)]));
  };
  return compose.parse(fill(composeDocument(text)));
}

/** Names of the variables that have no default and must be given. */
export function requiredVariables(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/\$\{([A-Z0-9_]+):\?[^}]*\}/g)].map((match) => match[1] ?? '')),
  ].sort();
}

/**
 * Puts variables into a text as Compose does: `${NAME}`, `${NAME:-default}`, `${NAME:?what to do}` and `$$`.
 *
 * @throws Error where a required variable is missing or empty
 */
export function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$\$|\$\{([A-Z0-9_]+)(?::([-?])([^}]*))?\}/g,
    (whole, name: string | undefined, kind: string | undefined, rest: string | undefined) => {
      if (whole === '$$') return '$';
      const value = variables[name ?? ''];
      if (value !== undefined && value !== '') return value;
      if (kind === '?') throw new Error(`required variable ${name} is missing a value: ${rest}`);
      return kind === '-' ? (rest ?? '') : '';
    },
  );
}
