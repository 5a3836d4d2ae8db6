import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * Revision of a static model: the first 64 bits of SHA-256 over its weights and its tokenizer, as 16
 * hex digits. Nothing else in its folder changes a vector.
 */
export function staticRevision(weights: Uint8Array, tokenizer: Uint8Array): string {
  return bytesToHex(sha256.create().update(weights).update(tokenizer).digest()).slice(0, 16);
}
