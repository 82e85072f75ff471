import { allNotificationKinds, NO_CHOICES, notificationKinds } from '@assay/contracts';
import { describe, expect, it } from 'vitest';
import { chooseNotification, wantsNotification } from './wants.ts';

describe('what somebody is told', () => {
  it('is the default until they choose', () => {
    for (const kind of allNotificationKinds)
      expect(wantsNotification(kind, { inOrg: null, inProject: NO_CHOICES })).toBe(
        notificationKinds[kind].byDefault,
      );
  });

  it('is what they chose for the project, else for the organisation, else the default again', () => {
    const off = chooseNotification(NO_CHOICES, 'job.failed', false);
    const on = chooseNotification(NO_CHOICES, 'job.failed', true);
    expect(wantsNotification('job.failed', { inOrg: off, inProject: null })).toBe(false);
    expect(wantsNotification('job.failed', { inOrg: off, inProject: on })).toBe(true);
    expect(wantsNotification('job.failed', { inOrg: on, inProject: off })).toBe(false);
    expect(wantsNotification('job.succeeded', { inOrg: off, inProject: off })).toBe(true);
    expect(chooseNotification(off, 'job.failed', null)).toEqual(NO_CHOICES);
  });
});
