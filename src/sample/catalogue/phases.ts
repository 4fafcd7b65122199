import { phase } from '../../contract/factory/index.js';

/** Id, name, usual position, work of production, runs without people. 71 phases; no id has a meaning twice. */
export const phases: readonly (readonly [
  id: number,
  name: string,
  sequence: number,
  production: 0 | 1,
  automatic: 0 | 1,
])[] = [
  [1, 'Laminagem', 10, 1, 0],
  [2, 'Cura', 11, 1, 1],
  [3, 'Recorte', 13, 1, 0],
  [4, 'União casco e deck', 14, 1, 0],
  [5, 'Retoque de pintura', 16, 1, 0],
  [6, 'Desmolde', 12, 1, 0],
  [7, 'Espera de acabamento', 17, 0, 1],
  [8, 'Controlo final', 29, 1, 0],
  [9, 'Armazém', 30, 0, 1],
  [10, 'Embalado', 36, 0, 1],
  [11, 'Por laminar', 1, 1, 1],
  [12, 'Entregue', 37, 0, 1],
  [13, 'Espera de reparação', 38, 0, 0],
  [14, 'Em reparação', 31, 1, 0],
  [15, 'Em uso', 35, 0, 0],
  [16, 'Para abater', 42, 0, 0],
  [17, 'Abatido', 43, 0, 0],
  [18, 'Pintura no molde', 9, 1, 0],
  [20, 'Maquinação', 5, 1, 0],
  [21, 'Preparação de matriz', 7, 1, 0],
  [22, 'Lixagem a seco', 19, 1, 0],
  [24, 'Desenho', 2, 0, 0],
  [25, 'Programação de máquina', 3, 0, 0],
  [26, 'Preparação de máquina', 4, 0, 0],
  [27, 'Acabamento de máquina', 6, 0, 0],
  [28, 'Recorte de peças', 13, 1, 0],
  [29, 'Soldadura', 44, 0, 0],
  [30, 'Montagem de ferragens', 45, 0, 0],
  [31, 'Lacagem de ferragens', 46, 0, 0],
  [32, 'Suspensa', 0, 1, 1],
  [33, 'Segundo acabamento', 20, 1, 0],
  [35, 'Terceiro acabamento', 21, 1, 0],
  [36, 'Laminagem de peças', 10, 1, 0],
  [37, 'Expedição', 47, 0, 1],
  [38, 'Acabamento de moldes', 32, 1, 0],
  [39, 'Trabalho fora', 0, 0, 0],
  [40, 'Lixagem a água', 25, 1, 0],
  [42, 'Polimento', 26, 1, 0],
  [43, 'Oficina de metal', 48, 0, 0],
  [44, 'Tarefas várias', 49, 0, 0],
  [45, 'Manutenção', 39, 1, 0],
  [46, 'Montagem', 28, 1, 0],
  [47, 'Colagem da gola', 15, 1, 0],
  [48, 'Costura', 41, 1, 0],
  [49, 'Armazém de segunda', 33, 0, 1],
  [50, 'Lixo', 34, 0, 1],
  [51, 'Preparação do molde', 8, 1, 0],
  [52, 'Serviços', 50, 0, 0],
  [53, 'Colagem de peças', 14, 1, 0],
  [54, 'Laminagem de canoas', 10, 1, 0],
  [57, 'Venda', 0, 0, 0],
  [58, 'Pedido entregue', 1, 0, 0],
  [59, 'Pedido em análise', 2, 0, 0],
  [60, 'Pedido analisado', 3, 0, 0],
  [61, 'Pedido aceite', 4, 0, 0],
  [62, 'Pedido recusado', 5, 0, 0],
  [63, 'Acabamento: preparação', 22, 1, 0],
  [65, 'Acabamento: pintura', 23, 1, 0],
  [66, 'Acabamento: verniz', 24, 1, 0],
  [67, 'Infusão', 10, 1, 0],
  [68, 'Lixagem de peças', 25, 1, 0],
  [69, 'Acabamento de peças', 24, 1, 0],
  [70, 'Preparação da costura', 40, 1, 0],
  [71, 'Rotomoldagem', 1, 1, 0],
  [72, 'Reutilizada', 2, 0, 1],
  [73, 'Verniz no molde', 9, 0, 0],
  [74, 'Controlo da montagem', 27, 1, 0],
  [75, 'Impressão de peças', 42, 1, 0],
  [76, 'Reparação de verniz', 31, 1, 0],
  [77, 'Reparação de superfície', 31, 1, 0],
  [78, 'Injeção de peças', 1, 1, 0],
];

export const automaticPhases: ReadonlySet<number> = new Set(
  phases.filter(([, , , , automatic]) => automatic === 1).map(([id]) => id),
);

interface Pace {
  /** Share of an order's lead time that it spends on its way to this phase's end: sets where work in hand stands. */
  readonly wait: number;
  /** Hours of work, typical. */
  readonly hours: number;
  /** Share of the started phases that have a worker, and of those the share with a second one. */
  readonly manned: number;
  readonly paired: number;
}

/** The full dump has more second workers than the two of 2023, by which the shares below were measured. */
const crowding = 1.22;

/** How the phases of the routes run; measured on the real dumps. */
export const pace: ReadonlyMap<number, Pace> = new Map(
  (
    [
      [phase.notLaminated, 27, 1.3, 0, 0],
      [phase.mouldPreparation, 3, 2, 0.995, 0.27],
      [phase.painting, 3.6, 0.55, 0.985, 0.33],
      [phase.lamination, 3.6, 4.2, 0.995, 0.72],
      [phase.infusion, 3.6, 1.3, 0.97, 0.22],
      [phase.cure, 2.8, 4.8, 0, 0],
      [phase.demould, 3, 1.3, 0.99, 0.14],
      [phase.cut, 5, 1, 0.95, 0.24],
      [phase.partBonding, 1.5, 2.7, 0.92, 0.22],
      [phase.hullBonding, 3, 3.3, 0.93, 0.22],
      [phase.coamingBonding, 1.5, 1.2, 0.9, 0.22],
      [phase.finishPainting, 7, 4.3, 0.95, 0.24],
      [phase.drySanding, 6, 0.75, 0.94, 0.24],
      [phase.finish2, 3.5, 1.3, 0.86, 0.2],
      [phase.finish3, 2, 1.5, 0.7, 0.15],
      [phase.wetSanding, 6, 1.45, 0.93, 0.25],
      [phase.polishing, 7, 0.53, 0.9, 0.24],
      [phase.finishPreparation, 2, 1, 0.75, 0.22],
      [phase.finishSpray, 2, 1.9, 0.7, 0.25],
      [phase.finishVarnish, 2, 1.1, 0.7, 0.1],
      [phase.assemblyControl, 2.2, 1.25, 0.75, 0.22],
      [phase.assembly, 4, 1.05, 0.72, 0.22],
      [phase.finalControl, 4.5, 1.3, 0.6, 0.2],
      [phase.warehouse, 3.2, 5.3, 0, 0],
      [phase.packed, 2.4, 1.3, 0, 0],
      [phase.delivered, 1.2, 1.3, 0, 0],
      [phase.rotomoulding, 8, 1.4, 0.97, 0.18],
    ] as const
  ).map(([id, wait, hours, manned, paired]) => [id, { wait, hours, manned, paired: paired * crowding }]),
);

/** The phases that rework repeats, most frequent first. */
export const reworkPhases = [
  phase.finishPainting,
  phase.drySanding,
  phase.wetSanding,
  phase.polishing,
] as const;
