import { phase } from '../../contract/factory/index.js';
import { Random } from '../random.js';
import { addMonths, type Minute, minuteOf } from '../time.js';
import { pace } from './phases.js';

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly active: 0 | 1;
}

export interface Skill {
  readonly personId: number;
  readonly phaseId: number;
  readonly start: Minute | null;
}

export interface People {
  readonly people: readonly Person[];
  /** One row a skill; the employees' sheet repeats its person on each. */
  readonly skills: readonly Skill[];
  readonly personById: ReadonlyMap<number, Person>;
  /** Who may work at a phase, most often called first; everybody where nobody is qualified. */
  readonly able: (phaseId: number) => readonly number[];
}

const firstNames =
  'Abílio Adélia Albano Alcina Amadeu Anabela Aníbal Armanda Baltazar Benilde Bento Celeste Custódio Dália Delfim Dionísia Edmundo Elvira Eurico Fausto Felisbela Gaspar Graciete Hermínio Idalina Ilídio Jacinta Jerónimo Laurinda Leandro Lucília Marcolino Natércia Norberto Odete Olímpio Palmira Quitéria Romeu Silvina Teodoro Valdemar Zulmira'.split(
    ' ',
  );
const surnames =
  'Abrantes Alvorada Amieiro Arrifana Azenha Barqueiro Boaventura Brejeiro Caniço Carvalhido Cegonho Corga Eirado Fontelas Forjaz Galego Granja Junqueira Lameiro Leira Loureda Malvar Moinho Montalto Nespereira Outeiro Penedo Pinhal Quintela Ribeirinho Salgado Seara Souto Tojal Valeira Veiga Vidoeiro Zambujo'.split(
    ' ',
  );

/** How many people have 1, 2, 3 ... skills: 301 people, 902 rows. */
const peopleBySkills: readonly (readonly [skills: number, people: number])[] = [
  [1, 149],
  [2, 45],
  [3, 31],
  [4, 13],
  [5, 14],
  [6, 9],
  [7, 9],
  [8, 4],
  [9, 7],
  [10, 4],
  [11, 5],
  [12, 6],
  [13, 3],
  [15, 2],
];

const working = 133;
/** These left too, but nobody wrote the `z) ` before their names. */
const leftUnmarked = 4;
const skillsStartedTwice = 8;
const skillsWithoutStart = 10;

/** Phases by how many people are qualified for them. */
const taught: readonly number[] = [
  ...repeat(phase.lamination, 85),
  ...repeat(phase.wetSanding, 77),
  ...repeat(phase.finish2, 70),
  ...repeat(phase.polishing, 70),
  ...repeat(phase.drySanding, 60),
  ...repeat(phase.finishPainting, 40),
  ...repeat(phase.assembly, 35),
  ...repeat(phase.repair, 34),
  ...repeat(phase.cut, 33),
  ...repeat(phase.finishPreparation, 33),
  ...repeat(phase.varnishRepair, 31),
  ...repeat(phase.surfaceRepair, 31),
  ...repeat(phase.hullBonding, 30),
  ...repeat(phase.finalControl, 27),
  ...repeat(phase.finishSpray, 24),
  ...repeat(phase.painting, 22),
  ...repeat(36, 19),
  ...repeat(phase.finish3, 18),
  ...repeat(phase.partBonding, 17),
  ...repeat(phase.demould, 16),
  ...repeat(phase.finishVarnish, 15),
  ...repeat(phase.coamingBonding, 15),
  ...repeat(phase.assemblyControl, 13),
  ...repeat(phase.mouldPreparation, 12),
  ...repeat(38, 12),
  ...repeat(phase.infusion, 10),
  ...repeat(28, 10),
  ...repeat(48, 9),
  ...repeat(20, 7),
  ...repeat(68, 7),
  ...repeat(phase.rotomoulding, 4),
  ...repeat(78, 4),
  ...repeat(54, 4),
  ...repeat(43, 4),
];

export function makePeople(seed: number): People {
  const random = new Random(seed, 101);
  const counts = random.shuffle(
    peopleBySkills.flatMap(([skills, people]) => new Array<number>(people).fill(skills)),
  );
  const people = makePersons(random, counts);
  const skills = makeSkills(random, people, counts);
  return {
    people,
    skills,
    personById: new Map(people.map((person) => [person.id, person])),
    able: rota(random, people, skills),
  };
}

function makePersons(random: Random, counts: readonly number[]): Person[] {
  const names = new Set<string>();
  while (names.size < counts.length)
    names.add(`${random.pick(firstNames)} ${random.pick(surnames)} ${random.pick(surnames)}`);
  // Those who stay learn: the people at work have twice the skills of those who left.
  const worth = counts.map((skills) => random.next() + (skills > 2 ? 0.45 : 0));
  const byWorth = [...worth].sort((a, b) => b - a);
  let id = 20_400;
  return [...names].map((name, i) => {
    id += random.between(1, 90);
    const place = byWorth.indexOf(worth[i] as number);
    const active = place < working ? 1 : 0;
    return { id, active, name: active || place < working + leftUnmarked ? name : `z) ${name}` };
  });
}

function makeSkills(random: Random, people: readonly Person[], counts: readonly number[]): Skill[] {
  const skills: Skill[] = [];
  let twice = skillsStartedTwice;
  for (const [i, person] of people.entries()) {
    const known = new Set<number>();
    let rows = counts[i] as number;
    // Whoever has several skills may have given one up and taken it again.
    const repeats = twice > 0 && rows >= 3;
    if (repeats) twice--;
    while (known.size < rows - (repeats ? 1 : 0)) known.add(random.pick(taught));
    const first = randomStart(random);
    for (const phaseId of known) {
      const start = random.chance(0.4) ? first : randomStart(random);
      skills.push({ personId: person.id, phaseId, start });
      if (repeats && known.size === rows - 1) {
        skills.push({ personId: person.id, phaseId, start: addMonths(start, 14) });
        rows = known.size;
      }
    }
  }
  forgetStarts(random, skills);
  return skills;
}

/** The starts of skills run past the dump: they are decided ahead, and the clock must not be read from them. */
function randomStart(random: Random): Minute {
  const from = minuteOf(random.chance(0.08) ? 2004 : 2016, 7, 5);
  const start = from + random.below(Math.max(1, minuteOf(2024, 12, 18) - from));
  return random.chance(0.55) ? start - (start % 1440) : start;
}

function forgetStarts(random: Random, skills: Skill[]): void {
  const once = new Map<string, number>();
  for (const skill of skills) once.set(keyOf(skill), (once.get(keyOf(skill)) ?? 0) + 1);
  const candidates = skills.flatMap((skill, i) => (once.get(keyOf(skill)) === 1 ? [i] : []));
  for (const i of random.shuffle(candidates).slice(0, skillsWithoutStart))
    skills[i] = { ...(skills[i] as Skill), start: null };
}

function keyOf(skill: Skill): string {
  return `${skill.personId}/${skill.phaseId}`;
}

function rota(random: Random, people: readonly Person[], skills: readonly Skill[]): People['able'] {
  const active = new Set(people.filter((person) => person.active === 1).map((person) => person.id));
  const everybody = random.shuffle([...active]);
  const byPhase = new Map<number, readonly number[]>();
  for (const phaseId of pace.keys()) {
    const qualified = new Set(skills.filter((skill) => skill.phaseId === phaseId).map((s) => s.personId));
    const list = random.shuffle([...qualified]);
    // Those who left are at the end: they did some of the old work, and less and less of it is in the dump.
    list.sort((a, b) => Number(active.has(b)) - Number(active.has(a)));
    byPhase.set(phaseId, list.length > 0 ? list : everybody);
  }
  return (phaseId) => byPhase.get(phaseId) ?? everybody;
}

function repeat(value: number, times: number): number[] {
  return new Array<number>(times).fill(value);
}
