/**
 * Losses that leave no trace within one file: nothing in the other sheets says how many rows there should be. The next
 * file shows them, for it is held against the one before.
 */
export const undetectable: readonly { readonly table: string; readonly why: string }[] = [
  {
    table: 'erros_ordem_fabrico',
    why: 'nada diz quantos erros um barco deve ter: uma folha com menos linhas parece uma fábrica que erra menos',
  },
  {
    table: 'funcionarios_fase_ordem_fabrico',
    why: 'nada diz quantas pessoas devem estar numa fase, e há fases sem ninguém',
  },
  {
    table: 'fases_standard_modelos',
    why: 'nada diz quantos passos uma rota deve ter; com menos passos, o critério route_phases vê menos fases em falta',
  },
  {
    table: 'funcionarios',
    why: 'quem falta aparece pelo seu número, sem nome, e não conta como ao serviço',
  },
  {
    table: 'funcionarios_fases_aptos',
    why: 'nada diz que fases cada pessoa sabe: uma folha com menos linhas parece uma fábrica que sabe menos',
  },
];
