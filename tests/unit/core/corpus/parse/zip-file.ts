import { crc32, deflateRawSync } from 'node:zlib';

export interface Member {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the archive says of it, where that is not true. */
  readonly declares?: {
    readonly size?: number;
    readonly crc?: number;
    readonly flags?: number;
    readonly offset?: number;
    /** In a zip64 extra field, the 32-bit one being 0xffffffff. */
    readonly size64?: bigint;
  };
}

/** A zip archive written out by the specification (APPNOTE 6.3.10, §4.3), so that it can lie. */
export function zipFile(members: readonly Member[]): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declares = {} } of members) {
    const bytes = Buffer.from(content);
    const data = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const { flags = 0x800, crc = crc32(bytes), size = bytes.length, size64 } = declares;
    const extra = Buffer.alloc(size64 === undefined ? 0 : 12);
    if (size64 !== undefined) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(8, 2);
      extra.writeBigUInt64LE(size64, 4);
    }
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(size64 === undefined ? 20 : 45, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(size64 === undefined ? size : 0xffffffff, 18);
    fields.writeUInt16LE(path.length, 22);
    fields.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, path, extra, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(declares.offset ?? offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, path, extra]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end]));
}
