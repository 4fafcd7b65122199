import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Knows the connections that have asked for nothing yet. Browsers, and `fetch` after a cancelled answer, open one for the next
 * request to come; Node does not count it as idle, and a server that ends would wait for it for a minute.
 */
export class SilentConnections {
  readonly #sockets = new Set<Socket>();

  constructor(server: Server, isSecure: boolean) {
    server.on(isSecure ? 'secureConnection' : 'connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('request', ({ socket }) => this.#sockets.delete(socket));
  }

  /** Closes them: the server takes nothing more. */
  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}
