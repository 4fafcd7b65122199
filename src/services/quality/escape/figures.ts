import { phase } from '../../../contract/factory/index.js';
import type { Figure } from '../../service.js';
import { defects } from '../figures.js';

export const escapeFigures: readonly Figure[] = [
  defects,
  {
    figure: 'steps_median',
    title: 'Passos da rota até ser encontrado (mediana, e steps_mean)',
    unit: 'passos',
    definition:
      'Lugar da fase que encontrou o defeito na rota do produto, menos o da fase culpada; de uma fase que a rota repete conta a primeira vez. A mediana é o menor número que pelo menos metade não excede. steps_known: de quantos defeitos se sabe.',
    limits:
      'A rota é a de hoje: não se sabe por onde o barco passou no seu tempo. Ficam de fora os defeitos cujo produto não tem rota, ou cuja rota não tem ambas as fases, ou tem a culpada depois da que encontrou.',
  },
  {
    figure: 'days_median',
    title: 'Dias até ser encontrado (mediana, e days_p90)',
    unit: 'dias',
    definition:
      'Dias de calendário, do dia do fim (senão do início) da fase culpada ao da fase que encontrou o defeito. days_known: de quantos se sabe; dates_missing: sem uma das datas; dates_lying: encontrados antes de a fase culpada acabar, ou depois do momento do ficheiro. Estes ficam fora dos dias e não fora dos defeitos.',
    limits:
      'Inclui noites, fins de semana e esperas: mede quanto o barco andou com o defeito, não o trabalho que nele se fez. Uma fase culpada que não se fechou conta do seu início.',
  },
  {
    figure: 'share_final_control',
    title: 'Só encontrados no controlo final',
    unit: 'parte dos defeitos com culpada',
    definition: `Defeitos que nomeiam como fase que encontra o controlo final (fase ${phase.finalControl}), a dividir por todos os que têm culpada.`,
    limits: `Os barcos que não se desmoldam só ali podem ser vistos, e as fases depois do desmolde também: para isso há share_escaped.`,
  },
  {
    figure: 'share_escaped',
    title: 'Escaparam ao desmolde',
    unit: 'parte dos defeitos que o desmolde podia encontrar',
    definition: `De defects_past_demould (barcos com desmolde, culpada antes do desmolde ou ele próprio na rota), a parte que só o controlo final encontrou (defects_escaped).`,
    limits:
      'Nem tudo o que uma fase causa se vê no desmolde. Um defeito que ninguém escreveu não conta: a parte verdadeira pode ser maior.',
  },
];
