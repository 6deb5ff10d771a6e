export default function PackView() {
  return null;
}
