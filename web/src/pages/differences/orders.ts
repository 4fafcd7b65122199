import type { AnswerOf } from '../../api/client.ts';

/** What changed of orders, by kind. */
export type Orders = AnswerOf<'/api/ingestion/runs/{a}/diff/{b}'>['data']['orders'];
