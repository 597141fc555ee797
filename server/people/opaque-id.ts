const FIRST = { start: 0x811c9dc5, factor: 0x01000193 };
const SECOND = { start: 0x9747b28c, factor: 0x5bd1e995 };

/**
 * Sixteen hexadecimal digits that are the same for the same text on every machine and tell nothing of it to a reader: two
 * FNV-1a hashes with different factors, mixed by MurmurHash3's last step. Not a secret: who can guess the text can check it.
 */
export function opaqueId(text: string): string {
  let [one, other] = [FIRST.start, SECOND.start];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, FIRST.factor);
    other = Math.imul(other ^ unit, SECOND.factor);
    other = (other << 13) | (other >>> 19);
  }
  return hex(mixed(one ^ Math.imul(other, FIRST.factor))) + hex(mixed(other ^ text.length));
}

function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function hex(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}
