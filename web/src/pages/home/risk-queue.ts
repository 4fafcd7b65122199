import { useAnswer } from '../../api/use-answer.ts';

export const useRiskQueue = () =>
  useAnswer('/api/prodplan/risk_queue', { query: { sort: '-delay', limit: 5 } });
