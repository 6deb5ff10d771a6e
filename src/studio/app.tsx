import { lazy, Suspense, type ReactNode } from 'react';
import { useRoute, type Route } from './route.tsx';
import { StartView } from './start/start-view.tsx';
import { Frame } from './ui/frame.tsx';
import { Busy, Empty } from './ui/notice.tsx';
import { Said } from './ui/said.tsx';
import { SignIn } from './ui/sign-in.tsx';
import { Undo } from './ui/undo.tsx';

const EpisodeView = lazy(() => import('./pick/episode-view.tsx'));
const ImportView = lazy(() => import('./start/import-view.tsx'));
const FeedView = lazy(() => import('./start/feed-view.tsx'));
const VerifyView = lazy(() => import('./verify/verify-view.tsx'));
const PackView = lazy(() => import('./pack/pack-view.tsx'));
const BrandView = lazy(() => import('./brand/brand-view.tsx'));

export function App({ isLinkUsed }: { isLinkUsed: boolean }) {
  const route = useRoute();
  return (
    <Said>
      <SignIn isLinkUsed={isLinkUsed}>
        <Undo>
          <Frame view={route.view}>
            <Suspense fallback={<Busy what="Opening…" />}>{viewOf(route)}</Suspense>
          </Frame>
        </Undo>
      </SignIn>
    </Said>
  );
}

function viewOf(route: Route): ReactNode {
  switch (route.view) {
    case 'start':
      return <StartView />;
    case 'import':
      return <ImportView key={route.workId} workId={route.workId} />;
    case 'feed':
      return <FeedView query={route.query} />;
    case 'episode':
      return <EpisodeView key={route.episodeId} {...route} />;
    case 'verify':
      return <VerifyView query={route.query} />;
    case 'pack':
      return <PackView query={route.query} />;
    case 'brands':
      return <BrandView {...route} />;
    case 'nowhere':
      return (
        <Empty title="There is nothing at this address">
          Check it for a letter too many, or begin from the list of episodes.
        </Empty>
      );
  }
}
