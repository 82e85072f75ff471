import account from '../../messages/en/account.json' with { type: 'json' };
import actions from '../../messages/en/actions.json' with { type: 'json' };
import agreement from '../../messages/en/agreement.json' with { type: 'json' };
import apiKeys from '../../messages/en/apiKeys.json' with { type: 'json' };
import batches from '../../messages/en/batches.json' with { type: 'json' };
import blind from '../../messages/en/blind.json' with { type: 'json' };
import comments from '../../messages/en/comments.json' with { type: 'json' };
import common from '../../messages/en/common.json' with { type: 'json' };
import costs from '../../messages/en/costs.json' with { type: 'json' };
import data from '../../messages/en/data.json' with { type: 'json' };
import entry from '../../messages/en/entry.json' with { type: 'json' };
import goals from '../../messages/en/goals.json' with { type: 'json' };
import guide from '../../messages/en/guide.json' with { type: 'json' };
import guidelines from '../../messages/en/guidelines.json' with { type: 'json' };
import home from '../../messages/en/home.json' with { type: 'json' };
import images from '../../messages/en/images.json' with { type: 'json' };
import jobKinds from '../../messages/en/jobKinds.json' with { type: 'json' };
import jobs from '../../messages/en/jobs.json' with { type: 'json' };
import labelImports from '../../messages/en/labelImports.json' with { type: 'json' };
import labelling from '../../messages/en/labelling.json' with { type: 'json' };
import labelSchemas from '../../messages/en/labelSchemas.json' with { type: 'json' };
import log from '../../messages/en/log.json' with { type: 'json' };
import members from '../../messages/en/members.json' with { type: 'json' };
import notifications from '../../messages/en/notifications.json' with { type: 'json' };
import policies from '../../messages/en/policies.json' with { type: 'json' };
import practice from '../../messages/en/practice.json' with { type: 'json' };
import projects from '../../messages/en/projects.json' with { type: 'json' };
import recipes from '../../messages/en/recipes.json' with { type: 'json' };
import releases from '../../messages/en/releases.json' with { type: 'json' };
import reports from '../../messages/en/reports.json' with { type: 'json' };
import review from '../../messages/en/review.json' with { type: 'json' };
import roles from '../../messages/en/roles.json' with { type: 'json' };
import runs from '../../messages/en/runs.json' with { type: 'json' };
import scenarios from '../../messages/en/scenarios.json' with { type: 'json' };
import settings from '../../messages/en/settings.json' with { type: 'json' };
import shell from '../../messages/en/shell.json' with { type: 'json' };
import sources from '../../messages/en/sources.json' with { type: 'json' };
import trash from '../../messages/en/trash.json' with { type: 'json' };
import versions from '../../messages/en/versions.json' with { type: 'json' };
import webhooks from '../../messages/en/webhooks.json' with { type: 'json' };
import work from '../../messages/en/work.json' with { type: 'json' };

/** The message catalogue: one file per area, the file's name is the namespace. */
export const messages = {
  account,
  actions,
  agreement,
  apiKeys,
  batches,
  blind,
  comments,
  common,
  costs,
  data,
  entry,
  goals,
  guide,
  guidelines,
  home,
  images,
  jobKinds,
  jobs,
  labelImports,
  labelling,
  labelSchemas,
  log,
  members,
  notifications,
  policies,
  practice,
  projects,
  recipes,
  reports,
  review,
  roles,
  runs,
  scenarios,
  settings,
  shell,
  sources,
  trash,
  webhooks,
  work,
  releases,
  versions,
};
