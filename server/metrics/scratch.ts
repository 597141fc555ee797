/**
 * Room for the numbers of one question, used again by the next one: arrays of some megabytes that are made and dropped with every
 * question would keep a multiple of them occupied. Whoever asks for it may use it until somebody else does.
 */
export function scratch(): (size: number) => Int32Array {
  let room = new Int32Array(0);
  return (size) => {
    if (room.length < size) room = new Int32Array(size);
    return room.subarray(0, size);
  };
}
