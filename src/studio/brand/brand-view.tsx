import { useQuery } from '@tanstack/react-query';
import { brandsQuery } from '../api/queries.ts';
import { useSignedIn } from '../api/token.ts';
import { Link } from '../route.tsx';
import { Busy, Problem } from '../ui/notice.tsx';
import { useSignIn } from '../ui/sign-in.tsx';
import { KitEditor } from './kit-editor.tsx';
import { NEW_COLORS } from './new-kit.ts';

/** The brands kept here, and one of them to change. */
export default function BrandView({ brandId }: { brandId: string | null }) {
  const isSignedIn = useSignedIn();
  const signIn = useSignIn();
  const { data, error, refetch, isPending } = useQuery({ ...brandsQuery, enabled: isSignedIn });
  const chosen = data?.items.find(({ kit }) => kit.id === brandId);
  return (
    <div className="mx-auto max-w-6xl px-5 py-8 sm:px-8 lg:py-12">
      {brandId === null ? (
        <>
          <h1 className="text-3xl font-[680] tracking-[-0.025em]">Brands</h1>
          <p className="mt-2 max-w-lg text-soft">
            Colours, type, logo and how photos are cropped: how cards look, whatever they say.
          </p>
        </>
      ) : (
        <Link href="/studio/brands" className="text-[0.9375rem] text-link underline underline-offset-2">
          ← Brands
        </Link>
      )}
      {!isSignedIn && (
        <div className="note mt-6 max-w-lg">
          <p>Brands are shown to those who are signed in.</p>
          <button type="button" className="btn mt-2" onClick={signIn}>
            Sign in
          </button>
        </div>
      )}
      {isSignedIn && isPending && <Busy what="Fetching brands…" />}
      {error !== null && (
        <div className="mt-6 max-w-lg">
          <Problem error={error} retry={() => void refetch()} />
        </div>
      )}
      {data !== undefined && brandId === null && (
        <ul className="mt-7 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {data.items.map(({ kit }) => (
            <li key={kit.id}>
              <Link
                href={`/studio/brands/${kit.id}`}
                className="flex items-center gap-4 rounded-2xl border border-rule bg-sheet p-5 no-underline hover:border-edge"
              >
                <span className="flex overflow-hidden rounded-md border border-rule" aria-hidden="true">
                  {Object.values(kit.colors ?? NEW_COLORS).map((color, at) => (
                    <svg key={at} className="h-10 w-5" viewBox="0 0 1 1" preserveAspectRatio="none">
                      <rect width="1" height="1" fill={color} />
                    </svg>
                  ))}
                </span>
                <span className="min-w-0">
                  <span className="block truncate font-semibold">{kit.name}</span>
                  <span className="block text-[0.8125rem] text-soft">{kit.template}</span>
                </span>
              </Link>
            </li>
          ))}
          <li>
            <Link href="/studio/brands/new" className="btn h-full w-full !rounded-2xl border-dashed !p-5">
              A new brand
            </Link>
          </li>
        </ul>
      )}
      {data !== undefined && brandId === 'new' && <KitEditor key="new" kept={null} />}
      {data !== undefined && brandId !== null && brandId !== 'new' && chosen === undefined && (
        <p className="mt-6">There is no brand “{brandId}” here. It may have another ID; the list has all.</p>
      )}
      {chosen !== undefined && <KitEditor key={chosen.kit.id} kept={chosen} />}
    </div>
  );
}
