/** First bytes of formats that are mistaken for text, or renamed to it; all in Latin-1. */
const MAGIC = [
  '%PDF-',
  'PK\x03\x04',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  '\x1f\x8b',
  'BZh',
  '7z\xbc\xaf',
  'Rar!',
  '\x28\xb5\x2f\xfd',
  '\xd0\xcf\x11\xe0',
  '{\\rtf',
  '\x7fELF',
  'SQLite format 3',
];

/** Bytes looked at for control characters, and the share of them that no text has. */
const SAMPLE = 2 ** 16;
const MAX_CONTROL_SHARE = 0.01;

/**
 * Whether the first bytes of a file (UTF-16 aside) are of something else than text: a known magic
 * number, or more than 1 % control characters in the first 64 KiB.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  if (MAGIC.some((magic) => startsWith(bytes, magic))) return true;
  const sample = bytes.subarray(0, SAMPLE);
  let control = 0;
  for (const byte of sample) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) control++;
  return control > sample.length * MAX_CONTROL_SHARE;
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  for (let i = 0; i < magic.length; i++) if (bytes[i] !== magic.charCodeAt(i)) return false;
  return true;
}
