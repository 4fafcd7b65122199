import { phases } from '../catalogue/phases.js';
import type { Factory } from '../history/factory.js';
import type { SampleRow } from '../row.js';

/** The sheets that no cut changes; they are small, and are made whole. */
export function catalogueRows(): SampleRow[] {
  return phases.map((phase) => [...phase]);
}

export function modelRows({ models }: Factory): SampleRow[] {
  return models.models.map((model) => [
    model.id,
    model.name,
    model.demouldWeightKg,
    model.finishWeightKg,
    model.deckGelKg,
    model.hullGelKg,
  ]);
}

export function routeRows({ models }: Factory): SampleRow[] {
  return models.models.flatMap((model) =>
    model.route.map(
      (step): SampleRow => [model.id, step.phaseId, step.sequence, step.coefficientHours, step.bonus_eur],
    ),
  );
}

/** The ERP joins employees with their skills, so that each stands there once a skill. */
export function employeeRows({ people }: Factory): SampleRow[] {
  return people.skills.map((skill) => {
    const person = people.personById.get(skill.personId);
    return [skill.personId, person?.name, person?.active];
  });
}

export function skillRows({ people }: Factory): SampleRow[] {
  return people.skills.map((skill) => [skill.personId, skill.phaseId, skill.start ?? 'NULL']);
}
