// What callers ask: each question draws its parameters by chance from what the database really has, most often as a
// person at the factory would. A default is never named, so that two addresses that differ ask two questions.

const orderMs = 40;
const answerMs = 80;
/**
 * Questions that have one address, or whose one address everybody opens: `serve` asks them ahead, and they are measured by
 * themselves. The list of all boats is one answer.
 */
export const singleMs = (name) => (name === 'prodplan.boats' ? 150 : answerMs);
const dayMs = 86_400_000;

/** `params(draw, facts)` gives a fresh set of parameters; `weight` is the question's part in the mixture. */
export const questions = [
  { name: 'prodplan.orders', targetMs: orderMs, weight: 18, params: orders },
  {
    name: 'prodplan.order',
    targetMs: orderMs,
    weight: 12,
    params: (draw, facts) => ({ of_id: anOrder(draw, facts) }),
  },
  {
    name: 'prodplan.order_phases',
    targetMs: orderMs,
    weight: 10,
    params: (draw, facts) => ({ of_id: anOrder(draw, facts) }),
  },
  { name: 'prodplan.schedule', targetMs: orderMs, weight: 8, params: standing },
  { name: 'prodplan.bottlenecks', targetMs: answerMs, weight: 3, params: bottlenecks },
  { name: 'prodplan.waits', targetMs: answerMs, weight: 3, params: waits },
  { name: 'prodplan.risk_queue', targetMs: answerMs, weight: 3, params: riskQueue },
  { name: 'prodplan.forecast', targetMs: answerMs, weight: 2, params: expected },
  { name: 'prodplan.promise', targetMs: answerMs, weight: 2, params: promised },
  {
    name: 'prodplan.route',
    targetMs: answerMs,
    weight: 1,
    params: (draw, facts) => ({ produto_id: draw.pick(facts.products) }),
  },
  { name: 'prodplan.shipments', targetMs: answerMs, weight: 2, params: standingOfProducts },
  { name: 'prodplan.lead_time', targetMs: answerMs, weight: 2, params: ofProducts },
  { name: 'prodplan.cumulative_flow', targetMs: answerMs, weight: 1, params: ofProducts },
  { name: 'prodplan.ageing', targetMs: answerMs, weight: 1, params: standingOfProducts },
  { name: 'prodplan.conformance', targetMs: answerMs, weight: 1, params: ofProducts },
  { name: 'prodplan.rework_cost', targetMs: answerMs, weight: 1, params: ofProducts },
  { name: 'prodplan.release', targetMs: answerMs, weight: 1, params: ofProducts },
  { name: 'quality.overview', targetMs: answerMs, weight: 4, params: defects },
  { name: 'quality.by_phase', targetMs: answerMs, weight: 4, params: ofProducts },
  { name: 'quality.by_product', targetMs: answerMs, weight: 4, params: paged(defects) },
  { name: 'quality.pareto', targetMs: answerMs, weight: 4, params: pareto },
  { name: 'quality.lost_passes', targetMs: answerMs, weight: 3, params: lostPasses },
  { name: 'quality.heatmap', targetMs: answerMs, weight: 3, params: ofProducts },
  { name: 'quality.escape', targetMs: answerMs, weight: 1, params: ofFamilies },
  { name: 'quality.trend', targetMs: answerMs, weight: 4, params: trend },
  { name: 'quality.risk', targetMs: answerMs, weight: 3, params: paged(defects) },
  { name: 'quality.defect_texts', targetMs: answerMs, weight: 1, params: paged(defects) },
  { name: 'quality.defect_lines', targetMs: answerMs, weight: 2, params: paged(defects) },
  { name: 'quality.defect_boats', targetMs: answerMs, weight: 2, params: defects },
  { name: 'smartinventory.wip', targetMs: answerMs, weight: 3, params: standing },
  { name: 'smartinventory.wip_mass', targetMs: answerMs, weight: 2, params: standing },
  {
    name: 'smartinventory.gelcoat_theoretical_usage',
    targetMs: answerMs,
    weight: 2,
    params: paged(ofProducts),
  },
  { name: 'kpis.overview', targetMs: answerMs, weight: 5, params: ofProducts },
  { name: 'kpis.by_phase', targetMs: answerMs, weight: 4, params: kpisByPhase },
  { name: 'kpis.by_product', targetMs: answerMs, weight: 4, params: paged(ofProducts) },
  { name: 'kpis.by_employee', targetMs: answerMs, weight: 3, params: byEmployee },
  { name: 'kpis.skill_coverage', targetMs: answerMs, weight: 2, params: skills },
  { name: 'kpis.history', targetMs: answerMs, weight: 2, params: paged(period) },
];

/** The address of a question; parameters that stand in the path do not stand behind it. */
export function addressOf({ path }, params) {
  const query = new URLSearchParams();
  let address = path;
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    const inPath = `{${name}}`;
    if (path.includes(inPath)) address = address.replace(inPath, String(value));
    else query.set(name, String(value));
  }
  query.sort();
  return query.size === 0 ? address : `${address}?${query}`;
}

function orders(draw, facts) {
  const filters = draw.weighted([
    [{}, 2],
    [{ fase_id: draw.pick(facts.phases) }, 3],
    [{ familia: draw.pick(facts.families), state: draw.pick(openStates) }, 3],
    [{ produto_id: draw.pick(facts.products) }, 3],
    [{ state: draw.pick(states) }, 2],
    [
      {
        due_status: draw.pick(['LATE', 'AT_RISK', 'LATE,AT_RISK', 'ON_TRACK']),
        state: 'CREATED,IN_PROGRESS',
      },
      2,
    ],
    [{ is_zombie: draw.pick([true, false]) }, 1],
    [{ text: draw.pick(facts.words) }, 2],
    [{ text: String(draw.pick(facts.orders)).slice(0, 4) }, 1],
    [ranged('created', period(draw, facts)), 3],
    [ranged('finished', period(draw, facts)), 2],
    [ranged('due', period(draw, facts)), 2],
  ]);
  const sort = draw.weighted([
    [undefined, 6],
    [draw.pick(['created', 'due', '-due', 'of_id', '-of_id', '-finished', 'phase_since', 'produto_id']), 4],
  ]);
  // Page sizes and ages of a zombie differ from caller to caller: few questions are asked twice in the same words.
  const limit = draw.weighted([
    [draw.pick([10, 20, 25, 30, 40]), 4],
    [draw.whole(10, 49), 4],
    [draw.whole(51, 200), 2],
  ]);
  return { ...filters, sort, limit, ...(draw.chance(0.5) ? { zombie_days: draw.whole(180, 364) } : {}) };
}

const openStates = ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING', 'CREATED,IN_PROGRESS'];
const states = [...openStates, 'DONE', 'SCRAPPED'];

function ranged(what, { from, to }) {
  return { [`${what}_from`]: from, [`${what}_to`]: to };
}

/** Open orders are looked at far more often than they are many. */
function anOrder(draw, facts) {
  return draw.pick(draw.chance(0.3) ? facts.openOrders : facts.orders);
}

/** A period as people ask for it: whole months, the last so many days, or two days on a calendar. */
function period(draw, facts) {
  const { days, lastDay } = facts;
  return draw.weighted(
    [
      [{ from: monthStart(draw.pick(days)), to: draw.pick(days.slice(-400)) }, 2],
      [{ from: before(lastDay, draw.whole(1, 800)) }, 2],
      [{ from: before(lastDay, draw.whole(20, 800)), to: before(lastDay, draw.whole(0, 19)) }, 4],
      [ordered(draw.pick(days), draw.pick(days)), 3],
    ].map(([one, weight]) => [
      one.to === undefined || one.from <= one.to ? one : ordered(one.from, one.to),
      weight,
    ]),
  );
}

function ordered(a, b) {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}

function before(day, days) {
  return new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10);
}

function monthStart(day) {
  return `${day.slice(0, 8)}01`;
}

/** Open orders of one kind; pages draw only some, a list is asked for whole. */
function expected(draw, facts) {
  return draw.weighted([
    [{ fase_id: draw.pick(facts.phases) }, 2],
    [{ familia: draw.pick(facts.families) }, 2],
    [{ produto_id: draw.pick(facts.products) }, 1],
  ]);
}

/** Days that a customer may want it by. */
function promised(draw, { products, lastDay }) {
  return { produto_id: draw.pick(products), wanted: before(lastDay, -draw.whole(1, 120)) };
}

function ofProducts(draw, facts) {
  return { ...period(draw, facts), ...ofAProduct(draw, facts) };
}

/** Of a single product there are too few for some questions. */
function ofFamilies(draw, facts) {
  return {
    ...period(draw, facts),
    ...(draw.chance(0.5) ? { familia: draw.pick(facts.families) } : {}),
  };
}

function ofAProduct(draw, facts) {
  return draw.weighted([
    [{}, 5],
    [{ familia: draw.pick(facts.families) }, 3],
    [{ produto_id: draw.pick(facts.products) }, 2],
  ]);
}

function defects(draw, facts) {
  return {
    ...ofProducts(draw, facts),
    ...(draw.chance(0.3) ? { fase_id: draw.pick(facts.culprits) } : {}),
  };
}

function pareto(draw, facts) {
  const by = draw.pick([undefined, 'fase_culpada', 'produto', 'familia']);
  return { ...paged(defects)(draw, facts), by };
}

function lostPasses(draw, facts) {
  const by = draw.pick([undefined, 'fase_culpada', 'fase_avaliacao', 'gravidade']);
  return { ...paged(defects)(draw, facts), by };
}

function trend(draw, facts) {
  return { ...defects(draw, facts), bucket: draw.pick([undefined, 'week']) };
}

function kpisByPhase(draw, facts) {
  return {
    ...period(draw, facts),
    ...(draw.chance(0.4) ? { familia: draw.pick(facts.families) } : {}),
    ...(draw.chance(0.2) ? { fase_id: draw.pick(facts.phases) } : {}),
  };
}

function byEmployee(draw, facts) {
  return {
    ...paged(withinAYear)(draw, facts),
    ...(draw.chance(0.4) ? { fase_id: draw.pick(facts.phases) } : {}),
  };
}

/** People are never followed for longer than twelve months, the first and the last of them whole. */
function withinAYear(draw, { days, lastDay }) {
  const to = draw.chance(0.5) ? lastDay : draw.pick(days);
  return { from: before(to, draw.whole(6, 330)), to };
}

function riskQueue(draw, facts) {
  return {
    zombie_days: draw.whole(90, 364),
    limit: draw.whole(10, 49),
    ...(draw.chance(0.4) ? { familia: draw.pick(facts.families) } : {}),
    ...(draw.chance(0.2) ? { fase_id: draw.pick(facts.phases) } : {}),
  };
}

function bottlenecks(draw, facts) {
  return {
    zombie_days: draw.whole(90, 1500),
    ...draw.weighted([
      [{}, 4],
      [{ familia: draw.pick(facts.families) }, 4],
      [{ fase_id: draw.pick(facts.busyPhases) }, 2],
    ]),
  };
}

/** Any period, all time too. */
function waits(draw, facts) {
  return {
    ...(draw.chance(0.2) ? { from: facts.days[0], to: draw.pick(facts.days) } : period(draw, facts)),
    ...ofAProduct(draw, facts),
    ...(draw.chance(0.3) ? { fase_id: draw.pick(facts.phases) } : {}),
  };
}

/** What stands at the phases now: without a period, so that the age of a zombie makes questions differ. */
function skills(draw, facts) {
  return {
    zombie_days: draw.whole(90, 720),
    ...(draw.chance(0.3) ? { fase_id: draw.pick(facts.phases) } : {}),
  };
}

function standingOfProducts(draw, facts) {
  return { zombie_days: draw.whole(90, 1500), ...ofAProduct(draw, facts) };
}

function standing(draw, facts) {
  return {
    zombie_days: draw.whole(90, 720),
    ...ofAProduct(draw, facts),
    ...(draw.chance(0.3) ? { fase_id: draw.pick(facts.phases) } : {}),
  };
}

/** Any other size than the default, which would be the same question as no size. */
function paged(params) {
  return (draw, facts) => ({
    ...params(draw, facts),
    limit: draw.weighted([
      [undefined, 2],
      [draw.whole(10, 49), 1],
      [draw.whole(51, 200), 1],
    ]),
  });
}
