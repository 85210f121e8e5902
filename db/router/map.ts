import { setCoverage } from '../accounts/map/service/coverage.ts'
import { exportMapPdf, exportMapTable } from '../accounts/map/service/export.ts'
import { addRelation, changeRelation, removeRelations } from '../accounts/map/service/lines.ts'
import { placeNodes, resetPlaces } from '../accounts/map/service/places.ts'
import { readMap } from '../accounts/map/service/read.ts'
import { engine } from './implementer.ts'

const { map } = engine

/** The relationship map's procedures. */
export const mapRouter = {
  get: map.get.handler(({ context, input }) => readMap(context.kernel, input.accountId)),
  addRelation: map.addRelation.handler(({ context, input }) => addRelation(context.kernel, input)),
  changeRelation: map.changeRelation.handler(({ context, input }) => changeRelation(context.kernel, input)),
  removeRelations: map.removeRelations.handler(({ context, input }) =>
    removeRelations(context.kernel, input),
  ),
  setCoverage: map.setCoverage.handler(({ context, input }) => setCoverage(context.kernel, input)),
  place: map.place.handler(({ context, input }) => placeNodes(context.kernel, input)),
  resetPlaces: map.resetPlaces.handler(({ context, input }) => resetPlaces(context.kernel, input)),
  exportPdf: map.exportPdf.handler(({ context, input }) => exportMapPdf(context, input)),
  exportTable: map.exportTable.handler(({ context, input }) => exportMapTable(context, input)),
}
