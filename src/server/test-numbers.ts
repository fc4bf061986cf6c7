/** Numbers that get no message and have a fixed code: for a host's own tests, and a way in for anybody elsewhere. */

/**
 * Throws a `TypeError` wherever `NODE_ENV` does not say `test` or `development`: many
 * a production server does not set it at all.
 */
export function checkTestNumbers(
  numbers: Readonly<Record<string, string>> | undefined,
): ReadonlyMap<string, string> {
  const entries = Object.entries(numbers ?? {});
  if (entries.length === 0) return new Map();
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  const environment = process?.env?.NODE_ENV;
  if (environment !== 'test' && environment !== 'development') {
    throw new TypeError(
      'phone-sign-in: "testNumbers" let anybody in who knows them, so they need NODE_ENV to be "test" or "development".',
    );
  }
  return new Map(entries);
}
