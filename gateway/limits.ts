/** What a request to /graphql may hold at most (design 7); uploads have their own route. */
export const bodyMaxBytes = 256 * 1024;

/** Ten times the city dashboard; a document of more tokens is generated to harm. */
export const tokensMax = 2_000;

/** Fields after fragments are spread; nested fragments reach millions with a kilobyte and hold the planner for seconds. */
export const recursiveSelectionsMax = 1_000;

/** Of a token, before anything of it is parsed; an access token with our claims has less than a tenth. */
export const tokenMaxBytes = 8 * 1024;
