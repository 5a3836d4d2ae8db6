import type { HubFile } from '../../core/hub/listing.ts';

/**
 * What is wrong with a file's bytes, or null: their number and, where the hub tells a hash, that.
 * The hub tells SHA-256 of the content for large files and Git's hash of a blob for all others.
 */
export async function fault(
  { bytes, hash }: HubFile,
  content: Uint8Array<ArrayBuffer>,
): Promise<string | null> {
  if (content.length !== bytes) return `it has ${content.length} bytes instead of ${bytes}`;
  if (!hash) return null;
  const digest =
    hash.of === 'content'
      ? await crypto.subtle.digest('SHA-256', content)
      : await crypto.subtle.digest('SHA-1', asBlob(content));
  return hex(digest) === hash.hex ? null : 'its content is not what the hub says';
}

/** What Git hashes of a file: its kind and length, a zero byte, its content. */
function asBlob(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(`blob ${content.length}\0`);
  const blob = new Uint8Array(header.length + content.length);
  blob.set(header);
  blob.set(content, header.length);
  return blob;
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
