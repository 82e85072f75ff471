export { Button, type ButtonProps, LinkButton, type LinkButtonProps } from './actions/button.tsx';
export type { ButtonSize, ButtonVariant } from './actions/button-style.ts';
export { CopyButton, type CopyButtonProps } from './actions/copy-button.tsx';
export { IconButton, type IconButtonProps, IconLink, type IconLinkProps } from './actions/icon-button.tsx';
export { Spinner } from './actions/spinner.tsx';
export { TextLink } from './actions/text-link.tsx';
export { type BoxItem, BoxSummary, type BoxSummaryProps } from './charts/box-summary.tsx';
export {
  BarChart,
  type BarChartProps,
  type CategoryItem,
  IntervalPlot,
  type IntervalPlotProps,
} from './charts/category-charts.tsx';
export { ChartFrame, type ChartFrameProps, type ChartTableRow } from './charts/chart-frame.tsx';
export type { ChartTheme } from './charts/chart-theme.ts';
export { EChart, type EChartProps } from './charts/echart.tsx';
export { Heatmap, type HeatmapProps } from './charts/heatmap.tsx';
export { Histogram, type HistogramProps } from './charts/histogram.tsx';
export { LineChart, type LineChartProps, type LineSeries } from './charts/line-chart.tsx';
export { Sparkline, type SparklineProps } from './charts/sparkline.tsx';
export { type SharePart, StackedShare, type StackedShareProps } from './charts/stacked-share.tsx';
export { Avatar, type AvatarProps } from './data/avatar.tsx';
export { Badge, type BadgeProps, StatusBadge } from './data/badge.tsx';
export { CodeBlock, type CodeBlockProps } from './data/code-block.tsx';
export {
  DataTable,
  type DataTableProps,
  type SortDirection,
  type SortState,
  type TableColumn,
} from './data/data-table.tsx';
export { DiffText, type DiffTextProps } from './data/diff-text.tsx';
export { Bytes, Duration, NumberText, type NumberTextProps } from './data/figures.tsx';
export { Kbd, type KbdProps } from './data/kbd.tsx';
export { KeyValue, type KeyValueItem, type KeyValueProps } from './data/key-value.tsx';
export {
  type MeasurementHistoryPoint,
  MeasurementPanel,
  type MeasurementPanelProps,
} from './data/measurement-panel.tsx';
export { DateTime, type DateTimeProps, TimeAgo } from './data/moment.tsx';
export { Pagination, type PaginationProps } from './data/pagination.tsx';
export { ScrollRegion, type ScrollRegionProps } from './data/scroll-region.tsx';
export { Stat, type StatProps } from './data/stat.tsx';
export { Banner, Callout, type CalloutProps } from './feedback/callout.tsx';
export { Progress, type ProgressProps, ProgressRing, type ProgressRingProps } from './feedback/progress.tsx';
export { Skeleton, SkeletonPage, SkeletonRows } from './feedback/skeleton.tsx';
export { EmptyState, type EmptyStateProps, ErrorState, type ErrorStateProps } from './feedback/states.tsx';
export { type Step, Stepper, type StepperProps, type StepState } from './feedback/stepper.tsx';
export { Toaster, type ToastInput, useToast } from './feedback/toaster.tsx';
export { Chip, type ChipProps, FilterBar, type FilterBarProps, type FilterItem } from './forms/chip.tsx';
export {
  Checkbox,
  type CheckboxProps,
  RadioGroup,
  type RadioGroupProps,
  type RadioOption,
  Switch,
  type SwitchProps,
} from './forms/choice.tsx';
export { Combobox, type ComboboxOption, type ComboboxProps } from './forms/combobox.tsx';
export { type FormError, FormErrorSummary, type FormErrorSummaryProps } from './forms/error-summary.tsx';
export { Field, type FieldProps } from './forms/field.tsx';
export { type FieldControl, useFieldControl } from './forms/field-context.ts';
export { FileDrop, type FileDropProps } from './forms/file-drop.tsx';
export type { TreeFile } from './forms/files-of-drop.ts';
export { DateInput, type DateInputProps, Input, type InputProps, Textarea } from './forms/input.tsx';
export { MultiSelect, type MultiSelectProps } from './forms/multi-select.tsx';
export { NumberInput, type NumberInputProps } from './forms/number-input.tsx';
export { SearchInput, type SearchInputProps } from './forms/search-input.tsx';
export { Select, type SelectOption, type SelectProps } from './forms/select.tsx';
export { ColumnTypeIcon } from './grid/column-type-icon.tsx';
export { DataGrid, type DataGridProps } from './grid/data-grid.tsx';
export type { GridCell, GridColumn, GridColumnType, GridRow, GridSort } from './grid/grid-types.ts';
export { useAlive } from './hooks/use-alive.ts';
export { type Hotkey, useHotkeys } from './hooks/use-hotkeys.ts';
export { useMediaQuery } from './hooks/use-media-query.ts';
export { useTheme } from './hooks/use-theme.ts';
export { defaultLabels, type UiLabelOverrides, type UiLabels } from './labels.ts';
export { AppShell, type AppShellProps } from './layout/app-shell.tsx';
export { Breadcrumbs, type BreadcrumbsProps, type Crumb } from './layout/breadcrumbs.tsx';
export { Card, type CardProps, SectionHeader, type SectionHeaderProps } from './layout/card.tsx';
export { PageHeader, type PageHeaderProps } from './layout/page-header.tsx';
export { type NavItem, type NavSection, SidebarNav, type SidebarNavProps } from './layout/sidebar-nav.tsx';
export {
  type LinkTab,
  LinkTabs,
  type LinkTabsProps,
  type TabItem,
  Tabs,
  type TabsProps,
} from './layout/tabs.tsx';
export { ThemeToggle, type ThemeToggleProps } from './layout/theme-toggle.tsx';
export { cn } from './lib/cn.ts';
export { diffWords } from './lib/diff.ts';
export { fill } from './lib/fill.ts';
export {
  type DateStyle,
  formatBytes,
  formatDuration,
  formatInterval,
  formatMoment,
  formatNumber,
  formatRelative,
  formatShare,
  initials,
  type NumberStyle,
} from './lib/format.ts';
export { type GridPosition, type GridShape, moveInGrid } from './lib/grid-keys.ts';
export { matchSteps, writeKey } from './lib/hotkey.ts';
export { isTheme, type Theme } from './lib/theme.ts';
export type { Tone } from './lib/tone.tsx';
export {
  type LinkLikeProps,
  UiLink,
  UiProvider,
  type UiProviderProps,
  useLabels,
  useUi,
} from './lib/ui-provider.tsx';
export {
  type CommandGroup,
  type CommandItem,
  CommandPalette,
  type CommandPaletteProps,
} from './overlays/command-palette.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './overlays/confirm-dialog.tsx';
export { Dialog, DialogClose, type DialogProps, Sheet, type SheetProps } from './overlays/dialog.tsx';
export {
  DropdownMenu,
  type DropdownMenuProps,
  type MenuGroup,
  type MenuItem,
} from './overlays/dropdown-menu.tsx';
export { Popover, type PopoverProps } from './overlays/popover.tsx';
export {
  KeyboardShortcutsDialog,
  type KeyboardShortcutsDialogProps,
  type ShortcutGroup,
} from './overlays/shortcuts-dialog.tsx';
export { Tooltip, type TooltipProps } from './overlays/tooltip.tsx';
