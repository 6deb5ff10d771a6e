import { useQuery } from '@tanstack/react-query';
import { brandsQuery, type BrandView as Brand } from '../api/queries.ts';
import { useSignedIn } from '../api/token.ts';
import { DEFAULT_LOOK } from '../make/look.ts';
import { Link } from '../route.tsx';
import { Busy, Problem } from '../ui/notice.tsx';
import { useSignIn } from '../ui/sign-in.tsx';
import { useTitle } from '../ui/title.ts';
import { useUnsaved, useUnsavedList } from '../unsaved/use-shelf.ts';
import { BrandTile } from './brand-tile.tsx';
import { changedKits } from './changed.ts';
import { KitEditor } from './kit-editor.tsx';

interface BrandViewProps {
  brandId: string | null;
  query: URLSearchParams;
}

/** The brands kept here, and one of them to change. */
export default function BrandView({ brandId, query }: BrandViewProps) {
  const isSignedIn = useSignedIn();
  const signIn = useSignIn();
  const { data, error, refetch, isPending } = useQuery({ ...brandsQuery, enabled: isSignedIn });
  const chosen = data?.items.find(({ kit }) => kit.id === brandId);
  const isNew = brandId === 'new';
  useTitle(chosen?.kit.name ?? (isNew ? 'A new brand' : 'Brands'));
  return (
    <div className="mx-auto max-w-6xl px-5 py-6 sm:px-8 lg:py-10">
      {brandId === null ? (
        <>
          <h1 className="text-3xl font-[680] tracking-[-0.025em] sm:text-4xl">Brands</h1>
          <p className="mt-2 max-w-lg text-soft">
            Colours, type, logo and how photos are cropped: how cards look, whatever they say.
          </p>
        </>
      ) : (
        <Link
          href="/studio/brands"
          className="inline-block py-2 text-[0.9375rem] text-link underline underline-offset-2"
        >
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
      {isSignedIn && error !== null && (
        <div className="mt-6 max-w-lg">
          <Problem error={error} retry={() => void refetch()} />
        </div>
      )}
      {data !== undefined && brandId === null && <Tiles brands={data.items} />}
      {data !== undefined && brandId !== null && !isNew && chosen === undefined && (
        <p role="alert" className="mt-6">
          There is no brand “{brandId}” here. It may have another ID; the list has all.
        </p>
      )}
      {brandId !== null && (chosen !== undefined || (isNew && data !== undefined)) && (
        <Opened
          key={brandId}
          name={brandId}
          kept={chosen ?? null}
          size={query.get('size') ?? DEFAULT_LOOK.size}
        />
      )}
    </div>
  );
}

/** The editor, once it is known whether changes were left in this browser. */
function Opened(props: { name: string; kept: Brand | null; size: string }) {
  const changed = useUnsaved(changedKits, props.name);
  if (changed === undefined) return <Busy what="Opening…" />;
  return <KitEditor {...props} changed={changed} />;
}

function Tiles({ brands }: { brands: readonly Brand[] }) {
  const changed = new Map(useUnsavedList(changedKits).map(({ id, value }) => [id, value.kit]));
  const fresh = changed.get('new');
  return (
    <ul className="mt-7 grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
      {brands.map(({ kit }) => (
        <BrandTile
          key={kit.id}
          name={kit.id}
          kit={changed.get(kit.id) ?? kit}
          isKept={!changed.has(kit.id)}
        />
      ))}
      {fresh !== undefined && <BrandTile name="new" kit={fresh} isKept={false} />}
      {fresh === undefined && (
        <li>
          <Link
            href="/studio/brands/new"
            className="grid h-full min-h-40 place-items-center rounded-2xl border-2 border-dashed border-edge/60 font-medium no-underline hover:border-ink"
          >
            A new brand
          </Link>
        </li>
      )}
    </ul>
  );
}
