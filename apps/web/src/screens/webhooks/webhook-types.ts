import type { AppRouter } from '@assay/api';
import type { WebhookEvent } from '@assay/contracts';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['webhook'];
export type Webhook = Output['list'][number];
export type Delivery = Output['deliveries']['deliveries'][number];

export const statusTones = { ON: 'good', OFF: 'neutral', FAILED: 'bad' } as const;
export const deliveryTones = { PENDING: 'info', DELIVERED: 'good', GIVEN_UP: 'bad' } as const;

/** Keys of the catalogue have no points in them. */
export const wordsOfEvent = (event: WebhookEvent) => event.replace('.', '_') as WordsOf<WebhookEvent>;
type WordsOf<Kind extends string> = Kind extends `${infer Area}.${infer Name}` ? `${Area}_${Name}` : never;
