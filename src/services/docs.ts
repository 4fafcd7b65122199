import { gates } from '../evidence/index.js';
import type { Figure, Service } from './service.js';

/** docs/metrics.md: every figure in one paragraph, with its gates and limits. */
export function metricsPage(services: readonly Service[]): string {
  return [
    '# Os indicadores (metrics)',
    '',
    'Gerado a partir de `src/services` por `npm run generate`. Não editar à mão. (Generated; do not edit.)',
    '',
    ...services.flatMap(section),
  ].join('\n');
}

function section(service: Service): string[] {
  return [
    `## ${service.summary}`,
    '',
    `\`GET ${service.path}\``,
    '',
    service.method,
    '',
    `Portas (gates): ${service.gates.length === 0 ? 'nenhuma' : service.gates.map(gateText).join('; ')}.${filterGates(service)}`,
    '',
    ...service.figures.flatMap(paragraph),
  ];
}

function filterGates({ filterGates = {} }: Service): string {
  const texts = Object.entries(filterGates).map(([name, gate]) => `com \`${name}\`, também \`${gate}\``);
  return texts.length === 0 ? '' : ` Filtros: ${texts.join('; ')}.`;
}

function paragraph(figure: Figure): string[] {
  const unit = figure.unit === '' ? '' : ` (${figure.unit})`;
  return [
    `**${figure.title}** \`${figure.figure}\`${unit}. ${figure.definition} *Limites:* ${figure.limits}`,
    '',
  ];
}

function gateText(name: string): string {
  const gate = gates.find((one) => one.gate === name);
  if (gate === undefined) throw new Error(`unknown gate ${name}`);
  return `\`${name}\` (${gate.measured})`;
}
