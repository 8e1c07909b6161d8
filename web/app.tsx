import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { askMineAhead } from './api/duties.ts';
import { Fault } from './api/fault.ts';
import { forgetLive } from './api/live.ts';
import { isMeLearned, learnMe, me } from './api/me.ts';
import { chosenPost, isLoggedIn } from './api/session.ts';
import { readableAddress } from './model/address.ts';
import DutiesPage from './pages/duties.tsx';
import { LoginPage } from './pages/login.tsx';
import { PostPage } from './pages/post.tsx';
import { Alert } from './parts/notice.tsx';
import { dropSheet, Sheet } from './parts/sheet.tsx';
import { Watch } from './parts/watch.tsx';

// Pages come when they are first opened, but for the one that everybody opens.
const Act = lazy(() => import('./pages/act.tsx'));
const Back = lazy(() => import('./pages/back.tsx'));
const Case = lazy(() => import('./pages/case.tsx'));
const CaseClocks = lazy(() => import('./pages/case-clocks.tsx'));
const Cases = lazy(() => import('./pages/cases.tsx'));
const Clocks = lazy(() => import('./pages/clocks.tsx'));
const Feeds = lazy(() => import('./pages/feeds.tsx'));
const Help = lazy(() => import('./pages/help.tsx'));
const Items = lazy(() => import('./pages/items/items.tsx'));
const Item = lazy(() => import('./pages/items/item.tsx'));
const Attach = lazy(() => import('./pages/items/attach.tsx'));
const More = lazy(() => import('./pages/more.tsx'));
const Open = lazy(() => import('./pages/open.tsx'));
const Print = lazy(() => import('./pages/print.tsx'));
const Refused = lazy(() => import('./pages/refused/refused.tsx'));
const RefusedOne = lazy(() => import('./pages/refused/one.tsx'));
const Regulation = lazy(() => import('./pages/regulation.tsx'));
const Roster = lazy(() => import('./pages/roster.tsx'));

const HOME = '/desk/duties';

const Unknown = () => {
  const { route } = useLocation();
  useEffect(() => route(HOME, true), []);
  return null;
};

const Pages = () => (
  <Router>
    <Route path="/desk/duties" component={DutiesPage} />
    <Route path="/desk/cases" component={Cases} />
    <Route path="/desk/cases/:case" component={Case} />
    <Route path="/desk/cases/:case/do/:command" component={Act} />
    <Route path="/desk/cases/:case/clocks" component={CaseClocks} />
    <Route path="/desk/cases/:case/print" component={Print} />
    <Route path="/desk/open" component={Open} />
    <Route path="/desk/items" component={Items} />
    <Route path="/desk/items/:feed/:item" component={Item} />
    <Route path="/desk/items/:feed/:item/attach" component={Attach} />
    <Route path="/desk/refused" component={Refused} />
    <Route path="/desk/refused/:refused" component={RefusedOne} />
    <Route path="/desk/roster" component={Roster} />
    <Route path="/desk/regulation" component={Regulation} />
    <Route path="/desk/clocks" component={Clocks} />
    <Route path="/desk/feeds" component={Feeds} />
    <Route path="/desk/help" component={Help} />
    <Route path="/desk/more" component={More} />
    <Route default component={Unknown} />
  </Router>
);

/** Who is logged in is asked first: pages show what he may. */
const LoggedIn = () => {
  const [fault, setFault] = useState<string>('');
  useEffect(() => {
    forgetLive();
    if (isMeLearned()) askMineAhead();
    learnMe().then(
      () => setFault(''),
      (error: unknown) => setFault(error instanceof Fault ? error.message : String(error)),
    );
  }, [chosenPost.value]);
  if (fault !== '')
    return (
      <main class="login">
        <Alert>{fault}</Alert>
        <p class="gap">
          <button type="button" class="btn main wide" onClick={() => location.reload()}>
            再试一次
          </button>
        </p>
      </main>
    );
  if (me.value === null) return <p class="pane soft">正在打开……</p>;
  if (me.value.post === null) return <PostPage />;
  return (
    <>
      <Watch />
      <Pages />
    </>
  );
};

/** What cannot be read as an address is looked for as it was typed. */
const Readable = () => {
  const { url, route } = useLocation();
  const readable = readableAddress(url);
  useLayoutEffect(() => {
    if (readable !== url) route(readable, true);
  }, [url, readable]);
  return readable === url ? <Door /> : null;
};

const Door = () => {
  const { url, path } = useLocation();
  const isIn = isLoggedIn();
  useLayoutEffect(dropSheet, [url, isIn, chosenPost.value]);
  if (path === '/desk/back') return <Back />;
  if (path === '/desk/help' && !isIn) return <Help />;
  if (isIn) return <LoggedIn />;
  return <LoginPage to={path === '/' || path === '/desk/login' ? HOME : url} />;
};

/** The desk. */
export const App = () => (
  <LocationProvider scope={/^\/(?:$|desk\/)/}>
    <ErrorBoundary>
      <Readable />
    </ErrorBoundary>
    <Sheet />
  </LocationProvider>
);
