import { table } from '../lib/format.mjs';
import { p75, quantile, targets, throttle } from './targets.mjs';

const ms = (value) => `${Math.round(value)} ms`;
const verdict = (isMet) => (isMet ? 'met' : '**missed**');

export function report({ command, machine, commit, date, orders, rounds, chromium, results }) {
  return `${[
    '# Benchmark of the dashboard',
    '',
    `- machine: ${machine.cpu}, ${machine.cores} cores, ${Math.round(machine.memoryGb)} GB, ${machine.os}; database, server, and browser share it`,
    `- Node ${machine.node}, Chromium ${chromium} without a window, its processor slowed down ${throttle} times`,
    `- ${orders} orders (\`prodplan sample\`), two files a day apart`,
    `- ${date}, commit ${commit}, \`${command}\`; ${rounds} times each`,
    '',
    ...summary(results),
    ...pages(results.pages),
    ...interactions(results.interactions),
    ...frames(results.scroll),
  ].join('\n')}\n`;
}

function summary({ pages, interactions, filter, scroll, wallboard, tabs }) {
  const rows = [];
  const add = (name, value, target, isMet) => rows.push([name, value, target, verdict(isMet)]);
  if (pages) {
    const most = (of) =>
      pages.map((one) => ({ path: one.path, value: of(one) })).sort((a, b) => b.value - a.value)[0];
    const first = pages.find(({ path }) => path === '/');
    const cold = most((one) => p75(one.cold));
    const warm = most((one) => p75(one.warm));
    const asked = most((one) => Math.max(...one.requests));
    add(
      'JavaScript of the first page, gzip',
      `${first.scripts.toFixed(1)} KiB`,
      `<= ${targets.firstPageKib} KiB`,
      first.scripts <= targets.firstPageKib,
    );
    add(
      `largest paint, cold, p75: worst page (${cold.path})`,
      ms(cold.value),
      `<= ${ms(targets.coldMs)}`,
      cold.value <= targets.coldMs,
    );
    add(
      `largest paint, warm, p75: worst page (${warm.path})`,
      ms(warm.value),
      `<= ${ms(targets.warmMs)}`,
      warm.value <= targets.warmMs,
    );
    add(
      `requests of a page: most (${asked.path})`,
      String(asked.value),
      `<= ${targets.requests}`,
      asked.value <= targets.requests,
    );
  }
  if (interactions) {
    for (const [isFirst, limit, name] of [
      [false, targets.interactionMs, 'answer to an interaction'],
      [true, targets.firstOpeningMs, 'first opening of a list'],
    ]) {
      const worst = interactions
        .filter((one) => one.isFirst === isFirst)
        .map(({ name: what, times }) => ({ what, value: p75(times) }))
        .sort((a, b) => b.value - a.value)[0];
      add(`${name}, p75: worst (${worst.what})`, ms(worst.value), `<= ${ms(limit)}`, worst.value <= limit);
    }
  }
  if (filter)
    add(
      'filter over all boats, p75',
      ms(p75(filter)),
      `<= ${ms(targets.filterMs)}`,
      p75(filter) <= targets.filterMs,
    );
  if (scroll) {
    const all = [...scroll.wheel, ...scroll.dragged];
    const share = all.filter((one) => one > targets.slowFrameMs).length / all.length;
    const slowest = Math.max(...all);
    add(
      `scrolling all boats: frames over ${targets.slowFrameMs} ms`,
      `${(share * 100).toFixed(2)} %`,
      `<= ${targets.slowFrameShare * 100} %`,
      share <= targets.slowFrameShare,
    );
    add(
      'scrolling all boats: slowest frame',
      ms(slowest),
      `<= ${ms(targets.slowestFrameMs)}`,
      slowest <= targets.slowestFrameMs,
    );
  }
  if (wallboard)
    add(
      `wallboard renewed ${wallboard.renewals} times: growth`,
      `${wallboard.grownMb.toFixed(1)} MB`,
      `< ${targets.wallboardMb} MB`,
      wallboard.grownMb < targets.wallboardMb,
    );
  if (tabs)
    add(
      `event streams of ${tabs.tabs} tabs`,
      String(tabs.most),
      String(targets.streams),
      tabs.most === targets.streams,
    );
  return ['## Targets', '', table(['what', 'measured', 'target', ''], rows, [0, 3]), ''];
}

function pages(found) {
  if (!found) return [];
  const rows = found.map(({ path, cold, warm, requests, scripts }) => [
    shown(path),
    ms(p75(cold)),
    ms(Math.max(...cold)),
    ms(p75(warm)),
    ms(Math.max(...warm)),
    String(Math.max(...requests)),
    scripts.toFixed(0),
  ]);
  const header = ['page', 'cold p75', 'max', 'warm p75', 'max', 'requests', 'JS KiB'];
  return [
    '## Pages',
    '',
    table(header, rows),
    '',
    'Largest contentful paint, as the browser tells it. Cold: nothing is kept of the pages; the server has its answers in its cache from the second time on. Warm: the same visitor again. Requests: all of the cold opening, with page, scripts, styles and answers.',
    '',
  ];
}

/** The number of a boat is of no interest, and would differ from one factory to the next. */
function shown(path) {
  return path.replace(/(barcos|cargas)\/\d+/, '$1/…').replace(/\d{4}-\d\d-\d\d/, '…');
}

function interactions(found) {
  if (!found) return [];
  const rows = found.map(({ name, isFirst, times }) => [
    name,
    ms(quantile(times, 0.5)),
    ms(p75(times)),
    ms(Math.max(...times)),
    ms(isFirst ? targets.firstOpeningMs : targets.interactionMs),
  ]);
  return [
    '## Interactions',
    '',
    table(['what', 'p50', 'p75', 'max', 'target (p75)'], rows),
    '',
    'From the input to the next picture, by the Event Timing of the browser, which counts in steps of 8 ms and tells nothing below 16. Each on a page that was opened anew.',
    '',
  ];
}

function frames(scroll) {
  if (!scroll) return [];
  const row = (name, all) => [
    name,
    String(all.length),
    ms(quantile(all, 0.5)),
    ms(quantile(all, 0.95)),
    ms(Math.max(...all)),
    String(all.filter((one) => one > targets.slowFrameMs).length),
  ];
  return [
    '## Frames while all boats are scrolled',
    '',
    table(
      ['how', 'frames', 'p50', 'p95', 'max', `over ${targets.slowFrameMs} ms`],
      [row('with the wheel', scroll.wheel), row('the bar dragged from place to place', scroll.dragged)],
    ),
    '',
  ];
}
