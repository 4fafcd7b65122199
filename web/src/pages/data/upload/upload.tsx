import './upload.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useSession } from '../../../api/session.ts';
import { Panel } from '../../../parts/panel.tsx';
import { usePageWords } from '../../../words/language.tsx';
import { Following } from './following.tsx';
import { Sending } from './sending.tsx';
import { catalogue } from './words.ts';

const route = getRouteApi('/dados');

/** Takes a workbook in: sends it, then follows its run, whose job stands in the address. */
export function Upload() {
  const w = usePageWords(catalogue);
  const { data: session } = useSession();
  const { tarefa } = route.useSearch();
  const navigate = route.useNavigate();
  const follow = (id: string | undefined): void => void navigate({ search: { tarefa: id } });
  if (session === undefined) return null;
  return (
    <Panel name="upload" title={w.title} note={w.note}>
      {!session.may_operate ? (
        <Readers />
      ) : tarefa === undefined ? (
        <Sending onPosted={follow} />
      ) : (
        <Following key={tarefa} id={tarefa} another={() => follow(undefined)} />
      )}
    </Panel>
  );
}

/** Whoever may not is told so, and what to do about it. */
function Readers() {
  const w = usePageWords(catalogue);
  return (
    <div className="state" data-upload="readers">
      <p>
        {w.readers} <Link to="/entrar">{w.signIn}</Link>
      </p>
      <p>{w.atHome}</p>
    </div>
  );
}
