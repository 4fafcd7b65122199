import { services as declared } from '../../services/index.js';
import { serviceEndpoint } from '../answers/service-endpoint.js';
import type { Endpoint } from '../endpoint.js';
import { queries } from './about/queries.js';
import { query } from './about/query.js';
import { services } from './about/services.js';
import { live } from './health/live.js';
import { metrics } from './health/metrics.js';
import { ready } from './health/ready.js';

/** Every address of the API. Routes, rights, documents and the client's types follow from this list. */
export const endpoints: readonly Endpoint[] = [
  ...declared.map(serviceEndpoint),
  services,
  queries,
  query,
  live,
  ready,
  metrics,
];
