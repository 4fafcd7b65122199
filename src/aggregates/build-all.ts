import type { ClientBase } from 'pg';
import { buildEmployees } from './employees.js';
import { refreshErrorTexts } from './error-texts.js';
import { refreshErrors } from './errors.js';
import { refreshForecast } from './forecast/refresh-forecast.js';
import { refreshOrderPhases } from './order-phases.js';
import { refreshOrders } from './orders.js';
import { refreshPeriods } from './periods/refresh-periods.js';
import { buildPhases, refreshPhaseSummaries } from './phases.js';
import { refreshProductMonths } from './product-months.js';
import { refreshProducts } from './products.js';
import { buildRecentPhases } from './recent-phases.js';
import { momentLiteral, type Scope } from './scope.js';

/** Every table from all of core. */
export async function buildAll(client: ClientBase, asOf: string): Promise<void> {
  const scope: Scope = { client, asOf: momentLiteral(asOf), orders: null };
  await refreshProducts(scope);
  await refreshErrorTexts(scope);
  await refreshOrders(scope);
  await refreshOrderPhases(scope);
  await refreshProductMonths(scope);
  await refreshErrors(scope);
  await buildPhases(scope);
  await refreshPhaseSummaries(scope);
  await buildRecentPhases(scope);
  await buildEmployees(scope);
  await refreshPeriods(scope);
  await refreshForecast(scope);
}
