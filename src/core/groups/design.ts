import { ascending, group } from 'd3';
import { MIN_ARRANGEMENTS } from '../limits.ts';
import { arrangementsOf, type Block } from '../statistics/blocks.ts';
import type { Member } from './types.ts';

/** How two groups are compared: which documents are a unit, and for which others it may stand. */
export interface Design {
  /** `more` is the labelled side. */
  readonly blocks: readonly Block[];
  /** In the order of the blocks: the documents whose mean is the unit's value, one or two twins. */
  readonly units: readonly (readonly string[])[];
  readonly arrangements: number;
  /** Units were exchanged whatever their topic. */
  readonly unblocked: boolean;
  /** Blocks of a document and its twin on the other side. */
  readonly twinPairs: number;
  /** Documents left out because the other group has none on their topic. */
  readonly setAside: number;
}

interface Unit {
  readonly members: readonly string[];
  readonly topic: string | null;
}

/**
 * Lays out a contrast of `more` against `less` (docs/methods.md §5).
 *
 * - Twins on opposite sides are a block of their own: only they are exchanged for each other.
 * - Twins on one side are one unit, with their mean.
 * - All others are exchanged within the topics that both sides have, and those of other topics set
 *   aside. Where that gives fewer than 20 arrangements, they are exchanged whatever the topic.
 *
 * The result is the same in whatever order the members come.
 *
 * @throws RangeError if a document is on both sides or twice on one
 */
export function layOut(more: readonly Member[], less: readonly Member[]): Design {
  const side = new Map(more.map(({ id }) => [id, more]));
  for (const { id } of less) side.set(id, less);
  if (side.size < more.length + less.length) throw new RangeError('a document occurs twice');
  const byId = new Map([...more, ...less].map((member) => [member.id, member]));
  const twinOf = ({ id, twin }: Member): Member | null => {
    const other = twin === null || twin === id ? undefined : byId.get(twin);
    return other?.twin === id ? other : null;
  };

  const pairs: Paired[] = [];
  const rest: [Unit[], Unit[]] = [[], []];
  for (const [index, members] of [more, less].entries()) {
    for (const member of members.toSorted((a, b) => ascending(a.id, b.id))) {
      const twin = twinOf(member);
      if (twin && side.get(twin.id) !== members) {
        if (index === 0) pairs.push([[unitOf(member)], [unitOf(twin)]]);
      } else if (!twin || member.id < twin.id) {
        rest[index]!.push(unitOf(member, twin));
      }
    }
  }
  return choose(pairs, rest);
}

/** Labelled and other units of a block. */
type Paired = readonly [readonly Unit[], readonly Unit[]];

function choose(pairs: readonly Paired[], [more, less]: Paired): Design {
  const blocked = arrange([...pairs, ...byTopic(more, less)]);
  const free = arrange([...pairs, [more, less]]);
  const unblocked =
    blocked.arrangements < MIN_ARRANGEMENTS && free.arrangements > blocked.arrangements;
  const arranged = unblocked ? free : blocked;
  const placed = new Set(arranged.units.flat());
  const alone = [...more, ...less].flatMap(({ members }) => members);
  return {
    ...arranged,
    unblocked,
    twinPairs: pairs.length,
    setAside: alone.filter((id) => !placed.has(id)).length,
  };
}

/** A block for each topic that both sides have. */
function byTopic(more: readonly Unit[], less: readonly Unit[]): Paired[] {
  const topics = (units: readonly Unit[]) => group(units, ({ topic }) => topic ?? undefined);
  const others = topics(less);
  return Array.from(topics(more))
    .sort(([a], [b]) => ascending(a, b))
    .flatMap(([topic, units]) => {
      const other = topic === undefined ? undefined : others.get(topic);
      return other ? [[units, other] as const] : [];
    });
}

function arrange(paired: readonly Paired[]): Pick<Design, 'blocks' | 'units' | 'arrangements'> {
  const blocks = paired.map(([more, less]) => ({
    units: more.length + less.length,
    labelled: more.length,
  }));
  const units = paired.flat(2).map(({ members }) => members);
  return { blocks, units, arrangements: arrangementsOf(blocks) };
}

function unitOf(member: Member, twin: Member | null = null): Unit {
  if (!twin) return { members: [member.id], topic: member.topic };
  return {
    members: [member.id, twin.id],
    topic: member.topic === twin.topic ? member.topic : null,
  };
}
