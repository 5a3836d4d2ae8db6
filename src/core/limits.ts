/** Every limit of Parable in one place, each with where its number comes from. */

/** One dropped file, bytes: its bytes, its text and its drafts are in memory at once. */
export const MAX_FILE_BYTES = 100 * 2 ** 20;

/**
 * One file of records a line (.jsonl), bytes: twice the corpus that the explorer is built for (200 MB).
 * It is read line by line, so that only its documents are in memory.
 */
export const MAX_LINES_BYTES = 400 * 2 ** 20;

/** One file of a model, bytes: twice the largest static model that is published (2025). */
export const MAX_MODEL_BYTES = 2 ** 30;

/**
 * Bytes of a download that are kept at once: what is lost at most when it is stopped, while the largest
 * model still comes to a thousand pieces.
 */
export const DOWNLOAD_PART = 2 ** 20;

/** Without a byte for so long a download counts as broken off. A choice, not a measurement: it can go on where it was. */
export const HUB_SILENCE_MS = 30_000;

/** Files of a model that the hub's list is read for: published ones have a few dozen. */
export const MAX_LISTED_FILES = 200;

/** One of the files that describe a model, bytes: the largest known `tokenizer_config.json` has one megabyte. */
export const MAX_DESCRIBING_BYTES = 2 ** 21;

/** UTF-16 units put before every text: the longest instruction of a published encoder has about 150. */
export const MAX_PREFIX_CHARS = 500;

/** Files in one drop: a preview stays readable and a mistaken drop of a home folder is refused. */
export const MAX_FILES = 20_000;

/**
 * One archive, bytes once its files are inflated: twice the corpus that the explorer is built for
 * (200 MB). Its files are inflated one at a time, each within `MAX_FILE_BYTES`.
 */
export const MAX_ARCHIVE_BYTES = 400 * 2 ** 20;

/** Bytes and parts of one .docx or .epub once inflated, pictures included. */
export const MAX_PACKAGE_BYTES = 200 * 2 ** 20;
export const MAX_PACKAGE_FILES = 10_000;

/** Bytes that the pages of one .parquet may become: strings take twice as much again. */
export const MAX_PARQUET_BYTES = 200 * 2 ** 20;

/** Pages of one .pdf: twice the longest handbook; text of so many takes about a minute. */
export const MAX_PDF_PAGES = 5000;

/** Numbers in a vector that comes along: the largest published encoders have 8,192. */
export const MAX_VECTOR_DIMS = 16_384;

/** Spaces of vectors that came along in one project file: more than anybody compares. */
export const MAX_GIVEN_SPACES = 50;

/**
 * Documents that a correction is fitted on where there is no reference: with n of them, centring alone
 * moves the cosine of two unrelated ones by −1 / (n − 1).
 */
export const BASIS_MIN_DOCUMENTS = 30;

/** Dimensions up to which components are fitted on documents, with every change of the corpus: a few seconds. */
export const BASIS_MAX_DIMS = 768;

/** UTF-16 units in one document, about 300,000 words: longer than almost any single book. */
export const MAX_DOCUMENT_CHARS = 2_000_000;

/** Passages of at least this many words close at the next sentence (METHODS §2). */
export const PASSAGE_MIN_WORDS = 60;

/** No passage exceeds this unless one sentence does (METHODS §2). */
export const PASSAGE_MAX_WORDS = 120;

/** A remainder shorter than this joins its predecessor (METHODS §2). */
export const PASSAGE_MIN_REMAINDER = 30;

/** Windows taken from one reference document for the null (METHODS §3.2). */
export const WINDOWS_PER_DOCUMENT = 3;

/** Reference documents that must offer a window size before it serves as a null (METHODS §3.2). */
export const NULL_MIN_DOCUMENTS = 30;

/** Bootstrap replicates of reference documents behind a percentile's interval. */
export const BOOTSTRAP_REPLICATES = 999;

/** Below so many arrangements no p could be below .05: a contrast is refused (METHODS §5). */
export const MIN_ARRANGEMENTS = 20;

/** A contrast holds, and an axis is supported, at a p of at most this (METHODS §§4, 5). */
export const ALPHA = 0.05;

/** Documents below which no two of their values enclose the median at 95 %: 2 · .5ⁿ > .05 for n < 6. */
export const MEDIAN_MIN_DOCUMENTS = 6;

/** Passages that an encoder worker finishes between two reports: work lost at most by its death. */
export const EMBED_BATCH = 64;

/**
 * UTF-16 units that the tokenizer library is given at once: it spreads a list of as many tokens over
 * a function's arguments, of which V8's stack holds some 120,000.
 */
export const TEXT_SLICE = 2 ** 15;

/** Passages handed to the encoder worker at once, so that no task copies a whole large corpus. */
export const EMBED_SLICE = 2048;

/** Passages whose kept vectors are asked for in one transaction, while keys of the next are made. */
export const RECALL_BATCH = 256;

/** Passages of a transformer that a worker takes at a time, tenths of a second; fewer towards the end, so that none idles. */
export const EMBED_GRAIN = 4;

/** Passages in one batch on a graphics processor: beyond this padding costs more than launching saves. */
export const GPU_BATCH = 16;

/** Passages among which batches for a graphics processor are sorted by length. */
export const GPU_WINDOW = 256;

/**
 * Passages below which no graphics processor is tried: it would save less time than fetching 3 MB of
 * runtime and trying it takes.
 */
export const GPU_MIN_PASSAGES = 300;

/** Encoder workers at most: beyond this they share caches and memory lanes that they already saturate. */
export const MAX_ENCODER_WORKERS = 8;

/** Passages that make a further encoder worker worth the second that it takes to load its model. */
export const PASSAGES_PER_WORKER = 16;

/** Memory of an encoder worker, bytes: the runtime, and its model in so many copies (measured: 120–170 MB at 23 MB). */
export const ENCODER_RUNTIME_BYTES = 60 * 2 ** 20;
export const ENCODER_MODEL_COPIES = 4;

/** What share of the machine's memory all encoder workers together may take. */
export const ENCODER_MEMORY_SHARE = 1 / 4;

/** Milliseconds after which encoder workers without work, but for one, give their memory back. */
export const ENCODER_IDLE_MS = 60_000;

/** Cosine with the known vectors below which a device is refused (float weights, 8-bit weights). */
export const CHECK_COSINE = 0.999;
export const CHECK_COSINE_Q8 = 0.98;

/** Times that a worker is started anew for one job before it is reported as unavailable. */
export const WORKER_ATTEMPTS = 3;

/**
 * Ms without a sign of life after which the reader of a file counts as stuck, and ms more for each of
 * its bytes: a minute, and four for the largest file. Parsers that let no message in take seconds.
 */
export const SILENCE_MS = 60_000;
export const SILENCE_MS_PER_BYTE = 2 / 1024;

/** Files handed to the ingest worker at once, and their bytes: a message costs as much as a small file. */
export const READ_FILES = 64;
export const READ_BYTES = 2 ** 20;

/** UTF-16 units of drafts that the ingest worker hands over at once: copying them takes about 5 ms. */
export const READ_PART_CHARS = 2 ** 20;

/** Ms after which less is handed over as well: what was found so far is seen to grow. */
export const READ_PART_MS = 100;

/** UTF-16 units in one line of JSON: a document of the longest length with every character escaped. */
export const MAX_JSON_LINE = 6 * MAX_DOCUMENT_CHARS;

/** Problems listed for one file; further ones are only counted. */
export const MAX_PROBLEMS_PER_FILE = 100;

/** Malformed records, if they outnumber the good ones, after which a file is given up (about 50 ms). */
export const MAX_MALFORMED_RECORDS = 10_000;

/** Documents read from one file: ten times what the views are built for; a draft takes about 0.5 kB. */
export const MAX_RECORDS_PER_FILE = 100_000;

/** UTF-16 units of a situation that is typed: more than any scenario of the demo, embedded while one waits. */
export const MAX_PROBE_CHARS = 20_000;

/** UTF-16 units of a title taken from a file: two lines on a wide screen. */
export const MAX_TITLE_CHARS = 200;

/** UTF-16 units of a title made of a text's first words: one line of a list beside the name of its group. */
export const OPENING_CHARS = 60;

/** Steps that can be undone; each keeps the documents that it removed in memory. */
export const HISTORY_STEPS = 100;

/** UTF-16 units that a rule is asked about between two signs of life: a plain expression takes some ms. */
export const RULE_STEP_CHARS = 2 ** 18;

/** Milliseconds after which a rule that gives no sign of life is stopped: a thousand times as long. */
export const RULE_SILENCE_MS = 4000;

/** UTF-16 units read between two rests of the ingest worker, about 5 ms: a pause takes effect there. */
export const BREATH_CHARS = 2 ** 19;

/** Documents behind a percentile within the corpus (METHODS §3.2). */
export const CORPUS_MIN_DOCUMENTS = 30;

/** Items on either side below which nothing is said of hubs, and the most in a list of nearest (METHODS §3.7). */
export const HUB_ITEMS = 10;

/** Random lists behind the limit of a hub warning (METHODS §3.7). */
export const HUB_RANDOM_LISTS = 200;

/** Documents on which the space is diagnosed: their nearest neighbours take a fifth of a second. */
export const DIAGNOSIS_DOCUMENTS = 2000;

/** Twins, or examples of either pole, below which no axis is called supported (METHODS §4). */
export const AXIS_MIN_EXAMPLES = 6;

/** Topics that these must come from (METHODS §4). */
export const AXIS_MIN_TOPICS = 3;

/** Arrangements of signs up to which all are gone through (METHODS §4). */
export const EXACT_ARRANGEMENTS = 4096;

/** Seeded relabellings where there are more (METHODS §4). */
export const RELABELLINGS = 999;

/** Groups of topics held out in turn by a discriminant: every topic by itself up to this many. */
export const MAX_FOLDS = 10;

/** Multiplications that the relabellings of one discriminant may take: a few seconds in one worker. */
export const RELABELLING_WORK = 5e9;

/** Lemmas that an axis of wording is made of: those that most examples use. */
export const WORDING_LEMMAS = 500;

/** UTF-16 units of text handed to the ingest worker at once: copying them there and back takes about 10 ms. */
export const CUT_SLICE_CHARS = 2 ** 19;

/** UTF-16 units of text cut into passages to be embedded in one task of the page: about 5 ms. */
export const GATHER_CHARS = 2 ** 19;

/** Bytes of texts and vectors handed to the analysis at once: copying them takes about 10 ms. */
export const SPACE_SLICE_BYTES = 2 ** 19;

/** UTF-16 units of documents copied into the store in one task of the page: about 10 ms. */
export const STORE_SLICE_CHARS = 2 ** 18;

/** What any document adds to such a slice, whatever its text: a thousand short ones take as long as two megabytes. */
export const DOCUMENT_COST = 2 ** 11;

/** Documents and scenarios on which encoders are compared: eight settings of them take some ten seconds. */
export const AGREEMENT_DOCUMENTS = 2000;
export const AGREEMENT_SCENARIOS = 100;

/** Nearest documents whose overlap between two spaces is counted. */
export const AGREEMENT_NEIGHBOURS = 10;

/** Robust pairs that are listed: the rest is marked where it is shown. */
export const AGREEMENT_PAIRS = 20;

/**
 * Rows up to which every row's nearest are searched exactly, which takes n²/2 cosines: 7 s at 100
 * dims on one core. Beyond, the search is approximate and its recall is measured.
 */
export const EXACT_NEIGHBOURS_ROWS = 20_000;

/** Rows whose exact neighbours tell the recall: a standard error of about .005. */
export const RECALL_SAMPLE = 500;

/** Points up to which the faithfulness of a map is computed from all of them: about a second. */
export const FAITHFULNESS_EXACT_POINTS = 5000;

/** Points that stand for all where there are more. */
export const FAITHFULNESS_SAMPLE = 2000;

/** Multiplications up to which principal components are exact: a fifth of a second. */
export const EXACT_PCA_WORK = 2e8;

/** Marks in view up to which each is drawn with its shape and smooth edges: 3 to 4 ms a frame. */
export const SMOOTH_MARKS = 10_000;

/** Scenarios that keep their shapes among points that crowd, so that a test is never lost in them. */
export const CROWD_SCENARIOS = 2000;

/** Points up to which a change of layout glides: more would be a handful of jerks. */
export const GLIDING_POINTS = 50_000;

/** Gathered documents that are ranked together: each takes one worker some 20 ms in a corpus of 10,000. */
export const MAX_TOGETHER = 200;
