import { permissionRule, permissions } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRouter } from '../app-router.ts';
import { procedureInputs } from '../testing/procedure-inputs.ts';
import { listProcedures } from './list-procedures.ts';

const procedures = listProcedures(appRouter);

/** Whoever holds a link may read what it is to, before they sign in or without ever doing so. */
const PUBLIC = ['guest.view', 'member.previewInvitation'];

describe('every procedure', () => {
  it('is found by walking the router', () => {
    expect(procedures.length).toBeGreaterThanOrEqual(50);
  });

  it.each(procedures.map((each) => [each.path, each] as const))('%s has a permission', (path, { meta }) => {
    const { permission } = meta;
    if (permission === 'public') {
      expect(PUBLIC, `'${path}' is public: add it to PUBLIC in this test, with the reason`).toContain(path);
      return;
    }
    expect(permissions, `'${path}' needs a permission of the table, by its procedure builder`).toContain(
      permission,
    );
    if (permission === undefined) return;
    const ofProject = permissionRule(permission).scope === 'project';
    expect(meta.on !== undefined, `'${path}' asks '${permission}', of a project, on which thing?`).toBe(
      ofProject,
    );
  });

  it.each(procedures.filter((each) => each.type === 'mutation').map((each) => [each.path, each] as const))(
    '%s changes something, so its permission is not one to read',
    (path, { meta }) => {
      expect(meta.permission, `'${path}' is a mutation`).not.toMatch(/\.(read|list|readRows)$/);
    },
  );

  it.each(procedures.map((each) => [each.path, each] as const))('%s has its schemas', (path, each) => {
    for (const input of each.inputs) expect(input, `an input of '${path}'`).toBeInstanceOf(z.ZodObject);
    if (each.type !== 'subscription') expect(each.output, `the output of '${path}'`).not.toBeNull();
  });

  it('is asked by the tests that walk', () => {
    const missing = procedures.map((each) => each.path).filter((path) => !(path in procedureInputs));
    expect(missing, 'add these to packages/service/api/src/testing/procedure-inputs.ts').toEqual([]);
    const paths = procedures.map((each) => each.path);
    const gone = Object.keys(procedureInputs).filter((path) => !paths.includes(path));
    expect(gone, 'remove these from packages/service/api/src/testing/procedure-inputs.ts').toEqual([]);
  });
});
