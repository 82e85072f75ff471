import { z } from 'zod';

/** Roles in an organisation; a person may hold several. */
export const orgRole = z.enum(['owner', 'admin', 'member', 'auditor']);
export type OrgRole = z.infer<typeof orgRole>;

/** Roles in a project; a person may hold several. */
export const projectRole = z.enum(['manager', 'expert', 'annotator', 'engineer', 'viewer']);
export type ProjectRole = z.infer<typeof projectRole>;

type Rule = {
  /** Where the question is asked: about oneself, the organisation, or one project of it. */
  scope: 'self' | 'org' | 'project';
  org: readonly OrgRole[];
  project: readonly ProjectRole[];
  /** May an API key hold it? Keys never manage people, keys or their own organisation's end. */
  key: boolean;
};

const everyone: readonly OrgRole[] = ['owner', 'admin', 'member', 'auditor'];
const leads: readonly OrgRole[] = ['owner', 'admin'];
const readers: readonly OrgRole[] = ['owner', 'admin', 'auditor'];

/**
 * The permission table. A permission that is not listed cannot be asked for, and whoever holds none of its roles is
 * refused. `org` roles hold a project permission on every project of the organisation.
 */
export const permissionTable = {
  'self.use': { scope: 'self', org: [], project: [], key: false },

  'org.read': { scope: 'org', org: everyone, project: [], key: true },
  'org.update': { scope: 'org', org: leads, project: [], key: false },
  'org.delete': { scope: 'org', org: ['owner'], project: [], key: false },
  'org.leave': { scope: 'org', org: everyone, project: [], key: false },
  'org.export': { scope: 'org', org: ['owner'], project: [], key: false },
  'member.read': { scope: 'org', org: everyone, project: [], key: true },
  'member.invite': { scope: 'org', org: leads, project: [], key: false },
  'member.update': { scope: 'org', org: leads, project: [], key: false },
  'apiKey.read': { scope: 'org', org: everyone, project: [], key: false },
  'apiKey.manage': { scope: 'org', org: leads, project: [], key: false },
  'log.read': { scope: 'org', org: readers, project: [], key: true },
  'log.export': { scope: 'org', org: readers, project: [], key: true },
  'trash.read': { scope: 'org', org: everyone, project: [], key: false },
  'trash.restore': { scope: 'org', org: leads, project: [], key: false },
  'notification.use': { scope: 'org', org: everyone, project: [], key: false },
  'view.use': { scope: 'org', org: everyone, project: [], key: false },
  'setting.use': { scope: 'org', org: everyone, project: [], key: false },
  'search.use': { scope: 'org', org: everyone, project: [], key: true },
  'job.list': { scope: 'org', org: everyone, project: [], key: true },
  'project.create': { scope: 'org', org: ['owner', 'admin', 'member'], project: [], key: true },
  'project.list': { scope: 'org', org: everyone, project: [], key: true },

  'project.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'annotator', 'engineer', 'viewer'],
    key: true,
  },
  'project.update': { scope: 'project', org: leads, project: ['manager'], key: true },
  'project.delete': { scope: 'project', org: leads, project: ['manager'], key: false },
  'project.members': { scope: 'project', org: leads, project: ['manager'], key: false },
  'job.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'annotator', 'engineer', 'viewer'],
    key: true,
  },
  'job.control': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  'measurement.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer', 'viewer'],
    key: true,
  },
  'source.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer', 'viewer'],
    key: true,
  },
  'source.readRows': { scope: 'project', org: leads, project: ['manager', 'expert', 'engineer'], key: true },
  'source.unmask': { scope: 'project', org: leads, project: ['manager'], key: false },
  'source.create': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  'source.update': { scope: 'project', org: leads, project: ['manager', 'expert', 'engineer'], key: true },
  'source.terms': { scope: 'project', org: leads, project: ['manager'], key: false },
  'source.override': { scope: 'project', org: leads, project: ['manager'], key: false },
  'source.delete': { scope: 'project', org: leads, project: ['manager'], key: false },
  'source.erase': { scope: 'project', org: leads, project: ['manager'], key: false },
  // How far people agree; their names are for those who manage batches.
  'agreement.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer', 'viewer'],
    key: true,
  },
  'agreement.compute': {
    scope: 'project',
    org: leads,
    project: ['manager', 'expert', 'engineer'],
    key: true,
  },
  'batch.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'annotator', 'engineer', 'viewer'],
    key: true,
  },
  'batch.manage': { scope: 'project', org: leads, project: ['manager'], key: true },
  // Labels from elsewhere: also for engineers, who bring what models and other tools said.
  'label.import': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  // Pictures may show people: they are looked at by those who may read rows.
  'image.read': { scope: 'project', org: leads, project: ['manager', 'expert', 'engineer'], key: true },
  'image.import': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  // Labelling is a person's: a key cannot answer for somebody.
  'task.work': { scope: 'project', org: [], project: ['manager', 'expert', 'annotator'], key: false },
  // Numbers of people at work by name: for who leads them. One's own are `task.work`.
  'dashboard.read': { scope: 'project', org: readers, project: ['manager'], key: true },
  // What people are paid: no key changes it, and nobody who only looks sees it.
  'cost.read': { scope: 'project', org: leads, project: ['manager'], key: true },
  'cost.manage': { scope: 'project', org: leads, project: ['manager'], key: false },
  // What is said of a thing is read by whoever may read the thing; a comment is a person's word, so no key writes one.
  'comment.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'annotator', 'engineer', 'viewer'],
    key: true,
  },
  'comment.write': {
    scope: 'project',
    org: leads,
    project: ['manager', 'expert', 'annotator', 'engineer'],
    key: false,
  },
  'finding.decide': { scope: 'project', org: leads, project: ['manager', 'expert'], key: false },
  // Whoever writes recipes answers proposals, and sees what they are about.
  'pattern.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer'],
    key: true,
  },
  'recipe.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer', 'viewer'],
    key: true,
  },
  'recipe.write': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  'run.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer', 'viewer'],
    key: true,
  },
  'run.readRows': { scope: 'project', org: leads, project: ['manager', 'expert', 'engineer'], key: true },
  'run.start': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  'run.control': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  'run.delete': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: false },
  'run.import': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  'report.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer', 'viewer'],
    key: true,
  },
  'report.start': { scope: 'project', org: leads, project: ['manager', 'expert', 'engineer'], key: true },
  'report.judge': { scope: 'project', org: leads, project: ['manager'], key: true },
  'policy.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer', 'viewer'],
    key: true,
  },
  'policy.write': { scope: 'project', org: leads, project: ['manager'], key: true },
  'goal.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'annotator', 'engineer', 'viewer'],
    key: true,
  },
  'goal.write': { scope: 'project', org: leads, project: ['manager'], key: true },
  'guideline.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'annotator', 'engineer', 'viewer'],
    key: true,
  },
  'guideline.write': { scope: 'project', org: leads, project: ['manager', 'expert'], key: true },
  // What somebody has read themselves: nobody acknowledges by their place in the organisation, and no key can read.
  'guideline.acknowledge': {
    scope: 'project',
    org: [],
    project: ['manager', 'expert', 'annotator'],
    key: false,
  },
  'guideline.ask': {
    scope: 'project',
    org: leads,
    project: ['manager', 'expert', 'annotator'],
    key: false,
  },
  'labelSchema.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'annotator', 'engineer', 'viewer'],
    key: true,
  },
  'labelSchema.write': {
    scope: 'project',
    org: leads,
    project: ['manager', 'expert', 'engineer'],
    key: true,
  },
  'version.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer', 'viewer'],
    key: true,
  },
  'version.commit': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  'version.moveRef': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  // What a file is: of the versions that the asker may read.
  'version.identify': { scope: 'org', org: everyone, project: [], key: true },
  'export.start': { scope: 'project', org: leads, project: ['manager', 'expert', 'engineer'], key: true },
  'export.download': { scope: 'project', org: leads, project: ['manager', 'expert', 'engineer'], key: true },
  'release.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'engineer', 'viewer'],
    key: true,
  },
  'release.request': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  // A decision is a person's, and so is the word to let outsiders in: no key has them.
  'release.decide': { scope: 'project', org: leads, project: ['manager'], key: false },
  'release.share': { scope: 'project', org: leads, project: ['manager'], key: false },
  'review.read': { scope: 'project', org: leads, project: ['manager', 'expert'], key: true },
  // A decision is a person's: no key decides, and nobody by their place in the organisation.
  'review.decide': { scope: 'project', org: [], project: ['manager', 'expert'], key: false },
  'review.route': { scope: 'project', org: leads, project: ['manager'], key: true },
  'scenario.read': {
    scope: 'project',
    org: readers,
    project: ['manager', 'expert', 'annotator', 'engineer', 'viewer'],
    key: true,
  },
  'scenario.write': { scope: 'project', org: leads, project: ['manager', 'expert'], key: true },
  // Where the news of a project go, and with whose signature: no key sends them elsewhere.
  'webhook.read': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: true },
  'webhook.manage': { scope: 'project', org: leads, project: ['manager', 'engineer'], key: false },
  'view.save': { scope: 'project', org: leads, project: ['manager', 'expert', 'engineer'], key: false },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissionTable;
export const permissions = Object.keys(permissionTable) as Permission[];
export const permission = z.enum(permissions as [Permission, ...Permission[]]);

/** Permissions that an API key may be given as its scopes. */
export const keyScopes = permissions.filter((name) => permissionTable[name].key);

export type PermissionRule = Rule;

/** The rule of one permission, widened from the literal table. */
export function permissionRule(name: Permission): PermissionRule {
  return permissionTable[name];
}
