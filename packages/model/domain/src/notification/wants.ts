import { type NotificationChoices, type NotificationKind, notificationKinds } from '@assay/contracts';

/** Is somebody to be told? What they chose for the project holds, then for the organisation, then the default. */
export function wantsNotification(
  kind: NotificationKind,
  choices: { inOrg: NotificationChoices | null; inProject: NotificationChoices | null },
): boolean {
  return choices.inProject?.wants[kind] ?? choices.inOrg?.wants[kind] ?? notificationKinds[kind].byDefault;
}

/** The choices with one more: null takes one away, so that what stands above it holds again. */
export function chooseNotification(
  choices: NotificationChoices,
  kind: NotificationKind,
  wants: boolean | null,
): NotificationChoices {
  const { [kind]: _before, ...others } = choices.wants;
  return { ...choices, wants: wants === null ? others : { ...others, [kind]: wants } };
}
