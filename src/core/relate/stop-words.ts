/**
 * English function words, which say nothing of what a text is about. Compiled for this project
 * from the closed word classes of English grammar (Quirk, Greenbaum, Leech & Svartvik 1985, A
 * Comprehensive Grammar of the English Language: determiners, pronouns, prepositions,
 * conjunctions, auxiliaries) with the adverbs that link or grade sentences. Negated auxiliaries
 * ("don't") are recognised by their ending instead; words that are also nouns or full verbs of
 * substance ("will" excepted) stay in.
 */
const WORDS = `
a an the this that these those some any no every each either neither both all half such much many
more most few fewer little less least several enough other others another same own

i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself
she her hers herself it its itself they them their theirs themselves one ones oneself who whom whose
which what whoever whatever whichever somebody someone something anybody anyone anything nobody
none nothing everybody everyone everything

about above across after against along among amongst around as at before behind below beneath
beside besides between beyond by despite down during except for from in inside into like near of off
on onto out outside over past per since through throughout till to toward towards under underneath
until unto up upon via with within without

and but or nor so yet if unless although though because while whilst whereas whether than when
whenever where wherever why how however

am is are was were be been being have has had having do does did doing done can could may might must
shall should will would ought cannot

not also again already always almost anyway else ever even far further hence here instead
just maybe meanwhile moreover never nevertheless nonetheless now often once only otherwise perhaps
quite rather really sometimes somewhat soon still then thence there therefore thus together too
twice very well
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
