import {
  ApartmentOutlined as ApartmentOutlinedSign,
  ArrowLeftOutlined as ArrowLeftOutlinedSign,
  ArrowRightOutlined as ArrowRightOutlinedSign,
  CheckCircleFilled as CheckCircleFilledSign,
  CheckCircleOutlined as CheckCircleOutlinedSign,
  CloseCircleFilled as CloseCircleFilledSign,
  CloseOutlined as CloseOutlinedSign,
  CopyOutlined as CopyOutlinedSign,
  DeleteOutlined as DeleteOutlinedSign,
  DisconnectOutlined as DisconnectOutlinedSign,
  EnterOutlined as EnterOutlinedSign,
  ExportOutlined as ExportOutlinedSign,
  ImportOutlined as ImportOutlinedSign,
  LayoutOutlined as LayoutOutlinedSign,
  LineChartOutlined as LineChartOutlinedSign,
  PlusOutlined as PlusOutlinedSign,
  RedoOutlined as RedoOutlinedSign,
  RightOutlined as RightOutlinedSign,
  SaveOutlined as SaveOutlinedSign,
  SearchOutlined as SearchOutlinedSign,
  SettingOutlined as SettingOutlinedSign,
  ShopOutlined as ShopOutlinedSign,
  SyncOutlined as SyncOutlinedSign,
  TableOutlined as TableOutlinedSign,
  UndoOutlined as UndoOutlinedSign,
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
export const ArrowLeftOutlined = silent(ArrowLeftOutlinedSign)
export const ArrowRightOutlined = silent(ArrowRightOutlinedSign)
export const CheckCircleFilled = silent(CheckCircleFilledSign)
export const CheckCircleOutlined = silent(CheckCircleOutlinedSign)
export const CloseCircleFilled = silent(CloseCircleFilledSign)
export const CloseOutlined = silent(CloseOutlinedSign)
export const CopyOutlined = silent(CopyOutlinedSign)
export const DeleteOutlined = silent(DeleteOutlinedSign)
export const DisconnectOutlined = silent(DisconnectOutlinedSign)
export const EnterOutlined = silent(EnterOutlinedSign)
export const ExportOutlined = silent(ExportOutlinedSign)
export const ImportOutlined = silent(ImportOutlinedSign)
export const LayoutOutlined = silent(LayoutOutlinedSign)
export const LineChartOutlined = silent(LineChartOutlinedSign)
export const PlusOutlined = silent(PlusOutlinedSign)
export const RedoOutlined = silent(RedoOutlinedSign)
export const RightOutlined = silent(RightOutlinedSign)
export const SaveOutlined = silent(SaveOutlinedSign)
export const SearchOutlined = silent(SearchOutlinedSign)
export const SettingOutlined = silent(SettingOutlinedSign)
export const ShopOutlined = silent(ShopOutlinedSign)
export const SyncOutlined = silent(SyncOutlinedSign)
export const TableOutlined = silent(TableOutlinedSign)
export const UndoOutlined = silent(UndoOutlinedSign)
