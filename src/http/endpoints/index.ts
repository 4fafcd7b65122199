import { services as declared } from '../../services/index.js';
import { serviceEndpoint } from '../answers/service-endpoint.js';
import type { Endpoint } from '../endpoint.js';
import { factory } from './about/factory.js';
import { queries } from './about/queries.js';
import { query } from './about/query.js';
import { services } from './about/services.js';
import { live } from './health/live.js';
import { metrics } from './health/metrics.js';
import { ready } from './health/ready.js';
import { diff } from './ingestion/diff.js';
import { events } from './ingestion/events.js';
import { postRun } from './ingestion/post-run.js';
import { rejects } from './ingestion/rejects.js';
import { report } from './ingestion/report.js';
import { run } from './ingestion/run.js';
import { runs } from './ingestion/runs.js';
import { cancel } from './jobs/cancel.js';
import { list } from './jobs/list.js';
import { run as runJob } from './jobs/run.js';
import { schedule } from './jobs/schedule.js';
import { status } from './jobs/status.js';
import { begin } from './session/begin.js';
import { end } from './session/end.js';
import { state } from './session/state.js';

/** Every address of the API. Routes, rights, documents and the client's types follow from this list. */
export const endpoints: readonly Endpoint[] = [
  ...declared.map(serviceEndpoint),
  postRun,
  runs,
  run,
  events,
  report,
  rejects,
  diff,
  list,
  runJob,
  status,
  cancel,
  schedule,
  factory,
  services,
  queries,
  query,
  state,
  begin,
  end,
  live,
  ready,
  metrics,
];
