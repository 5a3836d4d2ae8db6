import { untrack } from 'svelte';
import type { BundledCorpus } from '../core/corpus/bundle.ts';
import { EMPTY_CORPUS, type Corpus, type Role } from '../core/corpus/model.ts';
import type { Principle } from '../core/corpus/principle.ts';
import { encoderKey } from '../core/encoders/encoder.ts';
import { exhibitView } from '../core/exhibits/saved-views.ts';
import { findModels } from '../core/encoders/model-folders.ts';
import type { RegisteredEncoder } from '../core/encoders/registry.ts';
import { AppError } from '../core/errors.ts';
import type { ExhibitId } from '../core/project/view.ts';
import type { EncoderChoice } from '../engine/embed.ts';
import { Engine, type DroppedFile } from '../engine/engine.ts';
import { IndexedAxisStore } from '../platform/axis-store.ts';
import { KeptModels } from '../platform/kept-models.ts';
import { IndexedGivenStore } from '../platform/given-store.ts';
import { IndexedProjectStore } from '../platform/project-store.ts';
import { fetchCorpus, fetchRegistry, siteUrl } from '../platform/site.ts';
import { onAddress, viewFromAddress, writeAddress } from './address.ts';
import { Atlas } from './atlas.svelte.ts';
import { Encoders } from './encoders.svelte.ts';
import { Given, type GivenEncoder } from './given.svelte.ts';
import { GivenIntake } from './given-intake.svelte.ts';
import { Exhibits } from './exhibits.svelte.ts';
import { followView } from './follow-view.svelte.ts';
import { selectKnown } from './known-selection.ts';
import type { EmbeddingProgress } from './embedding-run.ts';
import { Embeddings } from './embeddings.svelte.ts';
import { Gathered } from './gathered.svelte.ts';
import { Importer } from './importer.svelte.ts';
import { MapTrust } from './map-trust.svelte.ts';
import { ModelIntake } from './model-intake.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { OwnAxes } from './own-axes.svelte.ts';
import { Persistence } from './persistence.ts';
import { Probe } from './probe.svelte.ts';
import { isProject, Projects } from './projects.svelte.ts';
import { Regions } from './regions.svelte.ts';
import { Relations } from './relations.svelte.ts';
import { Search } from './search.svelte.ts';
import { Session } from './session.svelte.ts';
import { embedPrinciples, embedReference, wordsOf } from './shipped.ts';
import { Stance } from './stance.svelte.ts';
import { ThemeChoice } from './theme.svelte.ts';
import { ViewTrail } from './trail.svelte.ts';

/** Seed of every bootstrap, so that the same corpus always shows the same intervals. */
export const SEED = 7;

export interface ExplorerNames {
  readonly ownGroups: { readonly training: string; readonly evaluation: string };
  /** Group under which a typed situation is listed. */
  readonly typed: string;
}

/** Everything on the page, wired together: the one object that the UI is given. */
export class Explorer {
  phase = $state<'opening' | 'ready' | 'failed'>('opening');
  failure = $state.raw<AppError | null>(null);
  /** How far the reference is embedded, while the page is brought into the space of an encoder. */
  entering = $state.raw<EmbeddingProgress | null>(null);

  readonly engine = new Engine();
  readonly notices = new Notices();
  readonly theme = new ThemeChoice();
  readonly session = new Session();
  readonly gathered = new Gathered(this.session);
  readonly trail = new ViewTrail(this.session, this.gathered);
  readonly atlas = new Atlas(this.engine);
  readonly mapTrust = new MapTrust(this.engine);
  readonly regions = new Regions(this.engine);
  readonly relations = new Relations(this.engine);
  readonly search = new Search(this.engine);
  readonly given: Given = new Given(new IndexedGivenStore(), this.notices, (key) =>
    this.encoders.leave(key),
  );
  readonly embeddings = new Embeddings(this.engine, this.notices, this.given);
  readonly encoders: Encoders = new Encoders(
    this.notices,
    new KeptModels(),
    (choice) => this.#enter(choice),
    () => this.given.spaces,
  );
  readonly stance = new Stance(
    this.engine,
    new OwnAxes(new IndexedAxisStore(), this.notices),
    () => ({
      corpus: this.session.corpus,
      axis: this.session.view.axis,
      revision: this.embeddings.revision,
      choice: this.encoders.current,
    }),
  );
  readonly modelIntake = new ModelIntake(this.engine);
  readonly exhibits = new Exhibits(this.engine);
  readonly importer: Importer;
  readonly probe: Probe;
  /** The corpus and the situation that was typed: everything that can be read and compared. */
  readonly readable = $derived.by(() =>
    this.probe.beside(this.embeddings.inSpace(this.session.corpus)),
  );
  readonly projects = new Projects(
    this.engine,
    this.session,
    {
      axes: this.stance.own,
      embeddings: this.embeddings,
      encoders: this.encoders,
      given: this.given,
    },
    this.notices,
    () => this.demo.documents,
  );
  /** The demo as shipped, for bringing it back. */
  demo = $state.raw<Corpus>(EMPTY_CORPUS);
  /** The sentences that the demo's values are made of, in the space of the encoder in use. */
  principles = $state.raw<readonly Principle[]>([]);
  #shipped: { demo: BundledCorpus; reference: BundledCorpus } | null = null;
  readonly #persistence = new Persistence(new IndexedProjectStore(), this.session, this.notices);

  constructor(names: ExplorerNames) {
    this.importer = new Importer(this.engine, this.session, this.notices, names.ownGroups, {
      intake: new GivenIntake(this.given),
      arrived: (space) => this.#arrived(space),
    });
    this.probe = new Probe(this.engine, names.typed);
    this.engine.encoder.onSetback = (error) => this.notices.error(error);
  }

  /** Opens what the site ships and what this machine keeps, then follows the session. May be tried again. */
  async start(): Promise<void> {
    this.phase = 'opening';
    this.failure = null;
    this.#readAddress();
    try {
      if (!isSecureContext) throw new AppError('insecure-context', {});
      const [registry, demo, reference] = await Promise.all([
        fetchRegistry(),
        fetchCorpus('demo'),
        fetchCorpus('reference'),
        this.given.open(),
      ]);
      this.#shipped = { demo, reference };
      this.demo = demo.corpus;
      const { default: standard, encoders } = registry;
      const others = encoders.filter((encoder) => encoder !== standard);
      await this.encoders.open(onSite(standard), others.map(onSite));
      await this.#persistence.open(demo.corpus);
      await this.stance.own.open();
      selectKnown(this);
      this.#follow();
      this.phase = 'ready';
    } catch (thrown) {
      this.failure = AppError.from(thrown);
      this.phase = 'failed';
    }
  }

  /**
   * Takes files that were dropped, picked or pasted: a model is looked at, all else is imported, and
   * with it further models, of which the import says that it cannot read them.
   * @param role that documents were dropped as; null for what they say themselves
   */
  receive(
    files: readonly DroppedFile[],
    problems: readonly AppError[] = [],
    role: Role | null = null,
  ): void {
    const projects = files.filter(({ file }) => isProject(file.name));
    for (const project of projects) void this.projects.open(project);
    const { models, rest } = findModels(files.filter((each) => !projects.includes(each)));
    if (projects.length > 0 && models.length + rest.length + problems.length === 0) return;
    const [model, ...more] = models;
    const others = [...rest, ...more.flatMap((each) => [...each.files.values()])];
    if (model) void this.modelIntake.read(model);
    if (!model || others.length + problems.length > 0) {
      void this.importer.read(others, problems, role);
    }
  }

  /** Shows what reaches a situation that the reader typed. */
  async askSituation(text: string): Promise<void> {
    const choice = this.encoders.current;
    if (!choice || this.encoders.elsewhere || text.trim() === '') return;
    const asked = this.probe.ask(text, choice);
    const scenario = this.probe.document?.id ?? null;
    this.session.show({
      view: 'reach',
      anchor: 'scenario',
      scenario,
      document: null,
      passage: null,
    });
    await asked;
  }

  /** Opens an exhibit: its saved view, on the demo as it is. */
  showExhibit(exhibit: ExhibitId): void {
    this.session.show(exhibitView(exhibit, this.session.corpus));
    this.exhibits.visit(exhibit);
  }

  /** Judges the exhibits in the space of the encoder in use. */
  judgeExhibits(): void {
    const { current } = this.encoders;
    if (current) void this.exhibits.judge(this.demo, encoderKey(current.spec));
  }

  /** The neutral texts as shipped; null before they are here. */
  get reference(): BundledCorpus | null {
    return this.#shipped?.reference ?? null;
  }

  /** Whether the demo is all there, as its exhibits need it. */
  get demoIsWhole(): boolean {
    return [...this.demo.documents.keys()].every((id) => this.session.corpus.documents.has(id));
  }

  /** Brings everything into the space of an encoder; if that fails, all stays as it was. */
  async #enter(choice: EncoderChoice): Promise<void> {
    if (!this.#shipped) return;
    const { demo, reference } = this.#shipped;
    const elsewhere = choice.spec.kind === 'given';
    await this.embeddings.halt();
    try {
      const neutral = elsewhere
        ? wordsOf(reference)
        : await embedReference(this.engine, choice, reference, {
            onProgress: (progress) => (this.entering = progress),
          });
      const principles = elsewhere ? [] : await embedPrinciples(this.engine, choice, demo);
      await this.engine.openSpace({
        reference: neutral,
        basis: elsewhere ? 'documents' : 'reference',
        dims: choice.spec.dims,
        seed: SEED,
        correction: this.session.view.correction,
      });
      this.principles = principles;
      const same = encoderKey(choice.spec) === demo.encoder;
      this.embeddings.open(choice, same ? demo.vectors : new Map());
      void this.probe.enter(choice);
    } finally {
      this.entering = null;
      void this.embeddings.resume();
    }
  }

  /** Documents came with vectors: their space is used from now on, or has more in it. */
  async #arrived(space: GivenEncoder | null): Promise<void> {
    const used = this.encoders.elsewhere;
    if (space && space.spec.id !== used?.id) await this.encoders.use(space);
    else if (used) await this.embeddings.reconsider();
  }

  #follow(): void {
    onAddress(() => {
      this.#readAddress();
      selectKnown(this);
    });
    addEventListener('beforeunload', (event) => {
      const atRisk = this.#persistence.atRisk || this.stance.own.atRisk || this.given.atRisk;
      if (atRisk) event.preventDefault();
    });
    $effect.root(() => {
      $effect(() => {
        const { corpus } = this.session;
        untrack(() => void this.embeddings.sync(corpus));
      });
      followView(this);
      let previous = this.session.view;
      $effect(() => {
        writeAddress(this.session.view, previous);
        previous = this.session.view;
      });
    });
  }

  /** Whether the analysis can be asked about a text that can be read. */
  isMeasured(id: string): boolean {
    if (this.session.corpus.documents.has(id)) return this.embeddings.has(id);
    return this.probe.document?.id === id && this.probe.ready;
  }

  #readAddress(): void {
    const { view, problem } = viewFromAddress();
    this.session.view = view;
    if (problem) this.notices.error(problem);
  }
}

function onSite(spec: RegisteredEncoder): EncoderChoice {
  return { spec, place: { at: 'site', folder: siteUrl(`models/${spec.path}`) } };
}
