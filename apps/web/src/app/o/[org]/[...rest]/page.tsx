import { notFound } from 'next/navigation';

/** Any other address inside an organisation: not found, within its frame. */
export default function UnknownPage() {
  notFound();
}
