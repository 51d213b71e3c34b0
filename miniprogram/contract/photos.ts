/** What phone and server agree on about site photos, beside the claims in `api.ts`. */

/** What a site photo may be, by its bytes. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png'] as const
export type PhotoType = (typeof PHOTO_TYPES)[number]

export const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024
export const LARGEST_PHOTO_PIXELS = 50_000_000
/** Of one check-in. */
export const MOST_PHOTOS = 9
/** Neither side of a photo may be shorter. */
export const SHORTEST_PHOTO_SIDE_PIXELS = 64

/** The band at the foot of the picture that the phone writes name, time and place into; it is the same in every photo. */
export const WATERMARK_BAND_SHARE = 0.2

/**
 * Why a photo failed: not a photo by its bytes (`type`), another length than claimed (`size`), another hash (`hash`), it
 * cannot be decoded whole (`damaged`), too many or too few pixels (`dimensions`), more than a picture in the file
 * (`trailing`), or it did not come in time (`not_uploaded`).
 */
export const PHOTO_PROBLEMS = ['type', 'size', 'hash', 'damaged', 'dimensions', 'trailing', 'not_uploaded'] as const
export type PhotoProblem = (typeof PHOTO_PROBLEMS)[number]

/** Sizes in which a verified photo can be looked at; both are made by the server, without the camera's metadata. */
export const PHOTO_VIEWS = ['thumbnail', 'display'] as const
export type PhotoView = (typeof PHOTO_VIEWS)[number]
