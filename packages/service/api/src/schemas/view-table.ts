import { id } from '@assay/contracts';
import { type ViewTableType, viewTables } from '@assay/services';
import { z } from 'zod';

const types = Object.keys(viewTables) as [ViewTableType, ...ViewTableType[]];

/** The table that a view is of: `id` is that of the source, the project or the organisation. */
export const viewTableRef = z.object({ type: z.enum(types), id });
