import type { Service } from '../service.js';
import { boats } from './boats/boats.js';
import { bottlenecks } from './bottlenecks/bottlenecks.js';
import { forecast } from './forecast/forecast.js';
import { leadTimeParts } from './lead-time/lead-time.js';
import { order } from './order/order.js';
import { orderPhases } from './order-phases/order-phases.js';
import { orderCounts } from './orders/order-counts.js';
import { orders } from './orders/orders.js';
import { output } from './output/output.js';
import { phaseList } from './phases/phases.js';
import { promise } from './promise/promise.js';
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
];
