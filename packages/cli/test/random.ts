/** The seed of a random test: AUDIT_TEST_SEED, else one that the test prints when it fails. */
export function chooseSeed(): number {
  const wanted = Number(process.env.AUDIT_TEST_SEED);
  return Number.isInteger(wanted) && wanted > 0 ? wanted : Math.ceil(Math.random() * 1e9);
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
