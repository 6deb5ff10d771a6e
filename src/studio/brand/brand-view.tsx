export default function BrandView(_: { brandId: string | null }) {
  return null;
}
