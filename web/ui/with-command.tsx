import { Typed } from './typed.tsx';

/** A sentence in which a command to type is set as one. */
export function WithCommand({ text }: { text: string }) {
  const [before = '', command, after = ''] = text.split(/(npm run uptake -- \w+)/);
  if (command === undefined) return text;
  return (
    <>
      {before}
      <Typed line={command} />
      {after}
    </>
  );
}
