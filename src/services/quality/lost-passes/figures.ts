import type { Figure } from '../../service.js';
import { firstPassYield } from '../figures.js';

export const lostPasses: Figure = {
  figure: 'lost_passes',
  title: 'Primeiras passagens perdidas',
  unit: 'barcos',
  definition:
    'Barcos que passaram a primeira inspeção no período e têm pelo menos um defeito do barco desta categoria (e dos filtros): os mesmos que first_pass_yield não conta. share divide por todos os barcos com algum defeito, de qualquer categoria.',
  limits: `Um barco com defeitos de várias categorias conta em cada uma: as linhas somam mais do que os barcos perdidos. ${firstPassYield.limits}`,
};

export const lostAlone: Figure = {
  figure: 'lost_alone',
  title: 'Perdidas só por isto',
  unit: 'barcos',
  definition:
    'Dos mesmos, os barcos cujos defeitos são todos desta categoria (e dos filtros): sem ela não tinham nenhum, e teriam passado à primeira.',
  limits:
    'Supõe que tudo o resto ficava na mesma. Os textos dizem o mesmo por palavras diferentes: um barco com dois textos do mesmo mal não conta em nenhum deles.',
};

export const yieldWithout: Figure = {
  figure: 'first_pass_yield_without',
  title: 'Rendimento à primeira sem esta categoria',
  unit: 'parte dos barcos',
  definition:
    'Barcos sem nenhum defeito mais os perdidos só por esta categoria (lost_alone), a dividir pelos que passaram a primeira inspeção no período.',
  limits: 'Não se somam duas categorias: tirar as duas recupera mais barcos do que cada uma por si.',
};
