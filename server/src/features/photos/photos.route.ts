import { defineRoute, type Route } from '../../http/route'
import { presentPhoto, presentPhotos, presentTicket, presentView } from './photos.present'
import {
  attemptParamsSchema,
  photoListReplySchema,
  photoParamsSchema,
  photoReplySchema,
  photoTicketReplySchema,
  photoViewReplySchema,
  ticketRequestSchema,
  viewQuerySchema,
} from './photos.schema'
import { giveTicket, reportUploaded, type UploadPhotoPorts } from './upload-photo.usecase'
import { listPhotos, viewPhoto, type ViewPhotoPorts } from './view-photo.usecase'

const PHOTOS = '/api/v1/check-ins/:attemptId/photos'

export function photoRoutes(ports: UploadPhotoPorts & ViewPhotoPorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: PHOTOS,
      operationId: 'listPhotos',
      tag: 'photos',
      summary: '一次签到的照片，到了没有、核验过没有：本人、要审批它的人，或有权看位置和照片的人',
      access: 'session',
      permission: 'self.use',
      errors: ['NOT_FOUND'],
      params: attemptParamsSchema,
      reply: photoListReplySchema,
      handle: async ({ caller, params }) => ({
        json: presentPhotos(await listPhotos(ports, caller, params.attemptId)),
      }),
    }),
    defineRoute({
      method: 'post',
      path: `${PHOTOS}/:sha256/ticket`,
      operationId: 'ticketForPhoto',
      tag: 'photos',
      summary: '领取一张照片的上传表单：本人的签到，换了手机或撤回同意以后也行，因为签到时有',
      access: 'session',
      permission: 'self.use',
      errors: ['NOT_FOUND', 'DEVICE_NEEDED', 'PHOTO_DEADLINE_PASSED', 'PHOTO_STORE_UNAVAILABLE'],
      requestsPerMinute: 60,
      params: photoParamsSchema,
      body: ticketRequestSchema,
      reply: photoTicketReplySchema,
      handle: async ({ caller, params, body, request }) => {
        const { requestId } = request
        return { json: presentTicket(await giveTicket(ports, { caller, ...params, ...body, requestId })) }
      },
    }),
    defineRoute({
      method: 'post',
      path: `${PHOTOS}/:sha256/uploaded`,
      operationId: 'photoUploaded',
      tag: 'photos',
      summary: '照片已传完，请核验',
      access: 'session',
      permission: 'self.use',
      errors: ['NOT_FOUND', 'DEVICE_NEEDED'],
      requestsPerMinute: 60,
      params: photoParamsSchema,
      reply: photoReplySchema,
      replyStatus: 202,
      handle: async ({ caller, params }) => ({
        status: 202,
        json: presentPhoto(await reportUploaded(ports, { caller, ...params })),
      }),
    }),
    defineRoute({
      method: 'get',
      path: `${PHOTOS}/:sha256/view`,
      operationId: 'viewPhoto',
      tag: 'photos',
      summary: '核验过的照片的短时地址；看别人的照片会留下记录',
      access: 'session',
      permission: 'self.use',
      errors: ['NOT_FOUND', 'PHOTO_STORE_UNAVAILABLE'],
      requestsPerMinute: 240,
      params: photoParamsSchema,
      query: viewQuerySchema,
      reply: photoViewReplySchema,
      handle: async ({ caller, params, query, request }) => {
        const { requestId } = request
        return { json: presentView(await viewPhoto(ports, { caller, ...params, view: query.size, requestId })) }
      },
    }),
  ]
}
