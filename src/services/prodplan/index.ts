import type { Service } from '../service.js';
import { ageing } from './ageing/ageing.js';
import { boats } from './boats/boats.js';
import { bottlenecks } from './bottlenecks/bottlenecks.js';
import { conformance } from './conformance/conformance.js';
import { cumulativeFlow } from './cumulative-flow/cumulative-flow.js';
import { forecast } from './forecast/forecast.js';
import { leadTimeParts } from './lead-time/lead-time.js';
import { order } from './order/order.js';
import { orderPhases } from './order-phases/order-phases.js';
import { orderCounts } from './orders/order-counts.js';
import { orders } from './orders/orders.js';
import { output } from './output/output.js';
import { phaseList } from './phases/phases.js';
import { promise } from './promise/promise.js';
import { releases } from './release/release.js';
import { restatement } from './restatement/restatement.js';
import { reworkCost } from './rework-cost/rework-cost.js';
import { riskBacktest } from './risk-queue/backtest.js';
import { lateChance } from './risk-queue/late-chance.js';
import { riskQueue } from './risk-queue/risk-queue.js';
import { route } from './route/route.js';
import { schedule } from './schedule/schedule.js';
import { shipments } from './shipments/shipments.js';
import { waits } from './waits/waits.js';

export const prodplan: readonly Service[] = [
  orders,
  orderCounts,
  boats,
  order,
  orderPhases,
  phaseList,
  route,
  schedule,
  bottlenecks,
  riskQueue,
  riskBacktest,
  lateChance,
  waits,
  shipments,
  forecast,
  promise,
  output,
  leadTimeParts,
  cumulativeFlow,
  ageing,
  conformance,
  reworkCost,
  releases,
  restatement,
];
