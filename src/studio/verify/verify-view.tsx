export default function VerifyView(_: { query: URLSearchParams }) {
  return null;
}
