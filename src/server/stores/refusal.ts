/** How the rate limiters say that nothing is left: they reject with a result that is no error. */
export function refusalOf(reason: unknown): number {
  if (reason instanceof Error) throw reason;
  return (reason as { msBeforeNext: number }).msBeforeNext;
}
