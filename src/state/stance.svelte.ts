import { max } from 'd3';
import { SvelteMap } from 'svelte/reactivity';
import { contentHash } from '../core/corpus/identity.ts';
import type { Corpus } from '../core/corpus/model.ts';
import { encoderKey } from '../core/encoders/encoder.ts';
import { AppError } from '../core/errors.ts';
import type { EmbeddedDocument } from '../core/space/types.ts';
import { corpusAxes, topicOf } from '../core/stance/corpus-axes.ts';
import { exampleId, ownSource, writtenTexts, type OwnAxis } from '../core/stance/own-axis.ts';
import type { TopicReport } from '../core/stance/topic-report.ts';
import type { AxisReport, AxisSource } from '../core/stance/types.ts';
import { embedDocuments, type EncoderChoice } from '../engine/embed.ts';
import type { Engine } from '../engine/engine.ts';
import type { OwnAxes } from './own-axes.svelte.ts';
import { Answer } from './relations.svelte.ts';

/** An axis that the reader can look along. */
export interface OfferedAxis {
  readonly id: string;
  /** The field that its poles come from; null for one of the reader's own. */
  readonly field: string | null;
  readonly own: OwnAxis | null;
  readonly source: AxisSource;
}

/** What the page is made of, as far as stance follows from it. */
export interface StanceContext {
  readonly corpus: Corpus;
  /** `View.axis` */
  readonly axis: string | null;
  /** Of the space; 0 while it is empty. */
  readonly revision: number;
  readonly choice: EncoderChoice | null;
}

/**
 * Axes and where documents lie along them. Each axis is learnt when it is first looked at, and anew
 * when the space or its examples have changed since.
 */
export class Stance {
  readonly own: OwnAxes;
  /** Newest reports by axis; the old one stays until the new one is here. */
  readonly #reports = new SvelteMap<string, Answer<AxisReport>>();
  /** What topics do to the twins of the chosen axis. */
  readonly topics = new Answer<TopicReport>();

  readonly #engine: Engine;
  readonly #context: () => StanceContext;
  readonly #vectors = new Map<string, Float32Array<ArrayBuffer>>();
  /** By axis, the state of the space and the source that its report is of. */
  readonly #asked = new Map<string, string>();
  #needed: readonly OfferedAxis[] = [];
  #running = false;

  /** By itself, so that nothing looks through all documents again when only the space has changed. */
  readonly #corpus = $derived.by(() => this.#context().corpus);
  /** Those that the corpus offers, then the reader's own. */
  readonly axes: readonly OfferedAxis[] = $derived.by(() => {
    const corpus = this.#corpus;
    return [
      ...corpusAxes(corpus).map((axis) => ({ ...axis, own: null })),
      ...[...this.own.all.values()].map((own) => ({
        id: own.id,
        field: null,
        own,
        source: ownSource(own, corpus),
      })),
    ];
  });
  /** The axis in use: the one that the view names, else the first. */
  readonly chosen: OfferedAxis | null = $derived.by(() => {
    const { axis } = this.#context();
    return this.axes.find(({ id }) => id === axis) ?? this.axes[0] ?? null;
  });
  /** What is known of the axis in use; null until it is learnt. */
  readonly report: AxisReport | null = $derived.by(() =>
    this.chosen ? (this.#reports.get(this.chosen.id)?.value ?? null) : null,
  );
  /** Places on the axis in use, by document. */
  readonly scores = $derived(
    new Map((this.report?.scores ?? []).map((score) => [score.document, score])),
  );
  /** How far from 0 the farthest of them lies; never 0. */
  readonly widest = $derived(
    Math.max(1e-6, max(this.scores.values(), ({ heldOut }) => Math.abs(heldOut ?? 0)) ?? 0),
  );

  constructor(engine: Engine, own: OwnAxes, context: () => StanceContext) {
    this.#engine = engine;
    this.own = own;
    this.#context = context;
  }

  /** What is known of an axis, and whether it is being learnt; null before it was asked for. */
  of(axis: string): Answer<AxisReport> | null {
    return this.#reports.get(axis) ?? null;
  }

  /** Learns these axes, the first one first, as far as their reports are missing or out of date. */
  need(axes: readonly OfferedAxis[]): void {
    this.#needed = axes;
    for (const { id } of axes) {
      if (!this.#reports.has(id)) this.#reports.set(id, new Answer());
    }
    if (!this.#running) void this.#catchUp();
  }

  /** Asks what topics do to the twins of an axis; null for none. */
  compareTopics(axis: OfferedAxis | null): void {
    const { corpus } = this.#context();
    const source = axis?.source;
    void this.topics.ask(
      source?.kind === 'paired'
        ? () =>
            this.#engine.analysis.run('topicsOfTwins', {
              twins: source.twins,
              topics: topicsOf(corpus),
            })
        : null,
    );
  }

  /** Learns an axis again after a failure. */
  retry(axis: string): void {
    this.#asked.delete(axis);
    this.need(this.#needed);
  }

  async #catchUp(): Promise<void> {
    this.#running = true;
    for (let next = this.#stale(); next; next = this.#stale()) {
      const { id } = next.axis;
      this.#asked.set(id, next.key);
      await this.#reports.get(id)?.ask(() => this.#learn(next.axis));
    }
    this.#running = false;
  }

  #stale(): { axis: OfferedAxis; key: string } | null {
    const { choice, revision } = this.#context();
    if (!choice || revision === 0) return null;
    for (const axis of this.#needed) {
      const key = `${revision} ${encoderKey(choice.spec)} ${sourceKey(axis.source)}`;
      if (this.#asked.get(axis.id) !== key) return { axis, key };
    }
    return null;
  }

  async #learn({ own, source }: OfferedAxis): Promise<AxisReport> {
    const { choice, corpus } = this.#context();
    if (!choice) throw new AppError('unexpected', { message: 'no encoder' });
    const written = own ? await this.#embed(own, choice) : [];
    const topics = topicsOf(corpus);
    for (const example of own?.examples ?? []) {
      if (example.kind === 'written' && example.topic.trim() !== '') {
        topics.set(exampleId(example), example.topic.trim());
      }
    }
    return this.#engine.analysis.run('axis', { source, topics, written });
  }

  /** The written examples in the space of the encoder; each text is embedded once. */
  async #embed(own: OwnAxis, choice: EncoderChoice): Promise<EmbeddedDocument[]> {
    const texts = writtenTexts(own);
    const key = (id: string): string => `${encoderKey(choice.spec)} ${id}`;
    const missing = texts.filter(({ id }) => !this.#vectors.has(key(id)));
    if (missing.length > 0) {
      await embedDocuments(this.#engine.encoder, choice, missing, {
        onDocument: (id, vectors) => this.#vectors.set(key(id), vectors),
      });
    }
    return texts.map((text) => ({
      ...text,
      role: 'training',
      title: '',
      vectors: this.#vectors.get(key(text.id)) ?? new Float32Array(),
    }));
  }
}

/** Topics of the documents that have one. */
function topicsOf({ documents }: Corpus): Map<string, string> {
  const topics = new Map<string, string>();
  for (const document of documents.values()) {
    const topic = topicOf(document);
    if (topic !== null) topics.set(document.id, topic);
  }
  return topics;
}

function sourceKey(source: AxisSource): string {
  const parts =
    source.kind === 'paired'
      ? source.twins.flatMap(({ positive, negative, topic }) => [positive, negative, topic ?? ''])
      : source.examples.flatMap(({ document, pole, topic }) => [
          document,
          String(pole),
          topic ?? '',
        ]);
  return contentHash(source.kind, ...parts);
}
