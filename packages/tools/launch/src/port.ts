import net from 'node:net';
import { LaunchError } from './fail.ts';

/** The port to serve on, `PORT` by default; fails with one sentence when it is taken. */
export async function claimPort(wanted?: number): Promise<number> {
  const port = wanted ?? Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new LaunchError(
      `PORT is "${wanted ?? process.env.PORT}", which is no port: use a number from 1 to 65535.`,
    );
  }
  await new Promise<void>((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new LaunchError(
          error.code === 'EACCES'
            ? `Port ${port} is reserved for the system: choose another, for example PORT=3000 npm start.`
            : `Port ${port} is taken by another program: stop that one, or choose another, for example PORT=${port + 1} npm start.`,
        ),
      ),
    );
    server.listen(port, () => server.close(() => resolve()));
  });
  return port;
}
