import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { dashboardSearch } from '../dashboard/search.js';
import { exploreSearch } from '../explore/search.js';
import { fundsSearch } from '../funds/search.js';
import { incubationSearch } from '../incubation/search.js';
import { importSearch } from '../portal/imports/search.js';
import { formSearch, portalSearch } from '../portal/search.js';
import { type Language, languages } from '../kit/words.js';
import { oneOf, type Search } from '../kit/search.js';
import { NotFound } from './not-found.js';
import { Shell } from './shell.js';

const themes = ['light', 'dark'] as const;

interface CommonSearch {
  lang?: Language | undefined;
  theme?: (typeof themes)[number] | undefined;
}

/** What stands in every address: a link shows another person the same. Chinese, and what the reader's system prefers, stand for nothing. */
const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Search): CommonSearch => ({
    lang: oneOf(languages, search['lang']),
    theme: oneOf(themes, search['theme']),
  }),
  search: { middlewares: [retainSearchParams(['lang', 'theme'])] },
});
const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const dashboard = createRoute({
  ...at('/'),
  validateSearch: dashboardSearch,
  component: lazyRouteComponent(() => import('../dashboard/dashboard.js'), 'Dashboard'),
});
const incubation = createRoute({
  ...at('/incubation'),
  validateSearch: incubationSearch,
  component: lazyRouteComponent(() => import('../incubation/incubation.js'), 'IncubationPage'),
});
const funds = createRoute({
  ...at('/funds'),
  validateSearch: fundsSearch,
  component: lazyRouteComponent(() => import('../funds/funds.js'), 'FundsPage'),
});
const portal = createRoute({
  ...at('/portal'),
  validateSearch: portalSearch,
  component: lazyRouteComponent(() => import('../portal/portal.js'), 'PortalPage'),
});
const newResource = createRoute({
  ...at('/portal/resources/new'),
  validateSearch: formSearch,
  component: lazyRouteComponent(() => import('../portal/resource-form.js'), 'ResourceFormPage'),
});
const editResource = createRoute({
  ...at('/portal/resources/$resourceId'),
  component: lazyRouteComponent(() => import('../portal/resource-form.js'), 'ResourceEditPage'),
});
const imports = createRoute({
  ...at('/portal/imports'),
  component: lazyRouteComponent(() => import('../portal/imports/imports.js'), 'ImportsPage'),
});
const importJob = createRoute({
  ...at('/portal/imports/$jobId'),
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../portal/imports/import-job.js'), 'ImportJobPage'),
});
const explore = createRoute({
  ...at('/explore'),
  validateSearch: exploreSearch,
  component: lazyRouteComponent(() => import('../explore/explore.js'), 'ExplorePage'),
});
const signIn = createRoute({
  ...at('/sign-in'),
  component: lazyRouteComponent(() => import('../sign-in/sign-in.js'), 'SignInPage'),
});
const signedIn = createRoute({
  ...at('/signed-in'),
  component: lazyRouteComponent(() => import('../sign-in/signed-in.js'), 'SignedInPage'),
});

/** Every page of the hub. */
export const router = createRouter({
  routeTree: root.addChildren([
    dashboard,
    incubation,
    funds,
    portal,
    newResource,
    editResource,
    imports,
    importJob,
    explore,
    signIn,
    signedIn,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
