-- The phases, in the order of the catalogue.
SELECT fase_id, fase_nome, fase_automatica AS is_automatic, fase_de_producao AS is_production FROM fases_catalogo ORDER BY fase_sequencia, fase_id
