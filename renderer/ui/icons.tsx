import {
  ApartmentOutlined as ApartmentOutlinedSign,
  ArrowDownOutlined as ArrowDownOutlinedSign,
  ArrowLeftOutlined as ArrowLeftOutlinedSign,
  ArrowRightOutlined as ArrowRightOutlinedSign,
  ArrowUpOutlined as ArrowUpOutlinedSign,
  AuditOutlined as AuditOutlinedSign,
  BarChartOutlined as BarChartOutlinedSign,
  BellOutlined as BellOutlinedSign,
  BranchesOutlined as BranchesOutlinedSign,
  BulbOutlined as BulbOutlinedSign,
  CalendarOutlined as CalendarOutlinedSign,
  CarryOutOutlined as CarryOutOutlinedSign,
  CheckCircleFilled as CheckCircleFilledSign,
  CheckCircleOutlined as CheckCircleOutlinedSign,
  CheckOutlined as CheckOutlinedSign,
  CheckSquareOutlined as CheckSquareOutlinedSign,
  ClockCircleFilled as ClockCircleFilledSign,
  ClockCircleOutlined as ClockCircleOutlinedSign,
  CloseCircleFilled as CloseCircleFilledSign,
  CloseOutlined as CloseOutlinedSign,
  CommentOutlined as CommentOutlinedSign,
  CompassOutlined as CompassOutlinedSign,
  ContainerOutlined as ContainerOutlinedSign,
  CopyOutlined as CopyOutlinedSign,
  DeleteOutlined as DeleteOutlinedSign,
  DisconnectOutlined as DisconnectOutlinedSign,
  DownloadOutlined as DownloadOutlinedSign,
  EditOutlined as EditOutlinedSign,
  EllipsisOutlined as EllipsisOutlinedSign,
  EnterOutlined as EnterOutlinedSign,
  ExclamationCircleFilled as ExclamationCircleFilledSign,
  ExportOutlined as ExportOutlinedSign,
  EyeOutlined as EyeOutlinedSign,
  FileDoneOutlined as FileDoneOutlinedSign,
  FileExcelOutlined as FileExcelOutlinedSign,
  FileExclamationOutlined as FileExclamationOutlinedSign,
  FilePdfOutlined as FilePdfOutlinedSign,
  FileTextOutlined as FileTextOutlinedSign,
  FilterOutlined as FilterOutlinedSign,
  FlagOutlined as FlagOutlinedSign,
  FormOutlined as FormOutlinedSign,
  GiftOutlined as GiftOutlinedSign,
  HistoryOutlined as HistoryOutlinedSign,
  ImportOutlined as ImportOutlinedSign,
  InfoCircleOutlined as InfoCircleOutlinedSign,
  InsertRowAboveOutlined as InsertRowAboveOutlinedSign,
  InsertRowBelowOutlined as InsertRowBelowOutlinedSign,
  LayoutOutlined as LayoutOutlinedSign,
  LeftOutlined as LeftOutlinedSign,
  LineChartOutlined as LineChartOutlinedSign,
  LockFilled as LockFilledSign,
  LockOutlined as LockOutlinedSign,
  MailOutlined as MailOutlinedSign,
  MedicineBoxOutlined as MedicineBoxOutlinedSign,
  MessageOutlined as MessageOutlinedSign,
  MinusCircleOutlined as MinusCircleOutlinedSign,
  MoreOutlined as MoreOutlinedSign,
  NotificationOutlined as NotificationOutlinedSign,
  PaperClipOutlined as PaperClipOutlinedSign,
  PauseOutlined as PauseOutlinedSign,
  PhoneOutlined as PhoneOutlinedSign,
  PlusCircleOutlined as PlusCircleOutlinedSign,
  PlusOutlined as PlusOutlinedSign,
  RedoOutlined as RedoOutlinedSign,
  RightOutlined as RightOutlinedSign,
  SafetyOutlined as SafetyOutlinedSign,
  SaveOutlined as SaveOutlinedSign,
  SearchOutlined as SearchOutlinedSign,
  SettingOutlined as SettingOutlinedSign,
  ShopOutlined as ShopOutlinedSign,
  SmileOutlined as SmileOutlinedSign,
  SolutionOutlined as SolutionOutlinedSign,
  SortDescendingOutlined as SortDescendingOutlinedSign,
  SwapOutlined as SwapOutlinedSign,
  SyncOutlined as SyncOutlinedSign,
  TableOutlined as TableOutlinedSign,
  TagOutlined as TagOutlinedSign,
  TeamOutlined as TeamOutlinedSign,
  ThunderboltOutlined as ThunderboltOutlinedSign,
  UndoOutlined as UndoOutlinedSign,
  UnlockOutlined as UnlockOutlinedSign,
  UploadOutlined as UploadOutlinedSign,
  WarningFilled as WarningFilledSign,
  WarningOutlined as WarningOutlinedSign,
} from '@ant-design/icons'
import type { ComponentProps, ComponentType } from 'react'

/**
 * The icons of our screens as decoration: a screen reader passes over them, because a word or a label of ours stands
 * beside each. (Ant Design's own read out their English file names.)
 */
type SignProps = ComponentProps<'span'>

const silent = (Sign: ComponentType<SignProps>) => (props: SignProps) => (
  <Sign aria-hidden="true" {...props} />
)

export const ApartmentOutlined = silent(ApartmentOutlinedSign)
export const ArrowDownOutlined = silent(ArrowDownOutlinedSign)
export const ArrowLeftOutlined = silent(ArrowLeftOutlinedSign)
export const ArrowRightOutlined = silent(ArrowRightOutlinedSign)
export const ArrowUpOutlined = silent(ArrowUpOutlinedSign)
export const BarChartOutlined = silent(BarChartOutlinedSign)
export const BranchesOutlined = silent(BranchesOutlinedSign)
export const CarryOutOutlined = silent(CarryOutOutlinedSign)
export const CheckCircleFilled = silent(CheckCircleFilledSign)
export const CheckCircleOutlined = silent(CheckCircleOutlinedSign)
export const CheckOutlined = silent(CheckOutlinedSign)
export const ClockCircleFilled = silent(ClockCircleFilledSign)
export const ClockCircleOutlined = silent(ClockCircleOutlinedSign)
export const CloseCircleFilled = silent(CloseCircleFilledSign)
export const CloseOutlined = silent(CloseOutlinedSign)
export const CopyOutlined = silent(CopyOutlinedSign)
export const DeleteOutlined = silent(DeleteOutlinedSign)
export const DisconnectOutlined = silent(DisconnectOutlinedSign)
export const DownloadOutlined = silent(DownloadOutlinedSign)
export const EditOutlined = silent(EditOutlinedSign)
export const EllipsisOutlined = silent(EllipsisOutlinedSign)
export const EnterOutlined = silent(EnterOutlinedSign)
export const ExclamationCircleFilled = silent(ExclamationCircleFilledSign)
export const ExportOutlined = silent(ExportOutlinedSign)
export const EyeOutlined = silent(EyeOutlinedSign)
export const FileDoneOutlined = silent(FileDoneOutlinedSign)
export const FileExcelOutlined = silent(FileExcelOutlinedSign)
export const FileExclamationOutlined = silent(FileExclamationOutlinedSign)
export const FilePdfOutlined = silent(FilePdfOutlinedSign)
export const FilterOutlined = silent(FilterOutlinedSign)
export const FlagOutlined = silent(FlagOutlinedSign)
export const GiftOutlined = silent(GiftOutlinedSign)
export const ImportOutlined = silent(ImportOutlinedSign)
export const InfoCircleOutlined = silent(InfoCircleOutlinedSign)
export const InsertRowAboveOutlined = silent(InsertRowAboveOutlinedSign)
export const InsertRowBelowOutlined = silent(InsertRowBelowOutlinedSign)
export const LayoutOutlined = silent(LayoutOutlinedSign)
export const LeftOutlined = silent(LeftOutlinedSign)
export const LineChartOutlined = silent(LineChartOutlinedSign)
export const LockFilled = silent(LockFilledSign)
export const LockOutlined = silent(LockOutlinedSign)
export const MinusCircleOutlined = silent(MinusCircleOutlinedSign)
export const MoreOutlined = silent(MoreOutlinedSign)
export const PauseOutlined = silent(PauseOutlinedSign)
export const PlusCircleOutlined = silent(PlusCircleOutlinedSign)
export const PlusOutlined = silent(PlusOutlinedSign)
export const RedoOutlined = silent(RedoOutlinedSign)
export const RightOutlined = silent(RightOutlinedSign)
export const SafetyOutlined = silent(SafetyOutlinedSign)
export const SaveOutlined = silent(SaveOutlinedSign)
export const SearchOutlined = silent(SearchOutlinedSign)
export const SettingOutlined = silent(SettingOutlinedSign)
export const ShopOutlined = silent(ShopOutlinedSign)
export const SortDescendingOutlined = silent(SortDescendingOutlinedSign)
export const SyncOutlined = silent(SyncOutlinedSign)
export const SwapOutlined = silent(SwapOutlinedSign)
export const TableOutlined = silent(TableOutlinedSign)
export const ThunderboltOutlined = silent(ThunderboltOutlinedSign)
export const UndoOutlined = silent(UndoOutlinedSign)
export const UnlockOutlined = silent(UnlockOutlinedSign)
export const UploadOutlined = silent(UploadOutlinedSign)
export const WarningOutlined = silent(WarningOutlinedSign)
export const CheckSquareOutlined = silent(CheckSquareOutlinedSign)
export const FormOutlined = silent(FormOutlinedSign)
export const HistoryOutlined = silent(HistoryOutlinedSign)
export const PaperClipOutlined = silent(PaperClipOutlinedSign)
export const TagOutlined = silent(TagOutlinedSign)
export const TeamOutlined = silent(TeamOutlinedSign)
export const AuditOutlined = silent(AuditOutlinedSign)
export const BellOutlined = silent(BellOutlinedSign)
export const BulbOutlined = silent(BulbOutlinedSign)
export const CalendarOutlined = silent(CalendarOutlinedSign)
export const CompassOutlined = silent(CompassOutlinedSign)
export const CommentOutlined = silent(CommentOutlinedSign)
export const MedicineBoxOutlined = silent(MedicineBoxOutlinedSign)
export const MessageOutlined = silent(MessageOutlinedSign)
export const PhoneOutlined = silent(PhoneOutlinedSign)
export const SolutionOutlined = silent(SolutionOutlinedSign)
export const ContainerOutlined = silent(ContainerOutlinedSign)
export const FileTextOutlined = silent(FileTextOutlinedSign)
export const SmileOutlined = silent(SmileOutlinedSign)
export const MailOutlined = silent(MailOutlinedSign)
export const NotificationOutlined = silent(NotificationOutlinedSign)
export const WarningFilled = silent(WarningFilledSign)
