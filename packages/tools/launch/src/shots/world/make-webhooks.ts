import { eventually } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';

/** Two webhooks of a project: one that was switched off, and one to which a test was sent, which leads nowhere. */
export async function makeWebhooks({ api }: ApiSession, projectId: string): Promise<{ webhook: string }> {
  const off = { name: 'Channel of the team', url: 'https://chat.pictures.example/hooks/team' } as const;
  const { id: offId } = await api.webhook.create.mutate({
    projectId,
    ...off,
    events: ['release.approved', 'release.withdrawn'],
  });
  await api.webhook.update.mutate({
    webhookId: offId,
    revision: 1,
    ...off,
    events: ['release.approved', 'release.withdrawn'],
    status: 'OFF',
  });
  const { id: webhook } = await api.webhook.create.mutate({
    projectId,
    name: 'Nightly training',
    url: 'https://hooks.pictures.example/assay/versions?environment=nightly',
    events: ['version.committed', 'release.approved', 'export.made'],
  });
  await api.webhook.sendTest.mutate({ webhookId: webhook });
  await eventually(
    async () => {
      const { deliveries } = await api.webhook.deliveries.query({ webhookId: webhook });
      if (deliveries[0]?.status !== 'GIVEN_UP') throw new Error('The test is on its way.');
    },
    { timeout: 60_000, interval: 500 },
  );
  return { webhook };
}
