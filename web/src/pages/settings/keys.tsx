import { useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, tell } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFixed } from '../../api/use-answer.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Recorded } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { NewKey } from './new-key.tsx';
import { catalogue } from './words.ts';

type Key = AnswerOf<'/api/keys'>['data'][number];

/** Who may read and operate: seen, made and revoked by an operator. */
export function Keys() {
  const w = usePageWords(catalogue);
  const { data: session } = useSession();
  return (
    <Panel name="keys" title={w.keys} note={w.keysNote}>
      {session?.may_operate === true ? <List /> : <p className="settings-readers">{w.readers}</p>}
    </Panel>
  );
}

function List() {
  const queries = useQueryClient();
  const result = useFixed('/api/keys');
  const anew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['fixed', '/api/keys'] });
  return (
    <>
      <NewKey onMade={() => void anew()} />
      <Recorded result={result}>{({ data }) => <Table keys={data} onRevoked={() => void anew()} />}</Recorded>
    </>
  );
}

function Table({ keys, onRevoked }: { readonly keys: readonly Key[]; readonly onRevoked: () => void }) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="keys">
        <thead>
          <tr>
            <th scope="col">{w.label}</th>
            <th scope="col">{w.role}</th>
            <th scope="col" className="wide">
              {w.created}
            </th>
            <th scope="col" className="wide">
              {w.used}
            </th>
            <th scope="col">
              <span className="sr">{w.revoke}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((one) => (
            <Row key={one.key_id} one={one} onRevoked={onRevoked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ one, onRevoked }: { readonly one: Key; readonly onRevoked: () => void }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const revoke = async (): Promise<void> => {
    await tell('/api/keys/{key_id}/revoke', { params: { path: { key_id: one.key_id } } });
    onRevoked();
  };
  return (
    <tr data-key={one.key_id} data-revoked={one.revoked_at !== null}>
      <th scope="row">
        {one.label}
        <small>{one.key_id}</small>
      </th>
      <td>{words.signIn.roles[one.role]}</td>
      <td className="wide">{format.day(one.created_at)}</td>
      <td className="wide">{one.last_used_at === null ? w.neverUsed : format.day(one.last_used_at)}</td>
      <td>
        {one.revoked_at === null ? (
          <Confirm action={w.revoke} title={w.revokeTitle(one.label)} act={() => void revoke()}>
            <p>{w.revokeText}</p>
          </Confirm>
        ) : (
          w.revoked(format.day(one.revoked_at))
        )}
      </td>
    </tr>
  );
}
