import { router } from '../../frame/trpc.ts';
import { createOrganisationRoute } from './create-organisation.ts';
import { deleteOrganisationRoute } from './delete-organisation.ts';
import { getOrganisationRoute } from './get-organisation.ts';
import { linkExportRoute } from './link-export.ts';
import { listExportsRoute } from './list-exports.ts';
import { listMyOrganisationsRoute } from './list-my-organisations.ts';
import { orderExportRoute } from './order-export.ts';
import { renameOrganisationRoute } from './rename-organisation.ts';

export const organisationRouter = router({
  create: createOrganisationRoute,
  delete: deleteOrganisationRoute,
  export: router({ link: linkExportRoute, list: listExportsRoute, order: orderExportRoute }),
  get: getOrganisationRoute,
  mine: listMyOrganisationsRoute,
  rename: renameOrganisationRoute,
});
