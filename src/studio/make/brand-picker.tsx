import { useQuery } from '@tanstack/react-query';
import { brandsQuery } from '../api/queries.ts';
import { useSignedIn } from '../api/token.ts';

interface BrandPickerProps {
  brand: string | null;
  onChange: (brand: string | null) => void;
}

/** Brands are listed for those who are signed in; the one of an address stays in any case. */
export function BrandPicker({ brand, onChange }: BrandPickerProps) {
  const isSignedIn = useSignedIn();
  const { data } = useQuery({ ...brandsQuery, enabled: isSignedIn });
  const kits = data?.items.map(({ kit }) => ({ id: kit.id, name: kit.name })) ?? [];
  const isListed = brand === null || kits.some(({ id }) => id === brand);
  return (
    <div>
      <label className="label" htmlFor="brand">
        Brand
      </label>
      <select
        id="brand"
        className="input"
        value={brand ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">The show’s</option>
        {!isListed && <option value={brand}>{brand}</option>}
        {kits.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
