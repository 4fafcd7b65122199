import { services as declared } from '../../services/index.js';
import { serviceEndpoint } from '../answers/service-endpoint.js';
import { severalEndpoint } from '../answers/several.js';
import type { Endpoint } from '../endpoint.js';
import { factory } from './about/factory.js';
import { queries } from './about/queries.js';
import { query } from './about/query.js';
import { servicesEndpoint } from './about/services.js';
import { liveEndpoint } from './health/live.js';
import { metrics } from './health/metrics.js';
import { ready } from './health/ready.js';
import { corrections } from './ingestion/corrections.js';
import { diff } from './ingestion/diff.js';
import { events } from './ingestion/events.js';
import { postRun } from './ingestion/post-run.js';
import { rejects } from './ingestion/rejects.js';
import { report } from './ingestion/report.js';
import { runEndpoint } from './ingestion/run.js';
import { runs } from './ingestion/runs.js';
import { cancel } from './jobs/cancel.js';
import { list } from './jobs/list.js';
import { postJobEndpoint as runJob } from './jobs/run.js';
import { schedulesEndpoint } from './jobs/schedule.js';
import { status } from './jobs/status.js';
import { keyCreate } from './keys/create.js';
import { keyList } from './keys/list.js';
import { keyRevoke } from './keys/revoke.js';
import { publicationEvents } from './publication/events.js';
import { begin } from './session/begin.js';
import { end } from './session/end.js';
import { state } from './session/state.js';
import { settingChange } from './settings/change.js';
import { settingChanges } from './settings/changes.js';
import { classify } from './settings/classify.js';
import { settings } from './settings/list.js';

const single: readonly Endpoint[] = [
  ...declared.map(serviceEndpoint),
  postRun,
  runs,
  runEndpoint,
  events,
  publicationEvents,
  report,
  rejects,
  corrections,
  diff,
  list,
  runJob,
  status,
  cancel,
  schedulesEndpoint,
  factory,
  settings,
  settingChange,
  settingChanges,
  classify,
  keyList,
  keyCreate,
  keyRevoke,
  servicesEndpoint,
  queries,
  query,
  state,
  begin,
  end,
  liveEndpoint,
  ready,
  metrics,
];

/** Every address of the API. Routes, rights, documents and the client's types follow from this list. */
export const endpoints: readonly Endpoint[] = [...single, severalEndpoint(single)];
