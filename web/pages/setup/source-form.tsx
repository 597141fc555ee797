import type { AskedSource } from '../../../server/contract/index.ts';
import type { SetupEdits } from '../../api/setup.ts';
import { AskedForm, type AskedFormProps } from './asked-form.tsx';

type SourceFormProps = Pick<AskedFormProps, 'of' | 'fields'> & {
  asked: (values: Readonly<Record<string, string>>) => AskedSource;
  edits: SetupEdits;
};

/** A source to read from. */
export function SourceForm({ asked, edits, ...form }: SourceFormProps) {
  return <AskedForm {...form} ask={(values, keep) => edits.ask(asked(values), keep)} />;
}
