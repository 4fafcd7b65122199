import { noFamily, productFamilies } from './families.js';
import { lineClasses } from './line-class.js';
import { yearDays } from './look-back.js';
import { phase } from './phases.js';
import { dueStatuses, endangeredStatuses, openStates, orderStates } from './states.js';

/** web/src/api/codes.ts: the codes of the factory that the pages tell apart, so that they are typed in one place only. */
export function codesPage(): string {
  return `// Generated from src/contract/factory by "npm run generate"; do not edit.
${list('orderStates', 'StateCode', orderStates)}
/** Of an order that is still to be delivered. */
${list('openStates', null, openStates)}
${list('dueStatuses', 'DueCode', dueStatuses)}
/** Late, or likely to be. */
${list('endangeredStatuses', null, endangeredStatuses)}
${list('families', 'FamilyCode', [...productFamilies, noFamily])}
${list('lineClasses', 'LineClass', lineClasses)}
/** Phase of the last inspection. */
export const finalControl = ${phase.finalControl};

/** How far back the forecast looks; of an order that is older it knows nothing. */
export const yearDays = ${yearDays};`
    .trimEnd()
    .concat('\n');
}

function list(name: string, type: string | null, values: readonly string[]): string {
  const text = `export const ${name} = [${values.map((value) => `'${value}'`).join(', ')}] as const;\n`;
  return type === null ? text : `${text}export type ${type} = (typeof ${name})[number];\n`;
}
