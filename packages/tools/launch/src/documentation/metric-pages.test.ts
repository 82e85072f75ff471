import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Bound,
  type Gate,
  gateMetrics,
  metricDefinition,
  metricIds,
  metricStages,
  recipeMethod,
} from '@assay/contracts';
import { DEFAULT_POLICIES } from '@assay/domain';
import { describe, expect, it } from 'vitest';
import { brokenLinks } from '../accept/broken-links.ts';
import { root } from '../root.ts';

const SECTIONS = [
  'What it says',
  'Definition',
  'Convention',
  'Example',
  'When it misleads',
  'What to do',
  'Source',
];
const UNITS = {
  share: 'a share',
  count: 'a count',
  ratio: 'a ratio',
  difference: 'a difference',
  statistic: 'a statistic without unit',
  correlation: 'a correlation',
} as const;
const BETTER = {
  higher: 'higher is better',
  lower: 'lower is better',
  none: 'neither way is better',
} as const;

const read = (file: string) => readFileSync(path.join(root, 'docs', file), 'utf8');
const pagesIn = (folder: string) =>
  readdirSync(path.join(root, 'docs', folder))
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => file.slice(0, -'.md'.length))
    .sort();
/** The parts of a page by their headings, without what stands in blocks of code. */
function sectionsOf(text: string): Map<string, string> {
  const parts = text.replaceAll(/^```[\s\S]*?^```/gm, '').split(/^## +/m);
  return new Map(parts.slice(1).map((part) => [part.split('\n', 1)[0] ?? '', part]));
}

const written = (bound: Bound): string => {
  const noise = bound.times === 1 ? 'noise' : `${bound.times} × noise`;
  if (bound.times === 0) return String(bound.plus);
  return bound.plus === 0 ? noise : `${bound.plus} + ${noise}`;
};

/** What a page says of a gate: with the limits of the policy that everybody begins with. */
function lineOf(gate: Gate): RegExp {
  const word = gateMetrics[gate.metric].better === 'higher' ? 'at least' : 'at most';
  const amber = gate.amber === undefined ? '' : `, amber ${word} ${written(gate.amber)}`;
  const end = gate.blocking ? '\\.' : '; it does not block\\.';
  const limits = `green ${word} ${written(gate.green)}${amber}`.replaceAll('.', '\\.').replaceAll('+', '\\+');
  return new RegExp(`\`${gate.metric.replaceAll('.', '\\.')}\`[^\n]*, balanced policy: ${limits}${end}`);
}

describe('pages of metrics', () => {
  it('there is one for each metric, and none beside', () => {
    expect(pagesIn('metrics')).toEqual([...metricIds].sort());
    expect(Object.values(metricStages).flat().toSorted()).toEqual([...metricIds].sort());
  });

  it.each(metricIds)('%s has its name, all sections, and the unit and direction of the catalogue', (id) => {
    const text = read(`metrics/${id}.md`);
    const { name, unit, better } = metricDefinition(id);
    expect(text.split('\n', 1)[0]).toBe(`# ${name}`);
    const sections = sectionsOf(text);
    expect([...sections.keys()]).toEqual(SECTIONS);
    for (const [heading, part] of sections) expect(part.length, heading).toBeGreaterThan(heading.length + 20);
    expect(sections.get('What it says')?.trim().split('\n').slice(1).join('').split('. ')).toHaveLength(1);
    expect(sections.get('Definition')).toMatch(
      new RegExp(`^- \\*\\*Unit and range\\*\\*: ${UNITS[unit]}, .*${BETTER[better]}`, 'm'),
    );
  });

  it('say of every gate where green and amber end', () => {
    const told = DEFAULT_POLICIES.balanced.gates.filter((gate) => gate.metric !== 'trends.error');
    expect(told.length).toBeGreaterThan(15);
    for (const gate of told)
      expect(read(`metrics/${gateMetrics[gate.metric].of}.md`), gate.metric).toMatch(lineOf(gate));
  });

  it('are listed by stage, with what each says', () => {
    const index = read('metrics/README.md');
    const listed = [...index.matchAll(/^- \[(.+)\]\(([a-z0-9-]+)\.md\) \(`\2`\): (.)(.+)$/gm)];
    expect(listed.map(([, , id]) => id)).toEqual(Object.values(metricStages).flat());
    for (const [, name, id, first, rest] of listed) {
      expect(name).toBe(metricDefinition(metricIds.find((each) => each === id)!).name);
      const says = sectionsOf(read(`metrics/${id}.md`)).get('What it says') ?? '';
      expect(says, id).toContain(`${first?.toUpperCase()}${rest}`);
    }
  });
});

describe('pages of generators', () => {
  it('there is one for each method and one for imported runs: how, when, when not, its privacy', () => {
    expect(pagesIn('generators')).toEqual([...recipeMethod.options, 'imported'].sort());
    for (const name of pagesIn('generators')) {
      const text = read(`generators/${name}.md`);
      expect([...sectionsOf(text).keys()], name).toEqual(['How', 'When', 'When not', 'Privacy']);
      expect(text, name).toContain(`\`${name}\``);
    }
  });
});

it('every link of the documentation leads somewhere', async () => {
  const { looked, problems } = await brokenLinks();
  expect(problems).toEqual([]);
  expect(looked).toBeGreaterThan(150);
});
