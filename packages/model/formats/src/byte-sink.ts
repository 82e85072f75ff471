/** A growing byte buffer with cheap small copies; `take` hands over what was written and starts afresh. */
export type ByteSink = {
  copy: (bytes: Uint8Array, from: number, to: number) => void;
  byte: (value: number) => void;
  take: () => Uint8Array;
};

export function createByteSink(initial = 1 << 16): ByteSink {
  let buffer = new Uint8Array(initial);
  let length = 0;
  const ensure = (more: number): void => {
    if (length + more <= buffer.length) return;
    const grown = new Uint8Array(Math.max(buffer.length * 2, length + more));
    grown.set(buffer.subarray(0, length));
    buffer = grown;
  };
  return {
    copy(bytes, from, to) {
      const size = to - from;
      if (size <= 0) return;
      ensure(size);
      if (size > 48) buffer.set(bytes.subarray(from, to), length);
      else for (let i = 0; i < size; i++) buffer[length + i] = bytes[from + i] as number;
      length += size;
    },
    byte(value) {
      ensure(1);
      buffer[length++] = value;
    },
    take() {
      const taken = buffer.subarray(0, length);
      buffer = new Uint8Array(Math.max(initial, Math.min(buffer.length, length + (length >> 3))));
      length = 0;
      return taken;
    },
  };
}
