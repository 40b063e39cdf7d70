// Written by tools/generate-listed-sites.ts from the registry: do not edit.
/** Origins of the protocols' own sites. */
export const listedSites =
  /^https?:\/\/(?:etherfi\.gitbook\.io|kelp\.gitbook\.io|(?:[^/]+\.)?(?:eigenlayer\.xyz|ether\.fi|kelpdao\.xyz|kerneldao\.com|puffer\.fi|renzoprotocol\.com))(?::\d+)?$/;
