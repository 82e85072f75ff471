import { createServer, type Server } from 'node:http';
import { EXPOSITION_TYPE, type Metrics } from '@assay/telemetry';

/** Answers GET /health (200 or 503, JSON) and GET /metrics (Prometheus text). */
export function startHealthServer(
  port: number,
  health: () => Promise<{ ok: boolean }>,
  metrics: Metrics,
): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    };
    if (request.method !== 'GET') return answer(405, 'text/plain', 'Only GET.\n');
    if (request.url === '/metrics') return answer(200, EXPOSITION_TYPE, metrics.text());
    if (request.url !== '/health') return answer(404, 'text/plain', 'There is /health and /metrics.\n');
    void health().then(
      (report) => answer(report.ok ? 200 : 503, 'application/json', JSON.stringify(report)),
      () => answer(503, 'application/json', '{"ok":false}'),
    );
    return undefined;
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}
