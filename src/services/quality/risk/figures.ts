import { plainDecimal } from '../../../platform/numbers.js';
import type { Figure } from '../../service.js';
import { enoughBoats, enoughWithDefect } from './judge.js';
import { scatterRule } from './scatter.js';

export const productRiskFigures: readonly Figure[] = [
  {
    figure: 'ratio',
    title: 'Observado sobre esperado',
    unit: 'razão',
    definition:
      'Barcos do produto com pelo menos um defeito da fase (orders_with_defect) a dividir pelos esperados (expected_orders_with_defect): a soma, mês a mês e por tipo de rota, dos barcos do produto vezes a parte dos barcos de toda a fábrica com defeito da fase nesse mês (padronização indireta). 1 é o que a fábrica teve nos mesmos meses; um produto feito só num mês mau não fica pior por isso. De um mês pedido em parte contam só os dias pedidos.',
    limits:
      'Só defeitos que nomeiam a fase culpada. Cada barco conta uma vez por fase, tenha um defeito ou vários. Os barcos do próprio produto entram na taxa da fábrica: um produto que pesa muito num mês parece-se mais com ela do que é. Só aparecem pares em que houve pelo menos um defeito.',
  },
  {
    figure: 'shrunk_ratio',
    title: 'Razão puxada para a dos produtos, e o seu intervalo',
    unit: 'razão',
    definition: `Média a posteriori de um modelo beta-binomial, e quantis 2,5 % e 97,5 % (ratio_low, ratio_high). Em cada fase, todos os produtos com barcos: q, a taxa do produto habitual, tem as chances (q / (1 - q)) das da taxa esperada vezes um fator comum; a taxa de cada produto é uma Beta(m q, m (1 - q)). O fator e m ajustam-se por máxima verosimilhança, sem teto; usual_ratio é q sobre a taxa esperada, prior_orders é m: quantos barcos vale saber-se que é um destes produtos. A posteriori: Beta(m q + com defeito, m (1 - q) + sem defeito). Quanto menos barcos tem o produto, mais perto fica do habitual.`,
    limits:
      'O intervalo não conta com o erro do ajuste nem da taxa esperada: em ensaios com produtos sorteados, os de 95 % tiveram a razão verdadeira em 85 a 99 % dos casos (92 % com tantos produtos, e tão diferentes, como numa história de dez meses). Vazio onde scatter não é BEYOND_CHANCE; em WITHIN_CHANCE a razão puxada é a habitual.',
  },
  {
    figure: 'scatter',
    title: 'Se os produtos diferem mais do que o acaso',
    unit: '',
    definition: `BEYOND_CHANCE se o Z de Tarone (1979) passa de ${plainDecimal(scatterRule.z)} (5 %, só para cima): então ajusta-se. WITHIN_CHANCE se não passa, também quando diferem menos do que o acaso: nada distingue os produtos, não há intervalos, e o nível é MEDIUM. TOO_FEW com menos de ${scatterRule.leastProducts} produtos ou de ${scatterRule.leastWithDefect} barcos com defeito. NOT_CONVERGED se a verosimilhança cresce até m valer menos de ${plainDecimal(scatterRule.leastPriorBoats)} barcos (cada produto ou sempre com defeito ou nunca), ou se não converge em 100 passos.`,
    limits:
      'Olha para os produtos todos da fábrica no período e no tipo de rota pedidos, seja qual for a família ou o produto que se pede.',
  },
  {
    figure: 'level',
    title: 'Nível de risco',
    unit: '',
    definition: `HIGH se o intervalo fica todo acima de 1 e da razão habitual, LOW se fica todo abaixo de ambas, senão MEDIUM. Com menos de ${enoughBoats} barcos o nível é sempre MEDIUM, e HIGH exige ${enoughWithDefect} barcos com defeito. Primeiro os que mais se afastam para cima da maior das duas, em desvios-padrão.`,
    limits:
      'Compara com a fábrica nos mesmos meses, não com um limite absoluto: numa fase má, um produto MEDIUM também é mau. MEDIUM também quer dizer que ainda não se sabe. Entre mil pares, alguns saem do intervalo por acaso.',
  },
];
