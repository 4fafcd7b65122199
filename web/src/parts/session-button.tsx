import { Link } from '@tanstack/react-router';
import { useDoor, useSession } from '../api/session.ts';
import { useLanguage } from '../words/language.tsx';

/** Signs in or out; says by which right whoever sits here works. */
export function SessionButton() {
  const { words } = useLanguage();
  const { data: session } = useSession();
  const door = useDoor();
  const w = words.signIn;
  if (session === undefined) return null;
  if (session.role === null)
    return session.may_read ? (
      <Link to="/entrar" className="language session">
        {w.enter}
      </Link>
    ) : null;
  return (
    <button
      type="button"
      className="language"
      onClick={() => void door.signOut()}
      title={w.signedIn(w.roles[session.role])}
    >
      {w.leave} <span className="sr">({w.signedIn(w.roles[session.role])})</span>
    </button>
  );
}
