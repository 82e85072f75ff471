/** The origin line of an organisation's ledger, which is also its key's name. */
export const ledgerOrigin = (organisationId: string): string => `assay/${organisationId}`;
