/**
 * Reads by ID, each ID once for as long as what is returned is used, however many ask for it.
 * @param known what was read, or is being read, already
 */
export function once<T>(
  read: (id: string) => Promise<T>,
  known = new Map<string, Promise<T>>(),
): (id: string) => Promise<T> {
  return (id) => {
    const reading = known.get(id) ?? read(id);
    known.set(id, reading);
    return reading;
  };
}
