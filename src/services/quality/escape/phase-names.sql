-- What phases are called. Parameters: none.
SELECT fase_id, fase_nome FROM fases_catalogo
