import { type LabelImportUse, MOST_SOURCE_NAME, shortened } from '@assay/contracts';

/** Who a file of another tool says drew something: a person, or a program that predicts. */
type SaidOrigin = 'annotation' | 'prediction';

/**
 * What counts of a file that holds what people drew beside what programs predicted: only people answer and vouch, and
 * what is proposed are the predictions. A file without any proposes what is drawn in it: most tools keep no difference.
 */
export function countedOrigin(use: LabelImportUse, holdsPredictions: boolean): SaidOrigin {
  return use === 'prelabels' && holdsPredictions ? 'prediction' : 'annotation';
}

/**
 * Who an answer is by: as somebody said for the whole file, with the name that the file has behind it where it tells
 * several apart. A file's own name stands alone where nobody said any.
 */
export function sourceOfAuthor(given: string, author: string | null, isOneOfSeveral: boolean): string {
  const name = shortened(author ?? '', MOST_SOURCE_NAME);
  if (given === '' || name === '') return given === '' ? name : given;
  if (!isOneOfSeveral) return given;
  // What is given is the same of all of them: it is cut first.
  const own = shortened(name, MOST_SOURCE_NAME - 3);
  return `${shortened(given, MOST_SOURCE_NAME - 2 - [...own].length)}: ${own}`;
}
