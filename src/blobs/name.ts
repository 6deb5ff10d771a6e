/** Parts of lower-case letters, digits, `.`, `-` and `_`, none beginning with a dot. */
const NAME = /^[a-z0-9_-][a-z0-9._-]*(?:\/[a-z0-9_-][a-z0-9._-]*)*$/;

/** R2 takes 1,024 bytes; a folder's path needs room as well. */
const MAX_LENGTH = 512;

/** Returns `name`. @throws TypeError when it is no blob's name: a fault of the program, never of what a user sent. */
export function checkName(name: string): string {
  if (name.length <= MAX_LENGTH && NAME.test(name)) return name;
  throw new TypeError(
    `Expected a lower-case path of letters, digits, \`.\`, \`-\` and \`_\` as a blob's name but received \`${name}\`.`,
  );
}
