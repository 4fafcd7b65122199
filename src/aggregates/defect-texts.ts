import { classifiedTextsSql } from '../contract/factory/index.js';
import { inScope, type Scope } from './scope.js';

/**
 * The texts of error lines with their classes. Those of touched orders join the others; where all is built anew every
 * text is judged again, by the rules and decisions of today.
 */
export async function refreshDefectTexts(scope: Scope): Promise<void> {
  const { client } = scope;
  const unknown = `SELECT DISTINCT ofch_descricao_erro AS descricao FROM erros_ordem_fabrico e
    WHERE ofch_descricao_erro IS NOT NULL AND ${inScope(scope, 'ofch_of_id')}
      AND NOT EXISTS (SELECT FROM agg_erro_descricao d WHERE d.descricao = e.ofch_descricao_erro)`;
  await client.query(`
    INSERT INTO agg_erro_descricao (descricao, chave, classe, decidida)
    SELECT descricao, chave, classe, decidida FROM (${classifiedTextsSql(unknown)}) c ORDER BY 1`);
  if (scope.orders === null) await judgeTexts(client);
}

/** Judges every kept text again. */
export async function judgeTexts(client: Scope['client']): Promise<void> {
  await client.query(`
    UPDATE agg_erro_descricao d SET chave = c.chave, classe = c.classe, decidida = c.decidida
    FROM (${classifiedTextsSql('SELECT descricao FROM agg_erro_descricao')}) c
    WHERE c.descricao = d.descricao AND (d.chave, d.classe, d.decidida) IS DISTINCT FROM (c.chave, c.classe, c.decidida)`);
}
