/** Made-up values of the routes of webhooks; see `examples.ts`. */
const at = '2026-01-15T09:30:00.000Z';

export const webhookExamples = {
  'webhook.deliveries': {
    response: {
      deliveries: [
        {
          id: '01931ba4-5172-7d93-8ea4-cfb03b4c5d6e',
          event: 'version.committed',
          status: 'PENDING',
          body: '{"type":"version.committed","timestamp":"2026-01-15T09:30:00.000Z","data":{}}',
          nextAt: at,
          createdAt: at,
          tries: [{ number: 1, at, ms: 212, answer: 503, fault: null }],
        },
      ],
      cursor: null,
    },
  },
  'webhook.list': {
    response: [
      {
        id: '01931ba5-6283-7ea4-8fb5-d0c14c5d6e7f',
        name: 'Training',
        url: 'https://hooks.example.com/assay',
        events: ['version.committed', 'release.approved'],
        status: 'ON',
        overlapUntil: null,
        takenAt: at,
        last: { event: 'version.committed', status: 'DELIVERED', at },
        createdBy: { userId: '01931b79-0a4b-7d52-9e8f-1a2b3c4d5e6f', name: 'An engineer' },
        createdAt: at,
        revision: 1,
      },
    ],
  },
};
