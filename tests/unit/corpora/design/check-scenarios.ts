import { BEHAVIOURS, DOMAINS, PRESSURES, SCENARIO_FIELDS } from './plan.ts';
import { inFolder, type Text } from './texts.ts';

/** Each behaviour once under each pressure, told without the stories' worlds. */
export function checkScenarios(demo: readonly Text[]): string[] {
  const scenarios = inFolder(demo, 'scenarios');
  return [
    ...checkCells(scenarios),
    ...scenarios.flatMap(checkFields),
    ...scenarios.flatMap(checkDomains),
  ];
}

function checkCells(scenarios: readonly Text[]): string[] {
  return BEHAVIOURS.flatMap((behaviour) =>
    PRESSURES.flatMap((pressures) => {
      const here = scenarios.filter(
        ({ meta }) =>
          meta.get('behaviour') === behaviour &&
          pressures.some((pressure) => pressure === meta.get('pressure')),
      );
      return here.length === 1
        ? []
        : [`demo/scenarios: ${here.length} of ${behaviour} under ${pressures.join(' or ')}, not 1`];
    }),
  );
}

function checkFields({ file, meta }: Text): string[] {
  const role = meta.get('role') === 'evaluation' ? [] : [`${file}: its role is not evaluation`];
  const cell = [
    BEHAVIOURS.some((behaviour) => behaviour === meta.get('behaviour')) ? [] : ['behaviour'],
    PRESSURES.flat().some((pressure) => pressure === meta.get('pressure')) ? [] : ['pressure'],
  ].flat();
  return [
    ...role,
    ...cell.map((field) => `${file}: ${field} “${meta.get(field) ?? ''}” is not in the design`),
    ...SCENARIO_FIELDS.filter((field) => (meta.get(field) ?? '') === '').map(
      (field) => `${file}: ${field} is missing`,
    ),
  ];
}

function checkDomains({ file, body, meta }: Text): string[] {
  return Object.entries(DOMAINS).flatMap(([domain, words]) => {
    const met = words.exec(body)?.[0] ?? (meta.get('topic') === domain ? domain : null);
    return met === null ? [] : [`${file}: “${met}” belongs to the stories of ${domain}`];
  });
}
