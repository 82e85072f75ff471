/** Made-up values of the routes of scenarios; see `examples.ts`. */
const scenarioId = '01931ba1-2e4f-7a60-8b71-9c8d0e1f2a3b';
const by = { userId: '01931b79-0a4b-7d52-9e8f-1a2b3c4d5e6f', name: 'An expert' };
const at = '2026-01-15T09:30:00.000Z';

const said = {
  name: 'A goose at night',
  kind: 'scenario',
  why: 'Without such rows a model takes night strikes for small birds.',
  importance: 'must',
  where: {
    op: 'and',
    args: [
      { op: 'compare', column: 'species', comparator: '=', value: 'Canada goose' },
      { op: 'compare', column: 'time_of_day', comparator: '=', value: 'Night' },
    ],
  },
  minimum: { kind: 'rows', rows: 200 },
};

export const scenarioExamples = {
  'scenario.add': { body: { scenarios: [said] }, response: { number: 4, ids: [scenarioId] } },
  'scenario.history': {
    response: {
      found: [
        {
          measurementId: '01931b7f-5e29-7c86-84d5-e6f70819203a',
          scenarioId,
          state: 'short',
          matching: 120,
          needed: 200,
          reportId: '01931b8b-24f5-7382-90a1-a8b2c3d4e5f6',
          runId: '01931b89-02d3-7160-8e7f-869fa0b1c2d3',
          runNumber: 7,
        },
      ],
    },
  },
  'scenario.list': {
    response: {
      number: 4,
      sha256: 'f5c1c4d1f7f38b2a5e9d0c7b6a594837261504f3e2d1c0b9a897867564534231',
      scenarios: [{ ...said, id: scenarioId, revision: 1, retired: false }],
      saved: { at, by },
    },
  },
  'scenario.move': { body: { before: null }, response: { done: true } },
  'scenario.restore': { body: { revision: 2 }, response: { done: true } },
  'scenario.retire': { body: { revision: 1 }, response: { done: true } },
  'scenario.update': { body: { revision: 1, scenario: said }, response: { done: true } },
  'scenario.versions': {
    response: {
      versions: [
        {
          number: 4,
          at,
          by,
          changes: [{ id: scenarioId, name: said.name, change: 'added', fields: [] }],
        },
      ],
      next: null,
    },
  },
};
