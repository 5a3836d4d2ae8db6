import { AppError } from '../../errors.ts';
import { looksBinary } from './binary.ts';

/** What windows-1252 has at 0x80–0x9f, where Latin-1 has control characters. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

interface Decoded {
  /** Without byte-order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Bytes as text: UTF-16 where a byte-order mark says so, UTF-8 where the bytes are valid UTF-8,
 * else windows-1252, in which every byte means something.
 *
 * @param file - name for the error
 * @throws AppError `file-binary`; `file-empty` for no bytes or white space alone
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const sniffer = new Sniffer(file);
  sniffer.see(bytes);
  const encoding = sniffer.encoding();
  const text = new PartDecoder(encoding, file).last(bytes);
  if (!/\S/.test(text)) throw new AppError('file-empty', { file });
  return { text, encoding };
}

/** Finds out, part by part, how the bytes of a file mean text. */
export class Sniffer {
  readonly #file: string;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  #marked: Encoding | null = null;
  #valid = true;
  #first = true;

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes the next bytes. @throws AppError `file-binary` */
  see(bytes: Uint8Array): void {
    if (this.#first) this.#marked = utf16(bytes);
    const binary = this.#first ? looksBinary(bytes) : false;
    this.#first = false;
    if (this.#marked) return;
    if (binary || bytes.includes(0)) throw new AppError('file-binary', { file: this.#file });
    this.#decodes(bytes, true);
  }

  /** Of all that was seen. */
  encoding(): Encoding {
    if (this.#marked) return this.#marked;
    this.#decodes(new Uint8Array(0), false);
    return this.#valid ? 'utf-8' : 'windows-1252';
  }

  #decodes(bytes: Uint8Array, stream: boolean): void {
    if (!this.#valid) return;
    try {
      this.#utf8.decode(bytes, { stream });
    } catch {
      this.#valid = false;
    }
  }
}

/** Decodes a file whose encoding is known, part by part. */
export class PartDecoder {
  readonly #file: string;
  readonly #encoding: Encoding;
  readonly #decoder: TextDecoder;

  constructor(encoding: Encoding, file: string) {
    this.#file = file;
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding);
  }

  /** The text of the next bytes; what the following ones complete is held back. @throws AppError `file-binary` */
  next(bytes: Uint8Array): string {
    return this.#mended(this.#decoder.decode(bytes, { stream: true }));
  }

  /** The text of the last bytes. @throws AppError `file-binary` */
  last(bytes: Uint8Array): string {
    return this.#mended(this.#decoder.decode(bytes));
  }

  #mended(text: string): string {
    if (this.#encoding === 'windows-1252') return windows1252(text);
    if (this.#encoding !== 'utf-8' && text.includes('\0')) {
      throw new AppError('file-binary', { file: this.#file });
    }
    return text;
  }
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Some releases of Node decode "windows-1252" as Latin-1 (nodejs/node#56542); browsers do not. */
function windows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (character) => HIGH.charAt(character.charCodeAt(0) - 0x80));
}
