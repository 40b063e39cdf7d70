// Written by tools/generate-listed-sites.ts from the registry: do not edit.
/** Origins of the protocols' own sites. */
export const listedSites =
  /^https?:\/\/(?:etherfi\.gitbook\.io|kelp\.gitbook\.io|(?:[^/]+\.)?(?:bedrock\.technology|eigenlayer\.magpiexyz\.io|eigenlayer\.xyz|ether\.fi|inceptionlrt\.com|karak\.network|kelpdao\.xyz|kerneldao\.com|lombard\.finance|lorenzo-protocol\.xyz|mellow\.finance|methprotocol\.xyz|puffer\.fi|pumpbtc\.xyz|renzoprotocol\.com|satlayer\.xyz|solv\.finance|stakestone\.io|suzaku\.network|swellnetwork\.io|symbiotic\.fi|treehouse\.finance|yieldnest\.finance))(?::\d+)?$/;
