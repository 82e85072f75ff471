import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allWebhookEvents, jobKinds, permissionTable } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { messages } from '../../i18n/messages.ts';

const services = join(import.meta.dirname, '../../../../../packages/service/services/src');
const AREAS = Object.keys(messages.actions).join('|');
/** Codes of the same shape that are not acts: kinds of jobs and notifications, permissions, fields of an input. */
const others = new Set<string>([
  ...jobKinds,
  ...Object.keys(permissionTable),
  'batch.assigned',
  'comment.added',
  'comment.mentioned',
  'pattern.name',
  'pattern.where',
  'release.blocked',
  'release.ready',
  'release.terms-broken',
  'review.answered',
]);

/** Every act that a use case can record, read from the use cases' own text. */
function recordedActions(): string[] {
  const found = new Set<string>();
  for (const file of readdirSync(services, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || /\.(test|bench|testchild)\.ts$/.test(file) || file.startsWith('testing'))
      continue;
    const text = readFileSync(join(services, file), 'utf8');
    for (const [, code] of text.matchAll(new RegExp(`'((?:${AREAS}|[a-z-]+)\\.[a-zA-Z-]+)'`, 'g'))) {
      const area = code?.split('.')[0] ?? '';
      if (code !== undefined && Object.hasOwn(messages.actions, area) && !others.has(code)) found.add(code);
    }
    for (const [, code] of text.matchAll(/action: '([^']+)'/g)) if (code !== undefined) found.add(code);
  }
  return [...found].sort();
}

describe('the words of the log', () => {
  it('name every act that the use cases record', () => {
    const actions = recordedActions();
    expect(actions.length).toBeGreaterThan(60);
    const wordless = actions.filter((code) => {
      const [area = '', name = ''] = code.split('.');
      const words: unknown = Reflect.get(Reflect.get(messages.actions, area) ?? {}, name);
      return typeof words !== 'string' || words === '';
    });
    expect(wordless).toEqual([]);
  });

  it('are of every act that programs can be told of', () => {
    const actions = recordedActions();
    expect(allWebhookEvents.filter((event) => !actions.includes(event))).toEqual([]);
  });
});
