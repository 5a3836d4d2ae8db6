import { namesIn, properNames } from './names.ts';
import type { Text } from './texts.ts';

/** Nobody, and no place, is in two texts, but in twins: a shared name would relate what is unrelated. */
export function checkCasts(demo: readonly Text[]): string[] {
  const names = properNames(demo.map(({ body }) => body));
  const owner = new Map<string, Text>();
  return demo.flatMap((text) =>
    [...namesIn(text.body, names)].flatMap((name) => {
      const before = owner.get(name);
      if (!before) owner.set(name, text);
      return !before || before.meta.get('twin') === text.meta.get('id')
        ? []
        : [`${text.file}: the name ${name} is in ${before.file} too`];
    }),
  );
}
