import { classifiedTextsSql } from '../contract/factory/index.js';
import { inScope, type Scope } from './scope.js';

/**
 * The texts of error lines with their classes. Those of touched orders join the others; where all is built anew every
 * text is judged again, by the rules and decisions of today.
 */
export async function refreshErrorTexts(scope: Scope): Promise<void> {
  const { client } = scope;
  const unknown = `SELECT DISTINCT ofch_descricao_erro AS descricao FROM erros_ordem_fabrico e
    WHERE ofch_descricao_erro IS NOT NULL AND ${inScope(scope, 'ofch_of_id')}
      AND NOT EXISTS (SELECT FROM agg_error_text d WHERE d.descricao = e.ofch_descricao_erro)`;
  await client.query(`
    INSERT INTO agg_error_text (descricao, key, class, decided)
    SELECT descricao, key, class, decided FROM (${classifiedTextsSql(unknown)}) c ORDER BY 1`);
  if (scope.orders === null) await judgeTexts(client);
}

/** Judges every kept text again. */
export async function judgeTexts(client: Scope['client']): Promise<void> {
  await client.query(`
    UPDATE agg_error_text d SET key = c.key, class = c.class, decided = c.decided
    FROM (${classifiedTextsSql('SELECT descricao FROM agg_error_text')}) c
    WHERE c.descricao = d.descricao AND (d.key, d.class, d.decided) IS DISTINCT FROM (c.key, c.class, c.decided)`);
}
