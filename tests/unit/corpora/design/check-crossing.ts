import {
  DOMAINS,
  MIN_DOMAINS_PER_VALUE,
  MIN_VALUES_PER_DOMAIN,
  STORIES_PER_DOMAIN,
  VALUES,
} from './plan.ts';
import { inFolder, listOf, type Text } from './texts.ts';

/** Groups of fiction: each is crossed in itself. */
const STORIES = ['aligned-ai', 'villain-ai', 'aligned-human'];

/** Value crossed with topic: no value in one domain only, no domain of one value only. */
export function checkCrossing(demo: readonly Text[]): string[] {
  return STORIES.flatMap((folder) => checkGroup(folder, inFolder(demo, folder)));
}

function checkGroup(folder: string, texts: readonly Text[]): string[] {
  const domains = Object.keys(DOMAINS);
  const domainOf = (text: Text): string => text.meta.get('topic') ?? '';
  const elsewhere = texts
    .filter((text) => !domains.includes(domainOf(text)))
    .map(({ file, meta }) => `${file}: “${meta.get('topic') ?? ''}” is no domain of the stories`);
  const perDomain = domains.flatMap((domain) => {
    const here = texts.filter((text) => domainOf(text) === domain);
    const values = new Set(here.flatMap((text) => listOf(text, 'principles')));
    return [
      ...(here.length === STORIES_PER_DOMAIN
        ? []
        : [`demo/${folder}: ${here.length} texts of ${domain} instead of ${STORIES_PER_DOMAIN}`]),
      ...(values.size >= MIN_VALUES_PER_DOMAIN
        ? []
        : [
            `demo/${folder}: ${domain} has ${values.size} values, fewer than ${MIN_VALUES_PER_DOMAIN}`,
          ]),
    ];
  });
  const perValue = VALUES.flatMap((value) => {
    const where = texts.filter((text) => listOf(text, 'principles').includes(value));
    const count = new Set(where.map(domainOf)).size;
    return count >= MIN_DOMAINS_PER_VALUE
      ? []
      : [`demo/${folder}: ${value} is in ${count} domains, fewer than ${MIN_DOMAINS_PER_VALUE}`];
  });
  return [...elsewhere, ...perDomain, ...perValue];
}
