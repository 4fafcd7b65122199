-- What an employee is called before those who may not see names: the same as long as the database lives.
CREATE FUNCTION pseudonym(funcionario_id integer) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT 'F-' || left(encode(sha256(salt || int4send(funcionario_id)), 'hex'), 12) FROM pseudonym_secret
$$;
