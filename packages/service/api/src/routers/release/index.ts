import { router } from '../../frame/trpc.ts';
import { approveReleaseRoute } from './approve-release.ts';
import { createGuestLinkRoute } from './create-guest-link.ts';
import { decideWaiverRoute } from './decide-waiver.ts';
import { exportReleaseRoute } from './export-release.ts';
import { getReleaseRoute } from './get-release.ts';
import { listGuestLinksRoute } from './list-guest-links.ts';
import { listReleaseExportsRoute } from './list-release-exports.ts';
import { listReleasesRoute } from './list-releases.ts';
import { previewReleaseRoute } from './preview-release.ts';
import { proposeWaiverRoute } from './propose-waiver.ts';
import { rejectReleaseRoute } from './reject-release.ts';
import { requestReleaseRoute } from './request-release.ts';
import { revokeGuestLinkRoute } from './revoke-guest-link.ts';
import { withdrawReleaseRoute } from './withdraw-release.ts';

export const releaseRouter = router({
  approve: approveReleaseRoute,
  createGuestLink: createGuestLinkRoute,
  decideWaiver: decideWaiverRoute,
  export: exportReleaseRoute,
  exports: listReleaseExportsRoute,
  get: getReleaseRoute,
  guestLinks: listGuestLinksRoute,
  list: listReleasesRoute,
  preview: previewReleaseRoute,
  proposeWaiver: proposeWaiverRoute,
  reject: rejectReleaseRoute,
  request: requestReleaseRoute,
  revokeGuestLink: revokeGuestLinkRoute,
  withdraw: withdrawReleaseRoute,
});
