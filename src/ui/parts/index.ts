export { Badge, type Tone } from './badge.tsx';
export { Button, type ButtonKind, ButtonLink, type ButtonProps } from './button.tsx';
export { Card, type CardProps, Split, Stack } from './card.tsx';
export { CheckboxField, type CheckboxFieldProps } from './checkbox-field.tsx';
export { type Column, DataTable, type DataTableProps } from './data-table.tsx';
export { Deadline, type DeadlineProps } from './deadline.tsx';
export { type DescriptionItem, DescriptionList, type DescriptionListProps } from './description-list.tsx';
export { EmptyState } from './empty-state.tsx';
export { ErrorSummary, type ErrorSummaryProps } from './error-summary.tsx';
export { controlProps, Field, type FieldBase, fieldId } from './field.tsx';
export { FilterBar, type FilterBarProps } from './filter-bar.tsx';
export { Actions, FieldRow, Form, type FormProps } from './form.tsx';
export { Hidden, HiddenFields } from './hidden.tsx';
export { Icon } from './icon.tsx';
export { KeysetPager, type KeysetPagerProps } from './keyset-pager.tsx';
export { LiveTotal, type TotalKind } from './live-total.tsx';
export { Notice, type NoticeProps } from './notice.tsx';
export { NumberField, type NumberFieldProps } from './number-field.tsx';
export { PageHeading, type PageHeadingProps } from './page-heading.tsx';
export { PhoneLink } from './phone-link.tsx';
export { type RadioCard, RadioCards, type RadioCardsProps, type RadioGroup } from './radio-cards.tsx';
export { Results, type ResultsProps } from './results.tsx';
export { SaveAs } from './save-as.tsx';
export { SelectField, type SelectFieldProps, type SelectOption } from './select-field.tsx';
export { Steps, type StepsProps } from './steps.tsx';
export {
  DateField,
  EmailField,
  PasswordField,
  TextAreaField,
  TextField,
  type TextFieldProps,
} from './text-field.tsx';
export { Timeline, type TimelineEntry } from './timeline.tsx';
