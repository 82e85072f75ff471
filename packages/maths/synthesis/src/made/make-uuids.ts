import { createPermutation, createStream, drawBlock } from '@assay/random';
import type { CategoryColumn } from '@assay/stats';
import type { UuidPlan } from '../plan/column-plan.ts';
import type { MadeRows } from './made-rows.ts';
import { uniqueTexts } from './unique-texts.ts';

/** Bits that a permutation of the row index fills, so that no two rows agree in them. */
const UNIQUE_BITS = 48;

/** Texts in the form of UUIDs of version 4 (RFC 9562): the first 48 bits are unique, the others drawn. */
export function makeUuids({ name }: UuidPlan, { seed, from, to }: MadeRows): CategoryColumn {
  const stream = createStream(seed, `uuid/${name}`);
  const permutation = createPermutation(createStream(seed, `uuid-order/${name}`), 2 ** UNIQUE_BITS);
  const words = new Uint32Array(4);
  return uniqueTexts(name, to - from, (at) => {
    drawBlock(stream, from + at, 0, 0, words);
    const head = hex(permutation.at(from + at), 12);
    const third = hex(words[0]! & 0xfff, 3);
    const fourth = hex(0x8000 | (words[1]! & 0x3fff), 4);
    const tail = hex(words[2]!, 8) + hex(words[3]! & 0xffff, 4);
    return `${head.slice(0, 8)}-${head.slice(8)}-4${third}-${fourth}-${tail}`;
  });
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
