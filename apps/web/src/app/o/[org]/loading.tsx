import { SkeletonPage } from '@assay/ui';

export default function Loading() {
  return <SkeletonPage />;
}
