import { router } from '../../frame/trpc.ts';
import { acceptInvitationRoute } from './accept-invitation.ts';
import { inviteMemberRoute } from './invite-member.ts';
import { leaveOrganisationRoute } from './leave-organisation.ts';
import { listInvitationsRoute } from './list-invitations.ts';
import { listMembersRoute } from './list-members.ts';
import { previewInvitationRoute } from './preview-invitation.ts';
import { removeMemberRoute } from './remove-member.ts';
import { revokeInvitationRoute } from './revoke-invitation.ts';
import { setMemberRolesRoute } from './set-member-roles.ts';

export const memberRouter = router({
  acceptInvitation: acceptInvitationRoute,
  invitations: listInvitationsRoute,
  invite: inviteMemberRoute,
  leave: leaveOrganisationRoute,
  list: listMembersRoute,
  previewInvitation: previewInvitationRoute,
  remove: removeMemberRoute,
  revokeInvitation: revokeInvitationRoute,
  setRoles: setMemberRolesRoute,
});
