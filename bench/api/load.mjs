import { monitorEventLoopDelay } from 'node:perf_hooks';
import autocannon from 'autocannon';

const secondMs = 1_000;
const timeoutSeconds = 10;
/** A timer is late by a few milliseconds; more than this and the lane was still waiting for an answer. */
const timerLateMs = 100;

/**
 * Sends the requests at a steady rate, whatever the server does (an open loop).
 *
 * autocannon's own overall rate would not do: each of its connections sends its share of a second in one burst, and its
 * correction for coordinated omission takes the interval between two requests for a millisecond. So the rate is made of
 * as many lanes as there are requests in a second, each an autocannon of one connection that sends once a second, and
 * the lanes begin one after the other. A request is timed from the moment when its lane meant to send it; where the
 * lane's last answer took longer than a second, that is before it could. So nothing that had to wait is left out.
 *
 * Resolves to one sample a request: { request, plannedMs, latencyMs, status, body }, and what the generator itself
 * was late by. `until` ends it before its requests are out; what is under way then is not counted.
 */
export async function drive({ url, requests, rate, until = new AbortController().signal }) {
  const samples = [];
  const errors = [];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const gapMs = secondMs / rate;
  const began = performance.now();
  const lanes = [];
  for (let lane = 0; lane < Math.min(rate, requests.length); lane++) {
    await sleepUntil(began + lane * gapMs);
    const ofLane = requests.filter((_, place) => place % rate === lane);
    lanes.push(runLane(url, ofLane, { samples, errors }));
  }
  const stop = () => {
    for (const { stop } of lanes) stop();
  };
  if (until.aborted) stop();
  until.addEventListener('abort', stop, { once: true });
  await Promise.all(lanes.map(({ ended }) => ended));
  delay.disable();
  return {
    samples,
    errors,
    seconds: (performance.now() - began) / secondMs,
    generatorLateMs: delay.percentile(99) / 1e6,
  };
}

function runLane(url, requests, { samples, errors }) {
  let plannedMs = null;
  const answered = (request) => (status, body) => {
    const now = performance.now();
    samples.push({ request, plannedMs, latencyMs: now - plannedMs, status, body });
  };
  const instance = autocannon({
    url,
    connections: 1,
    connectionRate: 1,
    amount: requests.length,
    timeout: timeoutSeconds,
    ignoreCoordinatedOmission: true,
    requests: requests.map((request) => ({ path: request.address, onResponse: answered(request) })),
    setupClient: (client) => {
      client.on('request', () => {
        const now = performance.now();
        const due = plannedMs === null ? now : plannedMs + secondMs;
        plannedMs = now - due > timerLateMs ? due : now;
      });
    },
  });
  instance.on('reqError', (error) => errors.push(error.message));
  return { ended: instance, stop: () => instance.stop() };
}

function sleepUntil(moment) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));
}
