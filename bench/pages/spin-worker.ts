/** Multiplies in registers, asks nothing of memory, and says how many seconds it took. */
const ROUNDS = 4e8;

self.onmessage = () => {
  const start = performance.now();
  let [a, b, c, d] = [1, 1, 1, 1];
  for (let i = 0; i < ROUNDS; i++) {
    a = a * 0.999 + 0.5;
    b = b * 0.998 + 0.5;
    c = c * 0.997 + 0.5;
    d = d * 0.996 + 0.5;
  }
  self.postMessage({ seconds: (performance.now() - start) / 1000, sum: a + b + c + d });
};
