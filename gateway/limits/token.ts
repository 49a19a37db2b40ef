/** Of a token, before anything of it is parsed; an access token with our claims has less than a tenth. */
export const tokenMaxBytes = 8 * 1024;
