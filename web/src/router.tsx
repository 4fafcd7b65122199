import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readBoatSearch } from './boat-search.ts';
import { readDataSearch } from './data-search.ts';
import { readFlowSearch, readShipmentsSearch } from './flow-search.ts';
import { readOutlookSearch } from './outlook-search.ts';
import { Frame } from './parts/frame.tsx';
import { Missing } from './parts/missing.tsx';
import { readQualitySearch } from './quality-search.ts';
import { parseSearch, stringifySearch } from './search-text.ts';

const root = createRootRoute({ component: Frame, notFoundComponent: Missing });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/home/home.tsx'), 'Home'),
});

const boats = createRoute({
  getParentRoute: () => root,
  path: '/barcos',
  validateSearch: readBoatSearch,
  component: lazyRouteComponent(() => import('./pages/boats/boats.tsx'), 'Boats'),
});

const boat = createRoute({
  getParentRoute: () => root,
  path: '/barcos/$of',
  component: lazyRouteComponent(() => import('./pages/boat/boat.tsx'), 'Boat'),
});

const quality = createRoute({
  getParentRoute: () => root,
  path: '/qualidade',
  validateSearch: readQualitySearch,
  component: lazyRouteComponent(() => import('./pages/quality/quality.tsx'), 'Quality'),
});

const materials = createRoute({
  getParentRoute: () => root,
  path: '/materiais',
  component: lazyRouteComponent(() => import('./pages/materials/materials.tsx'), 'Materials'),
});

const skills = createRoute({
  getParentRoute: () => root,
  path: '/competencias',
  component: lazyRouteComponent(() => import('./pages/skills/skills.tsx'), 'Skills'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/definicoes',
  component: lazyRouteComponent(() => import('./pages/settings/settings.tsx'), 'Settings'),
});

const data = createRoute({
  getParentRoute: () => root,
  path: '/dados',
  validateSearch: readDataSearch,
  component: lazyRouteComponent(() => import('./pages/data/data.tsx'), 'Data'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/dados/cargas/$n',
  component: lazyRouteComponent(() => import('./pages/data/run.tsx'), 'Run'),
});

const differences = createRoute({
  getParentRoute: () => root,
  path: '/dados/diferencas/$range',
  component: lazyRouteComponent(() => import('./pages/differences/differences.tsx'), 'Differences'),
});

const unanswered = createRoute({
  getParentRoute: () => root,
  path: '/dados/sem-resposta',
  component: lazyRouteComponent(() => import('./pages/data/unanswered.tsx'), 'Unanswered'),
});

const enter = createRoute({
  getParentRoute: () => root,
  path: '/entrar',
  component: lazyRouteComponent(() => import('./pages/enter/enter.tsx'), 'Enter'),
});

const shipments = createRoute({
  getParentRoute: () => root,
  path: '/expedicoes',
  validateSearch: readShipmentsSearch,
  component: lazyRouteComponent(() => import('./pages/shipments/shipments.tsx'), 'Shipments'),
});

const shipment = createRoute({
  getParentRoute: () => root,
  path: '/expedicoes/$dia',
  component: lazyRouteComponent(() => import('./pages/shipment/shipment.tsx'), 'Shipment'),
});

const outlook = createRoute({
  getParentRoute: () => root,
  path: '/previsao',
  validateSearch: readOutlookSearch,
  component: lazyRouteComponent(() => import('./pages/outlook/outlook.tsx'), 'Outlook'),
});

const flow = createRoute({
  getParentRoute: () => root,
  path: '/fluxo',
  validateSearch: readFlowSearch,
  component: lazyRouteComponent(() => import('./pages/flow/flow.tsx'), 'Flow'),
});

const production = createRoute({
  getParentRoute: () => root,
  path: '/ecra/producao',
  component: lazyRouteComponent(() => import('./pages/wallboard/production.tsx'), 'Production'),
});

const shipping = createRoute({
  getParentRoute: () => root,
  path: '/ecra/expedicao',
  component: lazyRouteComponent(() => import('./pages/wallboard/shipping.tsx'), 'Shipping'),
});

const inspections = createRoute({
  getParentRoute: () => root,
  path: '/ecra/qualidade',
  component: lazyRouteComponent(() => import('./pages/wallboard/quality.tsx'), 'Quality'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    boats,
    boat,
    shipments,
    shipment,
    outlook,
    flow,
    quality,
    materials,
    skills,
    settings,
    data,
    run,
    differences,
    unanswered,
    enter,
    production,
    shipping,
    inspections,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
