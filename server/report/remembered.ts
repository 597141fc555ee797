/** What was found for a key, or is found now; of more keys than `most` the one asked for longest ago is forgotten. */
export function remembered<Value>(most: number): (key: string, find: () => Value) => Value {
  const values = new Map<string, Value>();
  return (key, find) => {
    const value = values.get(key) ?? find();
    values.delete(key);
    values.set(key, value);
    for (const oldest of values.keys()) {
      if (values.size <= most) break;
      values.delete(oldest);
    }
    return value;
  };
}
