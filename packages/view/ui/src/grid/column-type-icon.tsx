import {
  Calendar,
  CalendarClock,
  Fingerprint,
  Hash,
  Image,
  List,
  Percent,
  Shapes,
  ToggleLeft,
  Type,
} from 'lucide-react';
import type { GridColumnType } from './grid-types.ts';

const icons: Record<GridColumnType, typeof Hash> = {
  integer: Hash,
  decimal: Percent,
  boolean: ToggleLeft,
  category: List,
  date: Calendar,
  datetime: CalendarClock,
  text: Type,
  identifier: Fingerprint,
  image: Image,
  other: Shapes,
};

/** A mark for a column's type; decorative, the type stands in words beside it or in the name. */
export function ColumnTypeIcon({
  type,
  className,
}: {
  type: GridColumnType;
  className?: string | undefined;
}) {
  const Icon = icons[type];
  return <Icon aria-hidden className={className ?? 'size-3.5 shrink-0 text-fg-muted'} />;
}
