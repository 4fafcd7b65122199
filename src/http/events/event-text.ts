/** Proxies close what is silent for this long. */
export const heartbeatMs = 15_000;

/** A comment: whoever listens hears nothing of it, and the connection stays open. */
export const heartbeat = Buffer.from(': ...\n\n');

/** One server-sent event, as it goes over the wire. */
export function eventText(name: string, data: string): Buffer {
  return Buffer.from(`event: ${name}\ndata: ${data}\n\n`);
}

/** No proxy may hold an event back, and no cache may keep one. */
export const eventHeaders = { 'cache-control': 'no-store', 'x-accel-buffering': 'no' };

export const eventStreamType = 'text/event-stream; charset=utf-8';
