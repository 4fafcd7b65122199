import { Outlet, useRouterState } from '@tanstack/react-router';
import { Shell } from './shell.tsx';

/** What stands around a page: on a wall there is nothing to press, and so nothing around it. */
export function Frame() {
  const isWall = useRouterState({ select: ({ location }) => location.pathname.startsWith('/ecra/') });
  return isWall ? <Outlet /> : <Shell />;
}
