import { phases } from '../catalogue/phases.js';
import type { Factory } from '../history/factory.js';
import type { Row } from '../row.js';

/** The sheets that no cut changes; they are small, and are made whole. */
export function phaseRows(): Row[] {
  return phases.map((phase) => [...phase]);
}

export function modelRows({ models }: Factory): Row[] {
  return models.models.map((model) => [
    model.id,
    model.name,
    model.demouldWeight_kg,
    model.finishWeight_kg,
    model.deckGel_kg,
    model.hullGel_kg,
  ]);
}

export function routeRows({ models }: Factory): Row[] {
  return models.models.flatMap((model) =>
    model.route.map(
      (step): Row => [model.id, step.phaseId, step.sequence, step.coefficient_h, step.bonus_eur],
    ),
  );
}

/** The ERP joins employees with their skills, so that each stands there once a skill. */
export function employeeRows({ people }: Factory): Row[] {
  return people.skills.map((skill) => {
    const person = people.personById.get(skill.personId);
    return [skill.personId, person?.name, person?.active];
  });
}

export function skillRows({ people }: Factory): Row[] {
  return people.skills.map((skill) => [skill.personId, skill.phaseId, skill.start ?? 'NULL']);
}
