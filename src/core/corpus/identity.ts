import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Role } from './model.ts';

/**
 * Content hash: the first 64 bits of SHA-256 over the parts, as 16 hex digits. Synchronous and
 * independent of a secure context, which `crypto.subtle` is not. Parts are length-prefixed, so
 * that no two lists of parts share an encoding. Lone surrogates hash as U+FFFD.
 */
export function contentHash(...parts: readonly string[]): string {
  const framed = parts.map((part) => `${part.length}:${part}`).join('');
  return bytesHash(utf8ToBytes(framed));
}

/** The first 64 bits of SHA-256 over some bytes, as 16 hex digits. */
export function bytesHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes)).slice(0, 16);
}

export function documentId(role: Role, text: string): string {
  return contentHash('document', role, text);
}

export function groupId(role: Role, name: string): string {
  return contentHash('group', role, name);
}
