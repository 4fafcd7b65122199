import { literal } from '../../contract/sql.js';
import { type IssueTypeName, issueTypes } from './types.js';

/** How every detector's SELECT begins. */
export function head(type: IssueTypeName): string {
  return `SELECT ${literal(type)} AS type, ${literal(issueTypes[type].severity)} AS severity`;
}

/** A list of at most five objects. */
export function sample(object: string, order: string): string {
  return `to_jsonb((array_agg(${object} ORDER BY ${order}))[1:5])`;
}
