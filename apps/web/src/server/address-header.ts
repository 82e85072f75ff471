/** The header by which a page knows its whole address, which a layout is not told. */
export const ADDRESS_HEADER = 'x-assay-address';
