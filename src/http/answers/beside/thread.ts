// Runs in a thread of its own: answers the questions that it is sent, over connections of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../../../platform/database.js';
import { ask, services } from '../../../services/index.js';
import { render } from '../render.js';
import type { AnswerBeside, BesideSettings, QuestionBeside } from './messages.js';

const { url, origin, maxConnections, statementTimeoutMs } = workerData as BesideSettings;
const port = parentPort!;
const { pool } = await openDatabase(url, origin, { maxConnections, statementTimeoutMs, readOnly: true });
const byName = new Map(services.map((one) => [one.name, one]));

port.on('message', async ({ id, name, params, caller }: QuestionBeside) => {
  // Whoever asked asks again itself where this fails, and has the failure as it is.
  const reply = await ask(pool, byName.get(name)!, params, caller).catch(() => null);
  const answered: AnswerBeside = { id, answer: reply === null ? null : render(reply) };
  port.postMessage(answered);
});
