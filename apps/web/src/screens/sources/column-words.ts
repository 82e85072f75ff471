import { type ColumnRole, type ColumnType, columnRole, columnType } from '@assay/contracts';

export const TYPES: readonly ColumnType[] = columnType.options;
export const ROLES: readonly ColumnRole[] = columnRole.options;
