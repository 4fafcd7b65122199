/**
 * What a line of OrdemFabricoErros speaks of. `UNKNOWN`: the rules do not know the text; it counts as a defect of the
 * boat, and its share is shown.
 */
export const lineClasses = ['BOAT_DEFECT', 'MOULD', 'PASSED', 'UNKNOWN'] as const;
export type LineClass = (typeof lineClasses)[number];

/** The classes that count as defects of the boat. */
export const boatDefectClasses = ['BOAT_DEFECT', 'UNKNOWN'] as const satisfies readonly LineClass[];

/** SQL condition: the class in `column` counts as a defect of the boat. */
export function isBoatDefectSql(column: string): string {
  return `${column} IN (${boatDefectClasses.map((one) => `'${one}'`).join(', ')})`;
}

/**
 * The rules below judge a text by its key: lower case, no accents, words with one blank between them. Patterns are
 * written for the key with a blank at either end, in the part of regular expressions that PostgreSQL and JavaScript
 * share; a test holds the two equal.
 */
const mould = '^ (meios? )?moldes? ';

/** Stems of what is bad to have: after `sem` they are good. */
const badThings =
  '(rebarba|arest|alto|entrada|bolha|poro|risc|ruga|falha|defeit|mancha|dano|lixo|transparen|marca|escorri|fissura|fuga|folga|gretas?|buraco|ondula|zonas )';

/** What praises: taken out of the text before it is searched for defects. */
const praise = `( bem [a-z]+| sem ([a-z]+ )?${badThings}[a-z]*| corret[a-z]*| uniformes?| simetric[ao]s?| estanques?| alinhad[ao]s?| verificad[ao]s?| conformes?| (boa|bom|boas|bons)( [a-z]+)?| em ordem)`;

/** Stems of what is wrong, as the inspectors write it. */
const fault =
  ' (abert|absorvent|acima|abaixo|agarrad|a vista|amass|amolg|arranha|bolha|buraco|contrai|curt[oa]s? |danific|dano|debaixo|defeit|deforma|desalinh|descasc|descol|descent|desencontr|deslamin|desloc|desnivel|desvi|diferent|dobra|empen|enrug|entup|erra|esbranqui|escorr|estal|excess|excessiv|falh|falta|fend|fissur|fora d|fuga|fur|greta|impureza|incomplet|insuficient|inchad|inclinad|larg[oa]s? |levant|lix[oa]s? |mal |malhad|manch|marca|molhad|nao |nem |nuve|ondula|opac|pancad|partid|parte-se|perda|picad|po |por baixo|poros? |pouc|qued|quebr|racha|rasga|repux|risc|rug|sec[oa]s? |sem |sobra|solt|suj|tort|transparen|trocad|vazi|com )';

/** The key of a text: what an override is kept under. SQL. */
export function textKeySql(text: string): string {
  return `btrim(regexp_replace(lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g')), '[^a-z0-9]+', ' ', 'g'))`;
}

/** The same in TypeScript. */
export function textKeyOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The class that the rules give the text with this key. SQL; no text has no class: UNKNOWN. */
export function ruleClassSql(key: string): string {
  const padded = `(' ' || ${key} || ' ')`;
  const rest = `regexp_replace(${padded}, '${praise}', ' ', 'g')`;
  return `CASE WHEN ${key} IS NULL THEN 'UNKNOWN' WHEN ${padded} ~ '${mould}' THEN 'MOULD'
    WHEN ${rest} ~ '${fault}' THEN 'BOAT_DEFECT' WHEN ${padded} ~ '${praise}' THEN 'PASSED' ELSE 'UNKNOWN' END`;
}

/** The same in TypeScript. */
export function ruleClassOf(text: string | null): LineClass {
  if (text === null) return 'UNKNOWN';
  const padded = ` ${textKeyOf(text)} `;
  if (new RegExp(mould).test(padded)) return 'MOULD';
  const rest = padded.replace(new RegExp(praise, 'g'), ' ');
  if (new RegExp(fault).test(rest)) return 'BOAT_DEFECT';
  return new RegExp(praise).test(padded) ? 'PASSED' : 'UNKNOWN';
}

/** What people decided of texts, each text's last word: rows (key, class), without those given back to the rules. SQL. */
const decided = `(SELECT DISTINCT ON (key) key, class FROM error_text_class ORDER BY key, classification_id DESC)`;

/** Rows (descricao, key, class, decided) for the texts that `texts`, an SQL query, gives as `descricao`. */
export function classifiedTextsSql(texts: string): string {
  return `SELECT t.descricao, t.key, coalesce(d.class, ${ruleClassSql('t.key')}) AS class, d.class IS NOT NULL AS decided
    FROM (SELECT descricao, ${textKeySql('descricao')} AS key FROM (${texts}) x OFFSET 0) t LEFT JOIN ${decided} d ON d.key = t.key`;
}
