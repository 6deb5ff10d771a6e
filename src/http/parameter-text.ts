import { z } from 'zod';

/** What the documentation and `--help` say of a parameter: its description, and its values where they are a list. */
export function parameterText(schema: z.core.$ZodType): string {
  const { description = '', enum: values } = z.toJSONSchema(schema, { io: 'input' });
  return [description, values === undefined ? '' : `One of ${values.join(', ')}.`]
    .filter((part) => part !== '')
    .join(' ');
}
