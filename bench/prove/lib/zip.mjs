import { crc32, deflateRawSync } from 'node:zlib';

const utf8Flag = 0x0800;
const descriptorFlag = 0x0008;
const full = 0xffffffff;

/**
 * A zip archive of `{name, data, level, stored, descriptor, zip64, extra}`. `level`: of deflate; `descriptor`: sizes and
 * checksum stand behind the data only; `zip64`: they stand in wide fields; `extra`: a foreign field in the headers.
 */
export function zip(entries, { comment = Buffer.alloc(0) } = {}) {
  const locals = [];
  const directory = [];
  let at = 0;
  for (const entry of entries) {
    const { local, central } = records(entry, at);
    locals.push(local);
    directory.push(central);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...locals, central, endRecord(entries.length, central.length, at, comment)]);
}

function records({ name, data, stored, descriptor, zip64, extra, level = 6 }, at) {
  const packed = stored ? data : deflateRawSync(data, { level });
  const path = Buffer.from(name);
  const crc = crc32(data);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(zip64 ? 45 : 20, 0);
  common.writeUInt16LE(utf8Flag | (descriptor ? descriptorFlag : 0), 2);
  common.writeUInt16LE(stored ? 0 : 8, 4);
  common.writeUInt32LE(0x5a21_6a3b, 6);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(zip64 ? full : packed.length, 14);
  common.writeUInt32LE(zip64 ? full : data.length, 18);
  common.writeUInt16LE(path.length, 22);
  const foreign = extra ? Buffer.from('\x75\x70\x04\x00abcd', 'latin1') : Buffer.alloc(0);
  const sizes = [data.length, packed.length];

  const localFields = Buffer.concat([foreign, zip64 ? wideField(sizes) : Buffer.alloc(0)]);
  const localCommon = Buffer.from(common);
  if (descriptor) localCommon.fill(0, 10, zip64 ? 14 : 22);
  localCommon.writeUInt16LE(localFields.length, 24);
  const behind = descriptor ? descriptorOf(crc, sizes, zip64) : Buffer.alloc(0);
  const local = [Buffer.from('PK\x03\x04', 'latin1'), localCommon, path, localFields, packed, behind];

  const centralFields = Buffer.concat([foreign, zip64 ? wideField([...sizes, at]) : Buffer.alloc(0)]);
  common.writeUInt16LE(centralFields.length, 24);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(zip64 ? full : at, 10);
  const central = [Buffer.from('PK\x01\x02\x2d\0', 'latin1'), common, rest, path, centralFields];
  return { local: Buffer.concat(local), central: Buffer.concat(central) };
}

function wideField(values) {
  const bytes = Buffer.alloc(4 + values.length * 8);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return bytes;
}

function descriptorOf(crc, [size, packed], zip64) {
  const bytes = Buffer.alloc(zip64 ? 24 : 16);
  bytes.write('PK\x07\x08', 0, 'latin1');
  bytes.writeUInt32LE(crc, 4);
  if (zip64) {
    bytes.writeBigUInt64LE(BigInt(packed), 8);
    bytes.writeBigUInt64LE(BigInt(size), 16);
  } else {
    bytes.writeUInt32LE(packed, 8);
    bytes.writeUInt32LE(size, 12);
  }
  return bytes;
}

function endRecord(entries, size, at, comment) {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, comment]);
}
