/** The signing half of ali-oss, which takes the date from its caller; its types do not name it. */
declare module 'ali-oss/lib/common/signUtils.js' {
  interface SignUtils {
    /** @param date `yyyymmdd` */
    getCredential(date: string, region: string, accessKeyId?: string): string
    getCanonicalRequest(
      method: string,
      request: { headers: Record<string, string>; queries: Record<string, string> },
      bucket: string,
      objectName: string,
      additionalHeaders: string[],
    ): string
    /** @param date `yyyymmddTHHMMSSZ` */
    getStringToSign(region: string, date: string, canonicalRequest: string): string
    /** @param date `yyyymmdd`; returns lower-case hex */
    getSignatureV4(accessKeySecret: string, date: string, region: string, stringToSign: string): string
  }
  const signUtils: SignUtils
  export default signUtils
}
