import { AppError } from '../../errors.ts';
import { isBinary } from './binary.ts';

/** What windows-1252 has at 0x80–0x9f, where Latin-1 has control characters. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

interface Decoded {
  /** Without byte-order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/**
 * Bytes as text: UTF-16 where a byte-order mark says so, UTF-8 where the bytes are valid UTF-8,
 * else windows-1252, in which every byte means something.
 *
 * @param file - name for the error
 * @throws AppError `file-binary`; `file-empty` for no bytes or white space alone
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const decoded = bySignature(bytes, file);
  if (!/\S/.test(decoded.text)) throw new AppError('file-empty', { file });
  return decoded;
}

function bySignature(bytes: Uint8Array, file: string): Decoded {
  const encoding = utf16(bytes);
  if (encoding) {
    const text = new TextDecoder(encoding).decode(bytes);
    if (text.includes('\0')) throw new AppError('file-binary', { file });
    return { text, encoding };
  }
  if (isBinary(bytes)) throw new AppError('file-binary', { file });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: windows1252(bytes), encoding: 'windows-1252' };
  }
}

function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Some releases of Node decode "windows-1252" as Latin-1 (nodejs/node#56542); browsers do not. */
function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (character) => HIGH.charAt(character.charCodeAt(0) - 0x80));
}
