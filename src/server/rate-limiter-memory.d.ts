/** The package's main file pulls in `node:cluster`; this one runs in a browser too, but has no types of its own. */
declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  export { RateLimiterMemory as default } from 'rate-limiter-flexible';
}
