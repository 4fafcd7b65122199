/** A question that people ask and the workbook cannot answer, whatever is done with it. */
export interface Unanswerable {
  /** Stable name: `oee`. */
  readonly question: string;
  readonly title: { readonly pt: string; readonly en: string };
  /** Why the nine sheets do not tell it. */
  readonly why: { readonly pt: string; readonly en: string };
  /** What the export would have to carry for it to be answered. */
  readonly needs: { readonly pt: string; readonly en: string };
}

/** Questions that are refused with the reason: an invented figure costs more trust than one that is missing. */
export const unanswerable: readonly Unanswerable[] = [
  {
    question: 'oee',
    title: { pt: 'Eficácia dos equipamentos (OEE)', en: 'Equipment effectiveness (OEE)' },
    why: {
      pt: 'O ficheiro não conhece máquinas, paragens nem velocidades: tem fases com início e fim.',
      en: 'The file knows no machines, stops or speeds: it has phases with a start and an end.',
    },
    needs: {
      pt: 'Por máquina e turno: tempo planeado, paragens com motivo, peças boas e más.',
      en: 'By machine and shift: planned time, stops with their reason, good and bad pieces.',
    },
  },
  {
    question: 'cost_and_margin',
    title: { pt: 'Custo e margem de um barco', en: 'Cost and margin of a boat' },
    why: {
      pt: 'CoeficienteX é um prémio em euros e não um custo; não há preços, salários nem consumos.',
      en: 'CoeficienteX is a bonus in euro and no cost; there are no prices, wages or consumptions.',
    },
    needs: {
      pt: 'Preço de venda por ordem, custo dos materiais gastos, custo da hora por funcionário ou fase.',
      en: 'Sales price by order, cost of the materials used, cost of an hour by employee or phase.',
    },
  },
  {
    question: 'moulds',
    title: { pt: 'Ocupação e desgaste dos moldes', en: 'Use and wear of moulds' },
    why: {
      pt: 'Nenhuma linha diz em que molde foi feito um barco; um terço dos erros fala do molde, sem dizer qual.',
      en: 'No row says in which mould a boat was made; a third of the errors speak of the mould without naming it.',
    },
    needs: {
      pt: 'O número do molde na fase de laminagem e nas linhas de erro; a lista dos moldes.',
      en: 'The number of the mould at the lamination and on error lines; the list of moulds.',
    },
  },
  {
    question: 'customers',
    title: { pt: 'Clientes, encomendas e destinos', en: 'Customers, sales orders and destinations' },
    why: {
      pt: 'A ordem de fabrico não diz para quem é: não se sabe que barcos seguem juntos, nem quem espera.',
      en: 'A work order does not say for whom it is: which boats go together, or who waits, is not known.',
    },
    needs: {
      pt: 'Encomenda, cliente e destino de cada ordem de fabrico.',
      en: 'Sales order, customer and destination of each work order.',
    },
  },
  {
    question: 'stock',
    title: { pt: 'Existências e faltas de material', en: 'Stock and shortages of material' },
    why: {
      pt: 'Só se conhece o gelcoat e o peso teóricos de cada modelo; não há entradas, saídas nem existências.',
      en: 'Only the theoretical gelcoat and weight of a model are known; there are no receipts, issues or stocks.',
    },
    needs: {
      pt: 'Existência e consumo real por material e dia; a lista de materiais de cada modelo.',
      en: 'Stock and real consumption by material and day; the bill of materials of each model.',
    },
  },
  {
    question: 'capacity_plan',
    title: { pt: 'Plano de capacidade', en: 'Capacity plan' },
    why: {
      pt: 'Não há calendários, turnos planeados nem postos por fase; os tempos padrão erram até 25 vezes.',
      en: 'There are no calendars, planned shifts or places by phase; the standard times are up to 25 times off.',
    },
    needs: {
      pt: 'Pessoas e horas planeadas por fase e dia, ausências, postos de trabalho por fase.',
      en: 'People and hours planned by phase and day, absences, work places by phase.',
    },
  },
  {
    question: 'first_promise',
    title: { pt: 'Cumprimento contra a primeira promessa', en: 'Punctuality against the first promise' },
    why: {
      pt: 'O dia de expedição é o último que alguém pôs; os anteriores só se conhecem das cargas que os viram.',
      en: 'The shipping day is the last that somebody set; earlier ones are known only from the runs that saw them.',
    },
    needs: {
      pt: 'A data prometida ao cliente, que não muda, ao lado da planeada.',
      en: 'The date promised to the customer, which does not move, beside the planned one.',
    },
  },
  {
    question: 'true_hours',
    title: { pt: 'Horas de trabalho de cada barco', en: 'Hours of work in a boat' },
    why: {
      pt: 'Entre o início e o fim de uma fase há noites e pausas; um quarto delas abre e fecha no mesmo minuto.',
      en: 'Between the start and the end of a phase lie nights and breaks; a quarter open and close in one minute.',
    },
    needs: {
      pt: 'Registo de entrada e saída de cada funcionário em cada fase.',
      en: 'When each employee began and stopped at each phase.',
    },
  },
];
