import type { SampleRatios } from './count.js';

/** Written by tools/measure-ratios.mjs from the two real workbooks: counts, no data. */
export const realRatios: readonly {
  readonly leadTimesDays: readonly number[];
  readonly label: string;
  readonly sheets: SampleRatios;
}[] = [
  {
    leadTimesDays: [7, 10, 17, 25, 34, 41, 49, 59, 71, 90, 111],
    label: '2023-03-31',
    sheets: [
      {
        sheet: 'Fases',
        rows: 71,
        duplicates: 0,
        nulls: [
          {
            header: 'Fase_Id',
            nulls: 0,
          },
          {
            header: 'Fase_Nome',
            nulls: 0,
          },
          {
            header: 'Fase_Sequencia',
            nulls: 0,
          },
          {
            header: 'Fase_DeProducao',
            nulls: 0,
          },
          {
            header: 'Fase_Automatica',
            nulls: 0,
          },
        ],
        references: [],
        bytes: 11377,
        compressed: 1932,
      },
      {
        sheet: 'Modelos',
        rows: 894,
        duplicates: 0,
        nulls: [
          {
            header: 'Produto_Id',
            nulls: 0,
          },
          {
            header: 'Produto_Nome',
            nulls: 0,
          },
          {
            header: 'Produto_PesoDesmolde',
            nulls: 0,
          },
          {
            header: 'Produto_PesoAcabamento',
            nulls: 0,
          },
          {
            header: 'Produto_QtdGelDeck',
            nulls: 0,
          },
          {
            header: 'Produto_QtdGelCasco',
            nulls: 0,
          },
        ],
        references: [],
        bytes: 173102,
        compressed: 26062,
      },
      {
        sheet: 'Funcionarios',
        rows: 902,
        duplicates: 601,
        nulls: [
          {
            header: 'Funcionario_Id',
            nulls: 0,
          },
          {
            header: 'Funcionario_Nome',
            nulls: 0,
          },
          {
            header: 'Funcionario_Activo',
            nulls: 0,
          },
        ],
        references: [],
        bytes: 103630,
        compressed: 12466,
      },
      {
        sheet: 'FuncionariosFasesAptos',
        rows: 902,
        duplicates: 0,
        nulls: [
          {
            header: 'FuncionarioFase_FuncionarioId',
            nulls: 0,
          },
          {
            header: 'FuncionarioFase_FaseId',
            nulls: 0,
          },
          {
            header: 'FuncionarioFase_Inicio',
            nulls: 10,
          },
        ],
        references: [
          {
            header: 'FuncionarioFase_FuncionarioId',
            target: 'funcionarios',
            rows: 902,
            orphanRows: 0,
            distinct: 301,
            orphanDistinct: 0,
          },
          {
            header: 'FuncionarioFase_FaseId',
            target: 'fases_catalogo',
            rows: 902,
            orphanRows: 0,
            distinct: 38,
            orphanDistinct: 0,
          },
        ],
        bytes: 107826,
        compressed: 14771,
      },
      {
        sheet: 'FasesStandardModelos',
        rows: 15347,
        duplicates: 0,
        nulls: [
          {
            header: 'ProdutoFase_ProdutoId',
            nulls: 0,
          },
          {
            header: 'ProdutoFase_FaseId',
            nulls: 0,
          },
          {
            header: 'ProdutoFase_Sequencia',
            nulls: 0,
          },
          {
            header: 'ProdutoFase_Coeficiente',
            nulls: 0,
          },
          {
            header: 'ProdutoFase_CoeficienteX',
            nulls: 0,
          },
        ],
        references: [
          {
            header: 'ProdutoFase_ProdutoId',
            target: 'modelos',
            rows: 15347,
            orphanRows: 0,
            distinct: 894,
            orphanDistinct: 0,
          },
          {
            header: 'ProdutoFase_FaseId',
            target: 'fases_catalogo',
            rows: 15347,
            orphanRows: 0,
            distinct: 27,
            orphanDistinct: 0,
          },
        ],
        bytes: 2561213,
        compressed: 309208,
      },
      {
        sheet: 'OrdensFabrico',
        rows: 3856,
        duplicates: 0,
        nulls: [
          {
            header: 'Of_Id',
            nulls: 0,
          },
          {
            header: 'Of_DataCriacao',
            nulls: 0,
          },
          {
            header: 'Of_DataAcabamento',
            nulls: 817,
          },
          {
            header: 'Of_ProdutoId',
            nulls: 0,
          },
          {
            header: 'Of_FaseId',
            nulls: 0,
          },
          {
            header: 'Of_DataTransporte',
            nulls: 366,
          },
        ],
        references: [
          {
            header: 'Of_ProdutoId',
            target: 'modelos',
            rows: 3856,
            orphanRows: 42,
            distinct: 533,
            orphanDistinct: 41,
          },
          {
            header: 'Of_FaseId',
            target: 'fases_catalogo',
            rows: 3856,
            orphanRows: 0,
            distinct: 32,
            orphanDistinct: 0,
          },
        ],
        bytes: 878668,
        compressed: 122728,
      },
      {
        sheet: 'FasesOrdemFabrico',
        rows: 76097,
        duplicates: 0,
        nulls: [
          {
            header: 'FaseOf_Id',
            nulls: 0,
          },
          {
            header: 'FaseOf_OfId',
            nulls: 0,
          },
          {
            header: 'FaseOf_Inicio',
            nulls: 13690,
          },
          {
            header: 'FaseOf_Fim',
            nulls: 15123,
          },
          {
            header: 'FaseOf_DataPrevista',
            nulls: 15175,
          },
          {
            header: 'FaseOf_Coeficiente',
            nulls: 0,
          },
          {
            header: 'FaseOf_CoeficienteX',
            nulls: 0,
          },
          {
            header: 'FaseOf_FaseId',
            nulls: 0,
          },
          {
            header: 'FaseOf_Peso',
            nulls: 33822,
          },
          {
            header: 'FaseOf_Retorno',
            nulls: 0,
          },
          {
            header: 'FaseOf_Turno',
            nulls: 26127,
          },
          {
            header: 'FaseOf_Sequencia',
            nulls: 0,
          },
        ],
        references: [
          {
            header: 'FaseOf_OfId',
            target: 'ordens_fabrico',
            rows: 76097,
            orphanRows: 0,
            distinct: 3856,
            orphanDistinct: 0,
          },
          {
            header: 'FaseOf_FaseId',
            target: 'fases_catalogo',
            rows: 76097,
            orphanRows: 0,
            distinct: 27,
            orphanDistinct: 0,
          },
        ],
        bytes: 31242284,
        compressed: 3988013,
      },
      {
        sheet: 'FuncionariosFaseOrdemFabrico',
        rows: 48418,
        duplicates: 0,
        nulls: [
          {
            header: 'FuncionarioFaseOf_FaseOfId',
            nulls: 0,
          },
          {
            header: 'FuncionarioFaseOf_FuncionarioId',
            nulls: 0,
          },
          {
            header: 'FuncionarioFaseOf_Chefe',
            nulls: 0,
          },
        ],
        references: [
          {
            header: 'FuncionarioFaseOf_FaseOfId',
            target: 'fases_ordem_fabrico',
            rows: 48418,
            orphanRows: 0,
            distinct: 41530,
            orphanDistinct: 0,
          },
          {
            header: 'FuncionarioFaseOf_FuncionarioId',
            target: 'funcionarios',
            rows: 48418,
            orphanRows: 19,
            distinct: 139,
            orphanDistinct: 2,
          },
        ],
        bytes: 5814560,
        compressed: 787071,
      },
      {
        sheet: 'OrdemFabricoErros',
        rows: 11064,
        duplicates: 0,
        nulls: [
          {
            header: 'Erro_Descricao',
            nulls: 0,
          },
          {
            header: 'Erro_OfId',
            nulls: 0,
          },
          {
            header: 'Erro_FaseAvaliacao',
            nulls: 0,
          },
          {
            header: 'OFCH_GRAVIDADE',
            nulls: 0,
          },
          {
            header: 'Erro_FaseOfAvaliacao',
            nulls: 0,
          },
          {
            header: 'Erro_FaseOfCulpada',
            nulls: 4690,
          },
        ],
        references: [
          {
            header: 'Erro_OfId',
            target: 'ordens_fabrico',
            rows: 11064,
            orphanRows: 0,
            distinct: 2331,
            orphanDistinct: 0,
          },
          {
            header: 'Erro_FaseAvaliacao',
            target: 'fases_catalogo',
            rows: 11064,
            orphanRows: 0,
            distinct: 2,
            orphanDistinct: 0,
          },
          {
            header: 'Erro_FaseOfAvaliacao',
            target: 'fases_ordem_fabrico',
            rows: 11064,
            orphanRows: 0,
            distinct: 2348,
            orphanDistinct: 0,
          },
          {
            header: 'Erro_FaseOfCulpada',
            target: 'fases_ordem_fabrico',
            rows: 6374,
            orphanRows: 0,
            distinct: 4404,
            orphanDistinct: 0,
          },
        ],
        bytes: 2278897,
        compressed: 272590,
      },
    ],
  },
  {
    leadTimesDays: [7, 10, 16, 24, 32, 40, 48, 58, 71, 92, 113],
    label: '2023-04-30',
    sheets: [
      {
        sheet: 'Fases',
        rows: 71,
        duplicates: 0,
        nulls: [
          {
            header: 'Fase_Id',
            nulls: 0,
          },
          {
            header: 'Fase_Nome',
            nulls: 0,
          },
          {
            header: 'Fase_Sequencia',
            nulls: 0,
          },
          {
            header: 'Fase_DeProducao',
            nulls: 0,
          },
          {
            header: 'Fase_Automatica',
            nulls: 0,
          },
        ],
        references: [],
        bytes: 11377,
        compressed: 1932,
      },
      {
        sheet: 'Modelos',
        rows: 894,
        duplicates: 0,
        nulls: [
          {
            header: 'Produto_Id',
            nulls: 0,
          },
          {
            header: 'Produto_Nome',
            nulls: 0,
          },
          {
            header: 'Produto_PesoDesmolde',
            nulls: 0,
          },
          {
            header: 'Produto_PesoAcabamento',
            nulls: 0,
          },
          {
            header: 'Produto_QtdGelDeck',
            nulls: 0,
          },
          {
            header: 'Produto_QtdGelCasco',
            nulls: 0,
          },
        ],
        references: [],
        bytes: 173102,
        compressed: 26062,
      },
      {
        sheet: 'Funcionarios',
        rows: 902,
        duplicates: 601,
        nulls: [
          {
            header: 'Funcionario_Id',
            nulls: 0,
          },
          {
            header: 'Funcionario_Nome',
            nulls: 0,
          },
          {
            header: 'Funcionario_Activo',
            nulls: 0,
          },
        ],
        references: [],
        bytes: 103630,
        compressed: 12466,
      },
      {
        sheet: 'FuncionariosFasesAptos',
        rows: 902,
        duplicates: 0,
        nulls: [
          {
            header: 'FuncionarioFase_FuncionarioId',
            nulls: 0,
          },
          {
            header: 'FuncionarioFase_FaseId',
            nulls: 0,
          },
          {
            header: 'FuncionarioFase_Inicio',
            nulls: 10,
          },
        ],
        references: [
          {
            header: 'FuncionarioFase_FuncionarioId',
            target: 'funcionarios',
            rows: 902,
            orphanRows: 0,
            distinct: 301,
            orphanDistinct: 0,
          },
          {
            header: 'FuncionarioFase_FaseId',
            target: 'fases_catalogo',
            rows: 902,
            orphanRows: 0,
            distinct: 38,
            orphanDistinct: 0,
          },
        ],
        bytes: 107826,
        compressed: 14771,
      },
      {
        sheet: 'FasesStandardModelos',
        rows: 15347,
        duplicates: 0,
        nulls: [
          {
            header: 'ProdutoFase_ProdutoId',
            nulls: 0,
          },
          {
            header: 'ProdutoFase_FaseId',
            nulls: 0,
          },
          {
            header: 'ProdutoFase_Sequencia',
            nulls: 0,
          },
          {
            header: 'ProdutoFase_Coeficiente',
            nulls: 0,
          },
          {
            header: 'ProdutoFase_CoeficienteX',
            nulls: 0,
          },
        ],
        references: [
          {
            header: 'ProdutoFase_ProdutoId',
            target: 'modelos',
            rows: 15347,
            orphanRows: 0,
            distinct: 894,
            orphanDistinct: 0,
          },
          {
            header: 'ProdutoFase_FaseId',
            target: 'fases_catalogo',
            rows: 15347,
            orphanRows: 0,
            distinct: 27,
            orphanDistinct: 0,
          },
        ],
        bytes: 2561213,
        compressed: 309208,
      },
      {
        sheet: 'OrdensFabrico',
        rows: 4266,
        duplicates: 0,
        nulls: [
          {
            header: 'Of_Id',
            nulls: 0,
          },
          {
            header: 'Of_DataCriacao',
            nulls: 0,
          },
          {
            header: 'Of_DataAcabamento',
            nulls: 836,
          },
          {
            header: 'Of_ProdutoId',
            nulls: 0,
          },
          {
            header: 'Of_FaseId',
            nulls: 0,
          },
          {
            header: 'Of_DataTransporte',
            nulls: 425,
          },
        ],
        references: [
          {
            header: 'Of_ProdutoId',
            target: 'modelos',
            rows: 4266,
            orphanRows: 47,
            distinct: 559,
            orphanDistinct: 46,
          },
          {
            header: 'Of_FaseId',
            target: 'fases_catalogo',
            rows: 4266,
            orphanRows: 0,
            distinct: 32,
            orphanDistinct: 0,
          },
        ],
        bytes: 973906,
        compressed: 136051,
      },
      {
        sheet: 'FasesOrdemFabrico',
        rows: 84345,
        duplicates: 0,
        nulls: [
          {
            header: 'FaseOf_Id',
            nulls: 0,
          },
          {
            header: 'FaseOf_OfId',
            nulls: 0,
          },
          {
            header: 'FaseOf_Inicio',
            nulls: 14275,
          },
          {
            header: 'FaseOf_Fim',
            nulls: 15839,
          },
          {
            header: 'FaseOf_DataPrevista',
            nulls: 16813,
          },
          {
            header: 'FaseOf_Coeficiente',
            nulls: 0,
          },
          {
            header: 'FaseOf_CoeficienteX',
            nulls: 0,
          },
          {
            header: 'FaseOf_FaseId',
            nulls: 0,
          },
          {
            header: 'FaseOf_Peso',
            nulls: 37471,
          },
          {
            header: 'FaseOf_Retorno',
            nulls: 0,
          },
          {
            header: 'FaseOf_Turno',
            nulls: 28276,
          },
          {
            header: 'FaseOf_Sequencia',
            nulls: 0,
          },
        ],
        references: [
          {
            header: 'FaseOf_OfId',
            target: 'ordens_fabrico',
            rows: 84345,
            orphanRows: 0,
            distinct: 4266,
            orphanDistinct: 0,
          },
          {
            header: 'FaseOf_FaseId',
            target: 'fases_catalogo',
            rows: 84345,
            orphanRows: 0,
            distinct: 27,
            orphanDistinct: 0,
          },
        ],
        bytes: 34665673,
        compressed: 4425026,
      },
      {
        sheet: 'FuncionariosFaseOrdemFabrico',
        rows: 54619,
        duplicates: 0,
        nulls: [
          {
            header: 'FuncionarioFaseOf_FaseOfId',
            nulls: 0,
          },
          {
            header: 'FuncionarioFaseOf_FuncionarioId',
            nulls: 0,
          },
          {
            header: 'FuncionarioFaseOf_Chefe',
            nulls: 0,
          },
        ],
        references: [
          {
            header: 'FuncionarioFaseOf_FaseOfId',
            target: 'fases_ordem_fabrico',
            rows: 54619,
            orphanRows: 0,
            distinct: 46860,
            orphanDistinct: 0,
          },
          {
            header: 'FuncionarioFaseOf_FuncionarioId',
            target: 'funcionarios',
            rows: 54619,
            orphanRows: 25,
            distinct: 141,
            orphanDistinct: 2,
          },
        ],
        bytes: 6564881,
        compressed: 889171,
      },
      {
        sheet: 'OrdemFabricoErros',
        rows: 12368,
        duplicates: 0,
        nulls: [
          {
            header: 'Erro_Descricao',
            nulls: 0,
          },
          {
            header: 'Erro_OfId',
            nulls: 0,
          },
          {
            header: 'Erro_FaseAvaliacao',
            nulls: 0,
          },
          {
            header: 'OFCH_GRAVIDADE',
            nulls: 0,
          },
          {
            header: 'Erro_FaseOfAvaliacao',
            nulls: 0,
          },
          {
            header: 'Erro_FaseOfCulpada',
            nulls: 5237,
          },
        ],
        references: [
          {
            header: 'Erro_OfId',
            target: 'ordens_fabrico',
            rows: 12368,
            orphanRows: 0,
            distinct: 2609,
            orphanDistinct: 0,
          },
          {
            header: 'Erro_FaseAvaliacao',
            target: 'fases_catalogo',
            rows: 12368,
            orphanRows: 0,
            distinct: 2,
            orphanDistinct: 0,
          },
          {
            header: 'Erro_FaseOfAvaliacao',
            target: 'fases_ordem_fabrico',
            rows: 12368,
            orphanRows: 0,
            distinct: 2627,
            orphanDistinct: 0,
          },
          {
            header: 'Erro_FaseOfCulpada',
            target: 'fases_ordem_fabrico',
            rows: 7131,
            orphanRows: 0,
            distinct: 4923,
            orphanDistinct: 0,
          },
        ],
        bytes: 2556631,
        compressed: 304853,
      },
    ],
  },
];
