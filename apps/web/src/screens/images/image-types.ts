import type { AppRouter } from '@assay/api';
import type { ImageImportStatus } from '@assay/contracts';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;
export type ListedImage = Outputs['image']['list']['images'][number];
export type ImageView = Outputs['image']['get'];
export type ListedImageImport = Outputs['imageImport']['list']['imports'][number];
export type ImageImportView = Outputs['imageImport']['get'];
export type ImageItem = Outputs['imageImport']['items']['items'][number];

/** How often an import that a job works on is looked at. */
export const LOOK_MS = 1500;

/** Is it read, or may its job be opened again at any time? */
export const mayMove = (status: ImageImportStatus): boolean => status !== 'DONE' && status !== 'WITHDRAWN';
export const isReading = (status: ImageImportStatus): boolean => status === 'READING';

/** Where a file of a picture is: the page cannot send a header with it, so that the organisation is in the address. */
export function imageHref(org: string, imageId: string, file: string): string {
  return `/api/images/${imageId}/${file}?org=${encodeURIComponent(org)}`;
}

/** The last part of a path: the name of the file. */
export const nameOfPath = (path: string): string => path.split('/').at(-1) ?? path;
