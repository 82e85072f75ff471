/** Made-up values of the routes of comments; see `examples.ts`. */
const author = { userId: '01931b79-0a4b-7d52-9e8f-1a2b3c4d5e6f', name: 'An engineer' };
const at = '2026-01-15T09:30:00.000Z';

const comment = {
  id: '01931ba2-3f50-7b71-9c82-ad9e1f2a3b4c',
  number: 1,
  author,
  isMine: true,
  text: 'Half of these rows have no species. Is that so in the source?',
  mentions: [],
  createdAt: at,
  editedAt: null,
  deletedAt: null,
  revision: 1,
  notificationId: null,
};

const thread = {
  id: '01931ba3-4061-7c82-8d93-beaf2a3b4c5d',
  regionId: null,
  state: 'OPEN',
  resolvedBy: null,
  resolvedAt: null,
  revision: 1,
  count: 1,
  comments: [comment],
};

export const commentExamples = {
  'comment.replies': { response: { comments: [comment] } },
  'comment.thread': {
    response: { subjectType: 'batch', subjectId: '01931b92-6d4e-7e32-8c3f-4b5c6d7e8f90', thread },
  },
  'comment.threads': {
    response: { threads: [thread], counts: { open: 1, resolved: 0 }, regions: [], cursor: null },
  },
};
