/**
 * What "Beyond one region" in docs/production.md counts: three regions, each with a store of its own, and people who are mostly
 * where their number is from. A simulation of sums, not of our code: npm run -s simulate:regions
 */
const regions = ['Europe', 'America', 'Asia'];
const [ofEurope, ofAmerica] = [0.45, 0.35];
/** Milliseconds there and back from one region to another, usual figures of clouds; there is next to nothing within one. */
const roundTrip = [
  [1, 85, 160],
  [85, 1, 150],
  [160, 150, 1],
];
const away = 0.03;
const people = 1_000_000;
const perSecond = 12;

let seed = 20261129;
/** Mulberry32: the same numbers each time. */
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

function draw() {
  const at = random();
  return at < ofEurope ? 0 : at < ofEurope + ofAmerica ? 1 : 2;
}

/** @param {number[]} values @param {number} share */
function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(share * (sorted.length - 1))];
}

/** How long it takes from a code that was sent to its entry: half within 20 s. */
const entryMs = () =>
  20_000 * Math.exp(0.8 * Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random()));

/** @type {Record<string, (home: number) => number>} */
const designs = {
  'one store for all, in Europe': () => 0,
  'by the number’s calling code': home => home,
  'by a hash of the number': () => Math.floor(random() * 3),
};
console.log(
  '| Where a number lives | Asked across an ocean | Median | Slowest in a hundred |\n| --- | --- | --- | --- |',
);
for (const [name, storeOf] of Object.entries(designs)) {
  const waits = [];
  let crossed = 0;
  for (let i = 0; i < people; i++) {
    const home = draw();
    const at = random() < away ? draw() : home;
    const wait = roundTrip[at]?.[storeOf(home)] ?? 0;
    if (wait > 1) crossed += 1;
    waits.push(wait);
  }
  const share = `${((100 * crossed) / people).toFixed(1)} %`;
  console.log(`| ${name} | ${share} | ${percentile(waits, 0.5)} ms | ${percentile(waits, 0.99)} ms |`);
}

let waiting = 0;
for (let i = 0; i < people; i++) waiting += Math.min(entryMs(), 600_000);
const onTheWay = (perSecond * waiting) / people / 1000;
console.log(
  `\nCodes on their way at ${perSecond} sign-ins a second: ${Math.round(onTheWay)}; of the largest region ${Math.round(onTheWay * ofEurope)}.`,
);
const tries = 20;
console.log(
  `A number’s code guessed within a day: ${tries} in a million with one home; ${tries * regions.length} where each region counts for itself.`,
);
