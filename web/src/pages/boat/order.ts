import type { AnswerOf } from '../../api/client.ts';

export type OrderAnswer = AnswerOf<'/api/prodplan/orders/{of_id}'>;
export type Order = NonNullable<OrderAnswer['data']>;
export type Step = NonNullable<AnswerOf<'/api/prodplan/orders/{of_id}/phases'>['data']>['steps'][number];
