import { useAnswer } from '../../api/use-answer.ts';

const from = '2000-01-01';
/** The API's own limit; of a factory's texts there are some hundreds. */
const limit = 1000;

/** What an error line says, by the number of its text. */
export function useTextOf(id: string | undefined): string {
  const query = { from, limit };
  const { data } = useAnswer('/api/quality/defect-texts', { query }, { enabled: id !== undefined });
  return data?.data?.find(({ descricao_id }) => String(descricao_id) === id)?.text ?? id ?? '';
}
