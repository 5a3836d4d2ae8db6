/** Lets the page draw and answer. */
export function rest(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
