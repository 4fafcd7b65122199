import { useNavigate } from '@tanstack/react-router';
import { SignIn } from '../../parts/sign-in.tsx';

/** For who may read without a key, and wants to do more. */
export function Enter() {
  const navigate = useNavigate();
  return <SignIn onDone={() => void navigate({ to: '/' })} />;
}
