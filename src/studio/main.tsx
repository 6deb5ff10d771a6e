import 'virtual:fonts.css';
import './styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/request.ts';
import { acceptSignInLink } from './api/sign-in-link.ts';
import { App } from './app.tsx';
import { worksOffline } from './offline/register.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the caller got wrong does not get better by asking again.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
      staleTime: 15_000,
      // What was loaded stays for as long as the Studio is open, a network or not.
      gcTime: Infinity,
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the Studio.');
const isLinkUsed = await acceptSignInLink();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App isLinkUsed={isLinkUsed} />
    </QueryClientProvider>
  </StrictMode>,
);
worksOffline();
