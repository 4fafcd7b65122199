import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cannotListen } from './cannot-listen.js';
import { checkReadiness, liveAnswer, type ReadinessOptions } from './health.js';
import { startMetrics } from './metrics.js';

export interface OperationsServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface OperationsOptions extends ReadinessOptions {
  /** 0: any free one. */
  readonly port: number;
  /** It listens for this machine only, unless another address is configured. */
  readonly host?: string;
}

/**
 * For a process without an API of its own, the worker: `/health/live`, `/health/ready` and `/metrics`. Throws
 * `CANNOT_LISTEN`.
 */
export async function serveOperations(options: OperationsOptions): Promise<OperationsServer> {
  const metrics = await startMetrics();
  const server = createServer((request, response) => {
    answer(request.url?.split('?')[0] ?? '').catch(() => send(response, 500, 'text/plain', ''));

    async function answer(path: string): Promise<void> {
      if (path === '/health/live') return sendJson(response, 200, liveAnswer);
      if (path === '/health/ready') {
        const readiness = await checkReadiness(options);
        return sendJson(response, readiness.status === 'ok' ? 200 : 503, readiness);
      }
      if (path === '/metrics') return send(response, 200, metrics.contentType, await metrics.render());
      send(response, 404, 'text/plain', '');
    }
  });
  const { port, host = '127.0.0.1' } = options;
  await listen(server, port, host).catch((error: unknown) => {
    throw cannotListen(error, { host, port, options: ['--metrics-port', '--metrics-host'] });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
