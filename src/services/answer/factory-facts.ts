import { boatDefectClasses, phase, yearDays } from '../../contract/factory/index.js';

/**
 * Facts of the factory that a query may name as it names its parameters (`:demould`); a value that is passed under such a
 * name is not used. They stand in
 * the compiled text as literals, so that a plan is made for them.
 */
export const factoryFacts: Readonly<Record<string, string>> = {
  demould: `${phase.demould}`,
  boat_defect_classes: `'{${boatDefectClasses.join(',')}}'`,
  year_days: `${yearDays}`,
};
