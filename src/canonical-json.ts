/**
 * JSON with the keys of objects in order and without fields that are `undefined`: equal values have equal text. It is written in
 * loops: of callbacks that call it again V8's compiler would put many levels into one another, at 30 MB and 0.4 s.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const part of value) text += `${text === '' ? '' : ','}${canonicalJson(part ?? null)}`;
    return `[${text}]`;
  }
  for (const name of Object.keys(value).toSorted()) {
    const part: unknown = Reflect.get(value, name);
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(part)}`;
  }
  return `{${text}}`;
}
